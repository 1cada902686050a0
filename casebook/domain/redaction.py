"""A case as an audience may see it: what is above the audience is gone, with everything that hangs on it."""

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

import attrs

from casebook.domain.case import ANOTHER_CASE, Case
from casebook.domain.citing import cited_keys, without
from casebook.domain.errors import AudienceError
from casebook.domain.fields import TEXT, FieldSpec, Kind, field_specs
from casebook.domain.mentions import mentions_of
from casebook.domain.receipt import Reason, Receipt, What, Withheld
from casebook.domain.records import Record, Sensitivity, Stamp

R = TypeVar("R", bound=Record)

CONSENT, PRECISION = "consent", "place-precision"
"""Vocabularies whose terms decide about the record they stand in."""
CONSENT_WITHHELD = {"none": Sensitivity.INTERNAL, "internal": Sensitivity.INTERNAL}
CONFIDENTIAL, PSEUDONYM, CITATION_KEY = "confidential", "pseudonym", "citation_key"
"""Fields with a meaning of their own for sharing, on whatever record they are declared."""
COARSE = frozenset({"area", "region"})
DEGREES = "°"


def redact(case: Case, audience: Sensitivity) -> tuple[Case, Receipt]:
    """The case with only what `audience` may see, and the receipt of what was withheld.

    Withheld are: records and fields marked above the audience; what stands in a withheld record; what needs a link to
    one; shared records that only withheld things refer to; records without the consent their form asks for;
    confidential records beyond the own organisation; positions less exact than they were stored. Names of editors and
    keys this version does not know never leave.

    Raises:
        AudienceError: the case as a whole is marked above the audience.
    """
    if case.sensitivity > audience:
        raise AudienceError(
            f"This case is marked “{case.sensitivity.key}”, which is above the audience “{audience.key}”; "
            "nothing was exported. Choose another audience, or lower the mark in the case’s overview."
        )
    doomed = _doomed(case, audience)
    items = [
        Withheld(what=What.RECORD, record_id=record_id, section=key, reason=doomed[record_id])
        for key in case.declaration.sections
        for record_id in (record.id for record in case.section(key))
        if record_id in doomed
    ]
    cleaner = _Cleaner(
        audience=audience, gone=frozenset(doomed), keys=_citation_keys(case, doomed), items=items
    )
    values: dict[str, Any] = {
        key: tuple(cleaner.clean(record, key) for record in case.section(key) if record.id not in doomed)
        for key in case.declaration.sections
    }
    clean = attrs.evolve(cleaner.clean(case, ""), **values)
    named = mentions_of(case, clean)
    return clean, Receipt(audience=audience, items=tuple(items), named=named)


def records(case: Case) -> Iterator[tuple[str, Record]]:
    """Every record of the case with its section key; the case itself first, under ""."""
    yield "", case
    for key in case.declaration.sections:
        for record in case.section(key):
            yield key, record


def _doomed(case: Case, audience: Sensitivity) -> dict[str, Reason]:
    doomed: dict[str, Reason] = {}
    for key, record in records(case):
        reason = _own_reason(case, key, record, audience) if key else None
        if reason:
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


def _citation_keys(case: Case, doomed: Mapping[str, Reason]) -> tuple[frozenset[str], frozenset[str]]:
    """Citation keys of withheld records only, and those of records that stay."""
    keys: dict[bool, set[str]] = {True: set(), False: set()}
    for _key, record in records(case):
        keys[record.id in doomed].add(getattr(record, CITATION_KEY, ""))
    return frozenset(keys[True] - keys[False] - {""}), frozenset(keys[False] - {""})


@attrs.frozen(kw_only=True)
class _Cleaner:
    """Takes out of a record that stays what the audience may not see; notes it in `items`."""

    audience: Sensitivity
    gone: frozenset[str]
    keys: tuple[frozenset[str], frozenset[str]]
    items: list[Withheld]

    def clean(self, record: R, section: str) -> R:
        values: dict[str, Any] = {}
        for spec in field_specs(type(record)):
            old = getattr(record, spec.name)
            new, what, reason = self._value(record, spec, old)
            if new != old:
                values[spec.name] = new
                self._note(record, section, spec.name, what, reason)
        hidden = {name for name, level in record.field_sensitivities.items() if level > self.audience}
        for name in sorted(hidden & record.absences.keys() - values.keys()):
            self._note(record, section, name, What.FIELD, Reason.SENSITIVITY)
        return attrs.evolve(
            record,
            **values,
            absences={name: kind for name, kind in record.absences.items() if name not in hidden},
            field_sensitivities={
                n: level for n, level in record.field_sensitivities.items() if n not in hidden
            },
            extra={},
            stamp=Stamp(),
        )

    def _note(self, record: Record, section: str, field: str, what: What, reason: Reason) -> None:
        self.items.append(
            Withheld(what=what, record_id=record.id, section=section, field=field, reason=reason)
        )

    def _value(self, record: Record, spec: FieldSpec, old: Any) -> tuple[Any, What, Reason]:
        if record.field_sensitivities.get(spec.name, Sensitivity.PUBLIC) > self.audience:
            return spec.empty, What.FIELD, Reason.SENSITIVITY
        if spec.name == PSEUDONYM and self.audience < Sensitivity.INTERNAL:
            return spec.empty, What.FIELD, Reason.IDENTITY
        if spec.unit == DEGREES and self._too_exact(record):
            return spec.empty, What.COORDINATES, Reason.PRECISION
        if spec.to:
            return self._links(spec, old), What.LINK, Reason.LINK_TO_WITHHELD
        if spec.kind in TEXT:
            return without(old, *self.keys), What.CITATION, Reason.LINK_TO_WITHHELD
        if spec.kind is Kind.CHIPS:
            return tuple(without(word, *self.keys) for word in old), What.CITATION, Reason.LINK_TO_WITHHELD
        return old, What.FIELD, Reason.SENSITIVITY

    def _links(self, spec: FieldSpec, old: Any) -> Any:
        # Another case's own mark is not known here, so beyond the house it is not even pointed to.
        if spec.to == ANOTHER_CASE and self.audience < Sensitivity.INTERNAL:
            return spec.empty
        if spec.many:
            return tuple(target for target in old if target not in self.gone)
        return None if old in self.gone else old

    def _too_exact(self, record: Record) -> bool:
        precision = next(
            (getattr(record, s.name) for s in field_specs(type(record)) if s.vocabulary == PRECISION), None
        )
        return precision == "withheld" or (precision in COARSE and self.audience < Sensitivity.INTERNAL)
