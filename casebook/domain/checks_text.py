"""Checks of the wording: advised lengths, and acronyms spelled out at first use."""

import re
from collections.abc import Iterator

from casebook.domain.acronyms import unexplained
from casebook.domain.case import Case
from casebook.domain.case_index import CaseIndex
from casebook.domain.checks_fields import chosen, finding
from casebook.domain.declaration import section_of
from casebook.domain.fields import TEXT, FieldSpec, Kind, field_spec
from casebook.domain.findings import Finding
from casebook.domain.records import Record
from casebook.domain.sections.evidence import Evidence
from casebook.domain.sections.outcomes import Testimony

TITLE_WORDS = 10
"""Words a title is advised to have at most."""

VERBATIM = frozenset({section_of(Evidence).key, section_of(Testimony).key})
"""Sections that hold other people's words, which nobody may rewrite."""

_CAPITALS = re.compile(r"[A-Z]{2,}")
_IN_BRACKETS = re.compile(r"\(([A-Z]{2,})s?\)")


def text_findings(index: CaseIndex) -> Iterator[Finding]:
    """Titles and texts that are too long, and acronyms no reader was told the meaning of."""
    case = index.case
    words = len(case.title.split())
    if words > TITLE_WORDS:
        spec = field_spec(type(case), "title")
        count = {"count": str(words), "limit": str(TITLE_WORDS)}
        yield finding(index, "too-many-words", case, spec, spec.part, **count)
    running: list[tuple[Record, FieldSpec, str]] = []
    explained = _names(case)
    for record, spec, key in index.walk():
        if spec.vocabulary:
            explained |= _in_terms(record, spec, index)
        if spec.kind not in TEXT:
            continue
        value: str = getattr(record, spec.name)
        if spec.limit and len(value) > spec.limit:
            count = {"count": str(len(value)), "limit": str(spec.limit)}
            yield finding(index, "too-long", record, spec, key, **count)
        if spec.kind is Kind.LINE or spec.limit:
            explained |= set(_IN_BRACKETS.findall(value)) if "(" in value else set()
        elif spec.kind is Kind.PROSE and _is_ours(index, key):
            running.append((record, spec, key))
    texts = (getattr(record, spec.name) for record, spec, _ in running)
    for use in unexplained(texts, explained):
        record, spec, key = running[use.place]
        yield finding(index, "acronym-not-expanded", record, spec, key, acronym=use.acronym)


def _is_ours(index: CaseIndex, key: str) -> bool:
    section = index.case.declaration.sections.get(key)
    return section is None or not (section.shared or key in VERBATIM)


def _names(case: Case) -> set[str]:
    names: set[str] = set()
    for actor in case.actor_records:
        for name in (actor.short_name, actor.pseudonym, *actor.aliases):
            names |= set(_CAPITALS.findall(name))
    return names


def _in_terms(record: Record, spec: FieldSpec, index: CaseIndex) -> set[str]:
    vocabulary = index.wording.vocabularies.get(spec.vocabulary)
    if vocabulary is None:
        return set()
    labels = [vocabulary.label(term_id, index.wording.language) for term_id in chosen(record, spec)]
    return {_initials(label) for label in labels} | set(_CAPITALS.findall(" ".join(labels)))


def _initials(label: str) -> str:
    """ "Disarmament, demobilisation and reintegration" reads "DDR"; short words do not count."""
    words = (word for word in re.findall(r"[^\W\d_]+", label) if len(word) > 3 or word[0].isupper())
    return "".join(word[0] for word in words).upper()
