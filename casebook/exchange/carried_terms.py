"""The terms a library added itself travel beside the case that uses them, so that it reads the same elsewhere."""

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from casebook.domain.case import Case
from casebook.domain.errors import VocabularyError
from casebook.domain.fields import field_specs
from casebook.domain.own_terms import MOST, Additions, own_term_of, plain_additions
from casebook.domain.records import Record
from casebook.domain.vocabulary import Term
from casebook.exchange.case_json import BESIDE, TERMS


def carrying(case: Case, additions: Mapping[str, Additions]) -> Case:
    """The case with the own terms it uses, and those above them, beside it when it is written."""
    used = _used(case) if additions else {}
    terms: dict[str, Any] = {}
    for key in sorted(used.keys() & additions.keys()):
        taken = _with_those_above(used[key], additions[key])
        if taken:
            terms[key] = plain_additions(Additions(terms=taken))["terms"]
    return _beside(case, terms) if terms else case


def carried(case: Case) -> tuple[Case, dict[str, tuple[Term, ...]]]:
    """The case alone, and the terms that came beside it by vocabulary; what is no term is passed over."""
    beside: Mapping[str, Any] = case.extra.get(BESIDE, {})
    if TERMS not in beside:
        return case, {}
    held = beside[TERMS] if isinstance(beside[TERMS], Mapping) else {}
    used = _used(case)
    found = {}
    for key in used.keys() & held.keys():
        terms = _with_those_above(used[key], Additions(terms=tuple(_readable(held[key]))))
        if terms:
            found[key] = terms
    return _beside(case, {}), found


def _readable(raw: Any) -> Iterator[Term]:
    seen: set[str] = set()
    for one in raw[:MOST] if isinstance(raw, list) else ():
        try:
            term = own_term_of(one)
        except VocabularyError:
            continue
        if term.id not in seen:
            seen.add(term.id)
            yield term


def _used(case: Case) -> dict[str, set[str]]:
    """The ids a case uses, by vocabulary."""
    used: dict[str, set[str]] = {}
    records: list[Record] = [case]
    records += [record for key in case.declaration.sections for record in case.section(key)]
    for record in records:
        for spec in field_specs(type(record)):
            if spec.vocabulary:
                value: Any = getattr(record, spec.name)
                ids = value if spec.many else (value,) if value else ()
                used.setdefault(spec.vocabulary, set()).update(ids)
    return used


def _with_those_above(ids: set[str], more: Additions) -> tuple[Term, ...]:
    wanted: set[str] = set()
    by_id = {term.id: term for term in more.terms}
    for term_id in ids:
        at = term_id
        while at in by_id and at not in wanted:
            wanted.add(at)
            at = by_id[at].broader
    return tuple(term for term in more.terms if term.id in wanted)


def _beside(case: Case, terms: Mapping[str, Any]) -> Case:
    beside = {key: value for key, value in case.extra.get(BESIDE, {}).items() if key != TERMS}
    if terms:
        beside[TERMS] = terms
    extra = {key: value for key, value in case.extra.items() if key != BESIDE}
    return attrs.evolve(case, extra={**extra, **({BESIDE: beside} if beside else {})})
