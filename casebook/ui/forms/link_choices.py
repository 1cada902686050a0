"""Records to link to: shared ones, entries of the case, other cases, or anything in the case."""

from collections.abc import Iterator

from casebook.domain.case import ANOTHER_CASE
from casebook.domain.fields import EVERY_RECORD, FieldSpec, Kind, field_specs
from casebook.domain.folding import folded
from casebook.domain.records import Record, SharedRecord
from casebook.ui.forms.choice import Choice
from casebook.ui.forms.form_context import FormContext

MOST = 30
"""Rows offered at a time."""


class LinkChoices:
    """Records of the section that a field links to."""

    def __init__(self, spec: FieldSpec, context: FormContext) -> None:
        self._to, self._context = spec.to, context
        self._self = ""

    def set_record(self, record: Record) -> None:
        """A record is never linked to itself."""
        self._self = record.id

    def find(self, typed: str) -> tuple[Choice, ...]:
        """Records whose names match, those of the case first; and an offer to make one called so."""
        found = [row for row in self._rows(typed) if row.value != self._self][:MOST]
        name = " ".join(typed.split())
        if name and self._creatable() and not any(folded(row.label) == folded(name) for row in found):
            found.append(Choice(value="", label=name, creates=True))
        return tuple(found)

    def of(self, value: str) -> Choice:
        """The record a link points to."""
        if self._to == ANOTHER_CASE:
            return self._context.other_case(value)
        record = self._context.record(value)
        if record is None:
            return Choice(value=value, label=self._context.tr("A record that is not in this case"))
        return self._choice(record)

    def create(self, text: str) -> str:
        """Make a record of the section."""
        return self._context.create(self._to, text)

    def opens(self, value: str) -> bool:
        """Shared records have a page of their own."""
        return isinstance(self._context.record(value), SharedRecord)

    def _creatable(self) -> bool:
        section = self._context.section(self._to)
        return section is not None and not section.parent and section.summary.kind is Kind.LINE

    def _rows(self, typed: str) -> Iterator[Choice]:
        case = self._context.case
        if self._to == ANOTHER_CASE:
            yield from self._context.cases(typed)
        elif self._to == EVERY_RECORD and case is not None:
            everything = (
                case,
                *(record for key in case.declaration.sections for record in case.section(key)),
            )
            yield from (self._choice(record) for record in everything if self._context.answers(record, typed))
        elif case is not None:
            section = self._context.section(self._to)
            shared = section is not None and section.shared
            here = (record for record in case.section(self._to) if self._context.answers(record, typed))
            yield from map(self._choice, self._context.shared(self._to, typed) if shared else here)

    def _choice(self, record: Record) -> Choice:
        case = self._context.case
        facts = self._context.wording.facts(record, case) if case is not None else ""
        title, full = self._title(record), self._full(record)
        return Choice(value=record.id, label=full or title, shown=title, detail=facts)

    def _title(self, record: Record) -> str:
        case = self._context.case
        return self._context.wording.title(record, case) if case is not None else record.id

    def _full(self, record: Record) -> str:
        """The name in full, where the title is a short form."""
        named = (getattr(record, spec.name) for spec in field_specs(type(record)) if spec.summary)
        full = next(named, "")
        return full if isinstance(full, str) and isinstance(record, SharedRecord) else ""
