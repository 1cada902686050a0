"""The lines of the table: parts, sections, rows, and what is opened under them."""

from collections.abc import Collection, Iterator, Mapping
from enum import StrEnum

import attrs

from casebook.domain.comparison import Candidate, Comparison, Heading, Row, RowKind, RowState
from casebook.domain.comparison_details import details
from casebook.domain.comparison_sections import section_row, standing_in

LONG = 110
"""Characters from which a field is opened to be read whole."""


class LineKind(StrEnum):
    """What a line shows."""

    BAND = "band"  # title of a part, whose fields follow
    SECTION = "section"  # a section as a whole
    ROW = "row"
    DETAIL = "detail"  # one field of the entries above
    SIMILAR = "similar"  # two entries that may be the same thing


@attrs.frozen(kw_only=True)
class Line:
    """One line; `key` is its own among all lines, and that of its row where it has a finding."""

    kind: LineKind
    key: str
    label: str
    row: Row | None = None
    depth: int = 0
    can_open: bool = False
    is_open: bool = False
    candidate: Candidate | None = None
    note: str = ""
    """Title of the section, for a row that stands in another."""

    @property
    def finds(self) -> bool:
        """Whether a finding can be written beside it."""
        return self.kind in (LineKind.SECTION, LineKind.ROW)

    @property
    def differs(self) -> bool:
        """Whether it is a difference to stop at; an open section is not, its rows are."""
        told = self.row is not None and self.finds and not (self.kind is LineKind.SECTION and self.is_open)
        return told and self.row is not None and self.row.state not in (RowState.SHARED, RowState.MISSING)


@attrs.frozen(kw_only=True)
class Reading:
    """How a comparison is being read: what is open, and which entry of a cell is looked into."""

    sections: frozenset[str] = frozenset()
    """Open sections."""
    folded: frozenset[str] = frozenset()
    """Folded parts."""
    rows: frozenset[str] = frozenset()
    """Open rows."""
    chosen: Mapping[str, Mapping[str, str]] = attrs.field(factory=dict)
    """By row key: the entry chosen of a case, by the case's id."""
    all_open: bool = False
    """Every section is open, as while searching."""

    def toggled(self, line: Line) -> "Reading":
        """The same with a line opened, or closed."""
        name = {LineKind.BAND: "folded", LineKind.SECTION: "sections"}.get(line.kind, "rows")
        return attrs.evolve(self, **{name: getattr(self, name) ^ {line.key}})

    def choosing(self, row_key: str, case_id: str, entry_id: str) -> "Reading":
        """The same with another entry of a case looked into."""
        held = {**self.chosen.get(row_key, {}), case_id: entry_id}
        return attrs.evolve(self, chosen={**self.chosen, row_key: held})


def lines_of(comparison: Comparison, passing: Collection[str], reading: Reading) -> tuple[Line, ...]:
    """The lines of the rows that pass, in the order of the declaration; what they stand in comes along."""
    return tuple(_Lines(comparison, passing, reading).all())


class _Lines:
    def __init__(self, comparison: Comparison, passing: Collection[str], reading: Reading) -> None:
        self._comparison, self._reading = comparison, reading
        self._offered: set[Candidate] = set()
        self._above = standing_in(comparison)
        wanted = set(passing)
        for key in passing:
            while key := self._above.get(key, ""):
                wanted.add(key)
        self._inside: dict[str, list[Row]] = {}
        self._loose: dict[str, list[Row]] = {}
        self._own: dict[str, list[Row]] = {}
        self._headings = {heading.key: heading for heading in comparison.headings}
        for row in comparison.rows:
            if row.key in wanted:
                self._sort_in(row)

    def _sort_in(self, row: Row) -> None:
        heading = self._headings[row.section]
        if row.key in self._above:
            self._inside.setdefault(self._above[row.key], []).append(row)
        elif heading.parent:
            self._loose.setdefault(self._top(heading), []).append(row)
        else:
            self._own.setdefault(row.section, []).append(row)

    def _top(self, heading: Heading) -> str:
        while heading.parent:
            heading = self._headings[heading.parent]
        return heading.key

    def all(self) -> Iterator[Line]:
        """Every line."""
        for heading in self._comparison.headings:
            own, loose = self._own.get(heading.key, []), self._loose.get(heading.key, [])
            if own and own[0].kind is RowKind.FIELD:
                yield from self._part(heading, own)
            elif own or loose:
                yield from self._section(heading, own, loose)

    def _part(self, heading: Heading, rows: list[Row]) -> Iterator[Line]:
        opened = heading.key not in self._reading.folded
        yield Line(kind=LineKind.BAND, key=heading.key, label=heading.title, can_open=True, is_open=opened)
        for row in rows if opened else ():
            long = any(len(words) > LONG or "\n" in words for cell in row.cells for words in cell.words)
            yield self._line(row, 0, can_open=long)

    def _section(self, heading: Heading, own: list[Row], loose: list[Row]) -> Iterator[Line]:
        lone = len(own) == 1 and own[0].kind is RowKind.SECTION
        can_open = not lone or any(row.kind is not RowKind.SECTION for row in loose)
        opened = can_open and (self._reading.all_open or heading.key in self._reading.sections)
        yield Line(
            kind=LineKind.SECTION,
            key=heading.key,
            label=heading.title,
            row=section_row(heading, own or loose),
            can_open=can_open,
            is_open=opened,
        )
        if opened:
            for row in own if not lone else ():
                yield from self._rows(row, 1)
            for row in loose:
                yield self._line(row, 1, can_open=row.kind is RowKind.ENTRIES)

    def _rows(self, row: Row, depth: int) -> Iterator[Line]:
        line = self._line(row, depth, can_open=True)
        yield line
        for candidate in row.similar:
            if candidate not in self._offered:
                self._offered.add(candidate)
                yield Line(
                    kind=LineKind.SIMILAR,
                    key=f"{candidate.one} {candidate.other}",
                    label="",
                    depth=depth + 1,
                    candidate=candidate,
                )
        if line.is_open:
            yield from self._details(row, depth + 1)
        for inner in self._inside.get(row.key, ()):
            # What stands in a row is seen beside it; what stands deeper, when that is opened.
            if depth < 2 or line.is_open:
                yield from self._rows(inner, depth + 1)

    def _details(self, row: Row, depth: int) -> Iterator[Line]:
        picked = self._reading.chosen.get(row.key, {})
        chosen = {
            number: picked[case.id] for number, case in enumerate(self._comparison.cases) if case.id in picked
        }
        for detail in details(self._comparison, row, chosen):
            if detail.state is not RowState.MISSING:
                yield Line(kind=LineKind.DETAIL, key=detail.key, label=detail.label, row=detail, depth=depth)

    def _line(self, row: Row, depth: int, *, can_open: bool) -> Line:
        heading = self._headings[row.section]
        return Line(
            kind=LineKind.ROW,
            key=row.key,
            label=heading.title if row.parent or row.kind is RowKind.SECTION else row.label,
            row=row,
            depth=depth,
            can_open=can_open,
            is_open=can_open and row.key in self._reading.rows,
            note=heading.title if heading.parent and not row.parent else "",
        )
