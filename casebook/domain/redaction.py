"""A case as an audience may see it: what is above the audience is gone, with everything that hangs on it."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any

import attrs

from casebook.domain.case import Case
from casebook.domain.citing import cited_keys
from casebook.domain.cleaner import Cleaner
from casebook.domain.coarsening import coarsened, is_place
from casebook.domain.errors import AudienceError
from casebook.domain.fields import TEXT, FieldSpec, field_specs
from casebook.domain.mentions import mentions_of
from casebook.domain.pseudonyms import (
    CITATION_KEY,
    Veil,
    needs_pseudonym,
    pseudonymous,
    veil_of,
)
from casebook.domain.receipt import Reason, Receipt, What, Withheld
from casebook.domain.records import Record, Sensitivity

CONSENT = "consent"
"""The vocabulary whose terms decide about the record they stand in."""
CONSENT_WITHHELD = {"none": Sensitivity.INTERNAL, "internal": Sensitivity.INTERNAL}
CONFIDENTIAL = "confidential"
"""A field with a meaning of its own for sharing, on whatever record it is declared."""


def as_it_is(code: str) -> str:
    """A country by its code, for who has no names at hand."""
    return code


def redact(
    case: Case,
    audience: Sensitivity,
    known: Iterable[Record] = (),
    country: Callable[[str], str] = as_it_is,
) -> tuple[Case, Receipt]:
    """The case with only what `audience` may see, and the receipt of what was withheld.

    Withheld are: records and fields marked above the audience; what stands in a withheld record; what needs a link to
    one; shared records that only withheld things refer to; records without the consent their form asks for;
    confidential records beyond the own organisation; positions less exact than they were stored. Names of editors and
    keys this version does not know never leave.

    An actor marked above the audience that has a pseudonym stays under it, as nothing but its kind; every text says
    the pseudonym instead of its names. So do the names of `known`, the actors of the other cases of the library, so
    that one actor is called the same in all of them. A place marked above the audience is coarsened where it can be
    (see `coarsened`); `country` names countries.

    Raises:
        AudienceError: the case as a whole is marked above the audience.
    """
    if case.sensitivity > audience:
        raise AudienceError(
            f"This case is marked “{case.sensitivity.key}”, which is above the audience “{audience.key}”; "
            "nothing was exported. Choose another audience, or lower the mark in the case’s overview."
        )
    veil = _veil(case, audience, known)
    instead = _shown_instead(case, audience, veil, country)
    doomed = _doomed(case, audience, instead.keys())
    cleaner = _cleaner(case, audience, veil, instead, doomed)
    values: dict[str, Any] = {
        key: tuple(cleaner.clean(record, key) for record in case.section(key) if record.id not in doomed)
        for key in case.declaration.sections
    }
    clean = attrs.evolve(cleaner.clean(case, ""), **values)
    named = mentions_of(case, clean)
    return clean, Receipt(audience=audience, items=tuple(cleaner.items), named=named)


def _cleaner(
    case: Case,
    audience: Sensitivity,
    veil: Veil,
    instead: dict[str, tuple[What, dict[str, Any]]],
    doomed: dict[str, Reason],
) -> Cleaner:
    """Cleans what stays; the doomed records are told on its receipt already."""
    told = [
        Withheld(what=What.RECORD, record_id=record.id, section=key, reason=doomed[record.id])
        for key in case.declaration.sections
        for record in case.section(key)
        if record.id in doomed
    ]
    keys = _citation_keys(case, doomed, audience)
    return Cleaner(
        audience=audience,
        gone=frozenset(doomed),
        keys=keys,
        veil=veil,
        rekeyed=_safe_keys(case, doomed, keys[0], veil),
        instead=instead,
        items=told,
    )


def _veil(case: Case, audience: Sensitivity, known: Iterable[Record]) -> Veil:
    """Over the actors of the case first, then over those known from elsewhere that it does not hold."""
    own = {
        record.id: (record, case.field_sensitivities.get(section.key, Sensitivity.PUBLIC))
        for section in case.declaration.shared_sections
        for record in case.section(section.key)
    }
    others = {record.id: (record, Sensitivity.PUBLIC) for record in known if record.id not in own}
    everybody = (*own.values(), *others.values())
    return veil_of(record for record, level in everybody if needs_pseudonym(record, audience, level))


def _shown_instead(
    case: Case, audience: Sensitivity, veil: Veil, country: Callable[[str], str]
) -> dict[str, tuple[What, dict[str, Any]]]:
    """What stays as something less than it is: its values by id, and what was done to it."""
    found: dict[str, tuple[What, dict[str, Any]]] = {}
    for key, record in records(case):
        if record.id in veil.bearers:
            found[record.id] = What.PSEUDONYM, pseudonymous(record, audience)
        elif key and is_place(type(record)) and _not_named(case, key, record, audience):
            values = coarsened(case, record, audience, country)
            if values is not None:
                found[record.id] = What.PLACE, values
    return found


def _not_named(case: Case, key: str, record: Record, audience: Sensitivity) -> bool:
    """Whether a record, or the field that names it, is marked above the audience; and nothing else speaks against it."""
    reason = _own_reason(case, key, record, audience)
    hidden = record.field_sensitivities
    return reason is Reason.SENSITIVITY or (
        reason is None
        and any(
            hidden.get(spec.name, Sensitivity.PUBLIC) > audience
            for spec in field_specs(type(record))
            if spec.summary
        )
    )


def _safe_keys(
    case: Case, doomed: Mapping[str, Reason], withheld: Iterable[str], veil: Veil
) -> dict[str, str]:
    """Citation keys that would give a name away, and what stands for them."""
    held = [getattr(record, CITATION_KEY, "") for _key, record in records(case) if record.id not in doomed]
    taken = {*held, *withheld}
    safe: dict[str, str] = {}
    for key in dict.fromkeys(filter(None, held)):
        other = veil.key(key, {*taken, *safe.values()}) if veil.instead else key
        if other != key:
            safe[key] = other
    return safe


def records(case: Case) -> Iterator[tuple[str, Record]]:
    """Every record of the case with its section key; the case itself first, under ""."""
    yield "", case
    for key in case.declaration.sections:
        for record in case.section(key):
            yield key, record


def _doomed(case: Case, audience: Sensitivity, instead: Collection[str]) -> dict[str, Reason]:
    """Why each record goes that goes; those that something is shown instead of are not withheld for their mark."""
    doomed: dict[str, Reason] = {}
    for key, record in records(case):
        reason = _own_reason(case, key, record, audience) if key else None
        if reason and record.id not in instead:
            doomed[record.id] = reason
    _spread(case, doomed, audience)
    shown_before = _referred_to(case, {}, Sensitivity.INTERNAL)
    lost = shown_before - _referred_to(case, doomed, audience)
    for section in case.declaration.shared_sections:
        for record in case.section(section.key):
            if record.id in lost:
                doomed.setdefault(record.id, Reason.ONLY_IN_WITHHELD)
    _spread(case, doomed, audience)
    return doomed


def _own_reason(case: Case, key: str, record: Record, audience: Sensitivity) -> Reason | None:
    if max(record.sensitivity, case.field_sensitivities.get(key, Sensitivity.PUBLIC)) > audience:
        return Reason.SENSITIVITY
    for spec in field_specs(type(record)):
        value = getattr(record, spec.name)
        if (
            spec.vocabulary == CONSENT
            and record.field_sensitivities.get(spec.name, Sensitivity.PUBLIC) > audience
        ):
            value = None  # an answer that the audience may not see is none for it
        if spec.vocabulary == CONSENT and not _consented(spec, value, audience):
            return Reason.NO_CONSENT
        if spec.name == CONFIDENTIAL and value and audience < Sensitivity.INTERNAL:
            return Reason.CONFIDENTIAL
    return None


def _consented(spec: FieldSpec, value: str | None, audience: Sensitivity) -> bool:
    """Whether the person agreed; where the form requires the answer, no answer means no."""
    if value is None:
        return not spec.required
    return value != "none" and (value != "internal" or audience is Sensitivity.INTERNAL)


def _spread(case: Case, doomed: dict[str, Reason], audience: Sensitivity) -> None:
    """Withhold what stands in a withheld record or cannot do without one, until nothing more is found."""
    found = True
    while found:
        found = False
        for key, record in records(case):
            reason = _inherited(record, doomed, audience) if key and record.id not in doomed else None
            if reason:
                doomed[record.id] = reason
                found = True


def _inherited(record: Record, doomed: Mapping[str, Reason], audience: Sensitivity) -> Reason | None:
    if getattr(record, "parent", None) in doomed:
        return Reason.PART_OF_WITHHELD
    for spec in field_specs(type(record)):
        if not (spec.to and spec.required):
            continue
        targets = _targets(spec, getattr(record, spec.name))
        hidden = record.field_sensitivities.get(spec.name, Sensitivity.PUBLIC) > audience
        if targets and (hidden or all(target in doomed for target in targets)):
            return Reason.LINK_TO_WITHHELD
    return None


def _targets(spec: FieldSpec, value: Any) -> tuple[str, ...]:
    return tuple(value) if spec.many else (value,) if value else ()


def _referred_to(case: Case, doomed: Mapping[str, Reason], audience: Sensitivity) -> set[str]:
    """Ids of the shared records that can be reached from the case's own records by links and citations."""
    shared = {record.id: record for s in case.declaration.shared_sections for record in case.section(s.key)}
    by_key: dict[str, set[str]] = {}
    for record_id, record in shared.items():
        by_key.setdefault(getattr(record, CITATION_KEY, ""), set()).add(record_id)
    reached: set[str] = set()
    waiting = [record for _key, record in records(case) if record.id not in shared]
    while waiting:
        record = waiting.pop()
        if record.id in doomed:
            continue
        for spec in field_specs(type(record)):
            if record.field_sensitivities.get(spec.name, Sensitivity.PUBLIC) > audience:
                continue
            value = getattr(record, spec.name)
            targets = set(_targets(spec, value)) if spec.to else set()
            for key in cited_keys(value) if spec.kind in TEXT else ():
                targets |= by_key.get(key, set())
            fresh = (targets & shared.keys()) - reached
            reached |= fresh
            waiting += [shared[record_id] for record_id in fresh]
    return reached - doomed.keys()


def _citation_keys(
    case: Case, doomed: Mapping[str, Reason], audience: Sensitivity
) -> tuple[frozenset[str], frozenset[str]]:
    """Citation keys that are withheld, as such or with their records, and those that stay."""
    keys: dict[bool, set[str]] = {True: set(), False: set()}
    for _key, record in records(case):
        hidden = record.field_sensitivities.get(CITATION_KEY, Sensitivity.PUBLIC) > audience
        keys[hidden or record.id in doomed].add(getattr(record, CITATION_KEY, ""))
    return frozenset(keys[True] - keys[False] - {""}), frozenset(keys[False] - {""})
