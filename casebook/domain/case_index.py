"""A case looked up from several sides at once, so that checking all of it stays linear."""

from collections import defaultdict
from collections.abc import Iterator

from casebook.domain.case import Case
from casebook.domain.declaration import SectionSpec
from casebook.domain.fields import FieldSpec
from casebook.domain.records import Record
from casebook.domain.sections.evidence import Evidence
from casebook.domain.wording import Wording

LONGEST = 70
"""Characters of a record's name before it is cut."""


class CaseIndex:
    """Records by id, children by parent and evidence by claim, of one case as it stands; and its words."""

    def __init__(self, case: Case, wording: Wording) -> None:
        self.case = case
        self.wording = wording
        self.records: dict[str, Record] = {case.id: case}
        self.keys: dict[str, str] = {case.id: ""}
        self._inside: dict[str, list[str]] = defaultdict(list)
        self._evidence: dict[str, list[Evidence]] = defaultdict(list)
        for key in case.declaration.sections:
            for record in case.section(key):
                self.records[record.id] = record
                self.keys[record.id] = key
                parent = getattr(record, "parent", None)
                if parent:
                    self._inside[parent].append(record.id)
        for item in case.evidence:
            if item.claim and item.source:
                self._evidence[item.claim].append(item)

    def walk(self) -> Iterator[tuple[Record, FieldSpec, str]]:
        """Every (record, field, outline key) in the order of the declaration."""
        declaration = self.case.declaration
        for spec in declaration.header:
            yield self.case, spec, spec.part
        for key, section in declaration.sections.items():
            yield from self._walk_section(key, section)

    def _walk_section(self, key: str, section: SectionSpec) -> Iterator[tuple[Record, FieldSpec, str]]:
        specs = section.fields
        for record in self.case.section(key):
            for spec in specs:
                yield record, spec, key

    def name(self, record: Record) -> str:
        """What a record is called, on one line and cut where it is long."""
        title = self.wording.title(record, self.case)
        parent = self.records.get(getattr(record, "parent", None) or "")
        if parent is not None and title[:1].isdigit():
            # A bare number says nothing by itself; "Weapons handed in: 28,000" does.
            title = f"{self.wording.title(parent, self.case)}: {title}"
        return title if len(title) <= LONGEST else title[: LONGEST - 1].rstrip() + "…"

    def claims(self) -> Iterator[str]:
        """Ids of the records that evidence has been linked to."""
        return iter(self._evidence)

    def backing(self, record_id: str) -> tuple[Evidence, ...]:
        """Evidence with a source for this record, those that contradict it left out."""
        return tuple(item for item in self._evidence.get(record_id, ()) if item.stance != "contradicts")

    def within(self, record_id: str) -> Iterator[str]:
        """The record's own id, then those of everything that stands in it."""
        yield record_id
        for child in self._inside.get(record_id, ()):
            yield from self.within(child)
