"""What an entry is recognised by: a controlled term, a shared record, what it stands in, its title, or itself."""

from collections.abc import Mapping

import attrs

from casebook.domain.compared_case import ComparedCase
from casebook.domain.declaration import SectionSpec
from casebook.domain.fields import FieldSpec, Kind
from casebook.domain.likeness import normal
from casebook.domain.records import Record
from casebook.domain.vocabulary import Vocabulary

TERM, RECORD, INSIDE, TITLE, ENTRY = "term", "record", "in", "title", "entry"
STRENGTH = {TERM: 0, RECORD: 1, INSIDE: 2, TITLE: 3, ENTRY: 4}
"""What counts more when one entry may be recognised by two things: the lesser."""


@attrs.frozen(order=False)
class Identity:
    """One thing an entry is recognised by."""

    by: str
    value: str

    @property
    def rank(self) -> tuple[int, str]:
        """The stronger first."""
        return STRENGTH[self.by], self.value


@attrs.frozen(kw_only=True)
class Recogniser:
    """Recognises the entries of one section.

    A field that is compared by decides: the summary if it is one, else the first term; in a section that stands in
    another and has none, the row of the entry above. Entries that lack it are recognised by their title.
    `above` gives the row of each entry of the section above; `shared` what stands for each shared record.
    """

    section: SectionSpec
    vocabulary: Vocabulary | None
    deciding: FieldSpec | None
    above: Mapping[str, str]
    shared: Mapping[str, str]

    @property
    def field(self) -> str:
        """Name of the field entries are matched by."""
        return (self.deciding or self.section.summary).name

    def identity(self, record: Record, case: ComparedCase) -> Identity:
        """What this entry is recognised by."""
        if self.section.shared:
            return Identity(RECORD, record.id)
        spec = self.deciding
        value = getattr(record, spec.name) if spec else None
        if spec and value and spec.kind is Kind.TERM:
            return Identity(TERM, self.current(value))
        if spec and value and spec.kind is Kind.LINK:
            return Identity(RECORD, self.shared.get(value, value))
        parent = getattr(record, "parent", None)
        if spec is None and parent is not None and parent in self.above:
            return Identity(INSIDE, self.above[parent])
        name = normal(case.name(record)) if case.name(record) else ""
        return Identity(TITLE, name) if name else Identity(ENTRY, record.id)

    def current(self, term_id: str) -> str:
        """The term that is used in the place of this one today."""
        term = self.vocabulary.get(term_id) if self.vocabulary else None
        for _step in range(9):
            if term is None or not term.deprecated_by or self.vocabulary is None:
                break
            term = self.vocabulary.get(term.deprecated_by)
        return term.id if term else term_id

    def broader(self, term_id: str) -> tuple[str, ...]:
        """The terms above a term, the nearest first."""
        term = self.vocabulary.get(term_id) if self.vocabulary else None
        above: list[str] = []
        while term and term.broader and self.vocabulary:
            above.append(term.broader)
            term = self.vocabulary.get(term.broader)
        return tuple(above)


def deciding_field(section: SectionSpec) -> FieldSpec | None:
    """The field that decides which entries of a section belong together; None where what they stand in does."""
    summary = section.summary
    if summary.compare_by:
        return summary
    terms = [spec for spec in section.fields if spec.compare_by and spec.kind is Kind.TERM]
    if terms:
        return terms[0]
    return None if section.parent else summary
