"""Takes out of single records what an audience may not see, and notes what it took out."""

from collections.abc import Mapping
from typing import Any, TypeVar

import attrs

from casebook.domain.case import ANOTHER_CASE
from casebook.domain.citing import without
from casebook.domain.coarsening import PRECISION, WITHHELD
from casebook.domain.fields import TEXT, FieldSpec, Kind, field_specs
from casebook.domain.pseudonyms import CITATION_KEY, PSEUDONYM, Veil, rekeyed
from casebook.domain.receipt import Reason, What, Withheld
from casebook.domain.records import Record, Sensitivity, Stamp

R = TypeVar("R", bound=Record)

COARSE = frozenset({"area", "region"})
DEGREES = "°"


@attrs.frozen(kw_only=True)
class Cleaner:
    """Takes out of a record that stays what the audience may not see; notes each thing in `items`."""

    audience: Sensitivity
    gone: frozenset[str]
    keys: tuple[frozenset[str], frozenset[str]]
    veil: Veil
    rekeyed: Mapping[str, str]
    instead: Mapping[str, tuple[What, dict[str, Any]]]
    items: list[Withheld]

    def clean(self, record: R, section: str) -> R:
        if record.id in self.instead:
            return self._shown_as(record, section)
        values: dict[str, Any] = {}
        for spec in field_specs(type(record)):
            old = getattr(record, spec.name)
            new, what, reason = self._value(record, spec, old)
            if new != old:
                values[spec.name] = new
                self._note(record, section, spec.name, what, reason)
            veiled = self._veiled(spec, new)
            if veiled != new:
                values[spec.name] = veiled
                what = What.FIELD if spec.is_empty(veiled) else What.NAME
                self._note(record, section, spec.name, what, Reason.IDENTITY)
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

    def _shown_as(self, record: R, section: str) -> R:
        """The record as something less than it is; nothing of its own but the values given."""
        what, values = self.instead[record.id]
        reason = Reason.IDENTITY if what is What.PSEUDONYM else Reason.PRECISION
        self._note(record, section, "", what, reason)
        for spec in field_specs(type(record)):
            if spec.is_empty(values.get(spec.name, spec)) and not spec.is_empty(getattr(record, spec.name)):
                self._note(record, section, spec.name, What.FIELD, reason)
            if isinstance(values.get(spec.name), str):
                values[spec.name] = self.veil.over(values[spec.name])
        return attrs.evolve(
            record,
            **values,
            sensitivity=min(record.sensitivity, self.audience),
            absences={},
            field_sensitivities={},
            extra={},
            stamp=Stamp(),
        )

    def _veiled(self, spec: FieldSpec, value: Any) -> Any:
        """The value with pseudonyms for names; an address that holds a name is of no use without it and goes."""
        if spec.name == CITATION_KEY:
            return self.rekeyed.get(value, value)
        if spec.kind is Kind.URL:
            return "" if self.veil.covers(value) else value
        if spec.kind in TEXT and spec.kind is not Kind.FILE:
            return self.veil.over(rekeyed(value, self.rekeyed))
        if spec.kind is Kind.CHIPS:
            return tuple(dict.fromkeys(self.veil.over(rekeyed(word, self.rekeyed)) for word in value))
        return value

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
        return precision == WITHHELD or (precision in COARSE and self.audience < Sensitivity.INTERNAL)
