"""What the template of a comparison is given: cases side by side in rows, each cell already in words and HTML."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import attrs
from markupsafe import Markup

from casebook.domain.alignment import align
from casebook.domain.case import Case
from casebook.domain.comparison import (
    GAP_WORDS,
    Cell,
    Comparison,
    Gap,
    Heading,
    Held,
    Mark,
    Row,
    RowKind,
    RowState,
)
from casebook.domain.comparison_figures import Figure, Figures, figures
from casebook.domain.comparison_filters import keeping, only_differences
from casebook.domain.comparison_signs import (
    FINDING_WORDS,
    GAP_SYMBOLS,
    MARK_SYMBOLS,
    MARK_WORDS,
    STATE_SYMBOLS,
    STATE_WORDS,
)
from casebook.domain.fields import Kind
from casebook.domain.marking import _
from casebook.domain.receipt import Receipt
from casebook.domain.records import RecordId
from casebook.domain.synthesis import Finding, FindingState, Progress, Synthesis, progress
from casebook.domain.wording import Wording, number_words
from casebook.publishing.contents import Contents
from casebook.publishing.markdown import inline, prose
from casebook.publishing.order import Order
from casebook.publishing.views import EntryView, FieldView

WITHOUT_NAME = _("Comparison of {} cases")
EXPLAINED = (Mark.SHARED, Mark.SOME, Mark.UNIQUE, Mark.DIFFERING, Mark.RELATED)


@attrs.frozen(kw_only=True)
class Item:
    """One thing in a cell: its words, how it stands to the other cases, and how well it is supported."""

    html: Markup
    symbol: str = ""
    grade: str = ""
    weak: bool = False
    facts: tuple[FieldView, ...] = ()
    figure: str = ""
    """For an indicator: "0 → 3,500 people (target 4,000)"."""


@attrs.frozen(kw_only=True)
class Side:
    """What one case has in a row; `gap` says in words why it has nothing."""

    items: tuple[Item, ...] = ()
    block: Markup = attrs.field(factory=Markup)
    """Running text, in paragraphs."""
    gap: str = ""


@attrs.frozen(kw_only=True)
class Line:
    """One row: what is compared, how the cases stand to one another, a side for each, and the finding."""

    key: str
    label: Markup
    symbol: str
    state: str
    sides: tuple[Side, ...]
    note: str = ""
    finding: Markup = attrs.field(factory=Markup)
    finding_state: str = ""


@attrs.frozen(kw_only=True)
class Block:
    """The rows of one part or section; `running` rows hold texts that are read one below the other."""

    title: str
    lines: tuple[Line, ...]
    running: tuple[Line, ...] = ()


@attrs.frozen(kw_only=True)
class SideBySide:
    """A comparison for the page."""

    title: str
    blocks: tuple[Block, ...]
    found: tuple[Line, ...]
    """Rows with a finding."""
    asked: tuple[Line, ...]
    """Rows that wait for information."""
    progress: Progress
    states: tuple[tuple[str, str, int], ...]
    """Symbol, words and number of rows of each state that occurs."""
    legend: tuple[tuple[str, str], ...]


def side_by_side(
    clean: Sequence[tuple[Case, Receipt]],
    chapters: Sequence[Mapping[str, Any]],
    order: Order,
    wording: Wording,
) -> Callable[[], SideBySide]:
    """A function for the template that lays the redacted cases side by side; only who calls it pays for it."""

    def comparison() -> SideBySide:
        synthesis = order.synthesis or Synthesis()
        receipts: list[Receipt | None] = [receipt for _case, receipt in clean]
        made = align([case for case, _receipt in clean], wording, synthesis.decisions, receipts)
        declaration, contents = made.cases[0].declaration, Contents(order.sections, frozenset(order.left_out))
        made = keeping(made, lambda row: contents.prints(row.section, declaration))
        made = attrs.evolve(made, headings=contents.in_order(made.headings))
        shown = only_differences(made) if order.only_differences else made
        return _Setting(made, shown, synthesis, tuple(map(_Chapter, chapters))).whole()

    return comparison


class _Chapter:
    """The views of one case, to be found by record and by field."""

    def __init__(self, chapter: Mapping[str, Any]) -> None:
        self.fields = {field.name: field for part in chapter["parts"] for field in part.fields}
        self.entries: dict[str, EntryView] = dict(_entries(chapter["sections"]))
        self.entries |= dict(_entries(chapter["shared"]))


def _entries(sections: Iterable[Any]) -> Iterator[tuple[str, EntryView]]:
    for section in sections:
        for entry in section.entries:
            yield entry.record.id, entry
            yield from _entries(entry.children)


@attrs.frozen
class _Setting:
    comparison: Comparison
    shown: Comparison
    synthesis: Synthesis
    chapters: tuple[_Chapter, ...]

    def whole(self) -> SideBySide:
        rows = [row for row in self.shown.rows if not self._aside(row)]
        lines = {row.key: self._line(row) for row in rows}
        blocks = tuple(self._blocks(rows, lines))
        found = [row for row in self.comparison.rows if self.synthesis.finding(row.key)]
        every = {row.key: lines.get(row.key) or self._line(row) for row in found}
        waiting = FindingState.NEEDS_INFORMATION
        states = [row.state for row in rows]
        words = self.comparison.wording.translate
        return SideBySide(
            title=self.synthesis.name or words(WITHOUT_NAME).format(len(self.comparison.cases)),
            blocks=blocks,
            found=tuple(every[row.key] for row in found if self.synthesis.finding(row.key).text.strip()),
            asked=tuple(every[row.key] for row in found if self.synthesis.finding(row.key).state is waiting),
            progress=progress(self.synthesis, rows),
            states=tuple(
                (STATE_SYMBOLS[state], words(STATE_WORDS[state]), states.count(state))
                for state in RowState
                if state in states
            ),
            legend=(
                *((MARK_SYMBOLS[mark], words(MARK_WORDS[mark])) for mark in EXPLAINED),
                *((GAP_SYMBOLS[gap], words(GAP_WORDS[gap])) for gap in Gap),
            ),
        )

    def _aside(self, row: Row) -> bool:
        """Shared records are told by the entries that use them."""
        return any(heading.key == row.section and heading.shared for heading in self.comparison.headings)

    def _blocks(self, rows: Sequence[Row], lines: Mapping[str, Line]) -> Iterator[Block]:
        for heading in self.comparison.headings:
            own = [row for row in rows if row.section == heading.key]
            if not own:
                continue
            alone = [row for row in own if row.kind is RowKind.ENTRIES and row.state is RowState.UNIQUE]
            short = [lines[row.key] for row in own if not _is_running(row) and row not in alone]
            yield Block(
                title=self._title(heading),
                lines=(*short, *self._alone([lines[row.key] for row in alone])),
                running=tuple(lines[row.key] for row in own if _is_running(row)),
            )

    def _alone(self, lines: Sequence[Line]) -> Iterator[Line]:
        """One line for all that stands in one case only: each case's under its own title."""
        if len(lines) < 2:
            yield from lines
            return
        sides = tuple(
            Side(items=tuple(item for side in column for item in side.items))
            for column in zip(*(line.sides for line in lines), strict=True)
        )
        label = inline(self.comparison.wording.translate(_("Nothing beside it")))
        yield attrs.evolve(lines[0], key="", label=label, sides=sides, note="", finding=Markup(""))

    def _title(self, heading: Heading) -> str:
        """With the title of the section it stands in, for on paper nothing else says so."""
        above = {one.key: one.title for one in self.comparison.headings}.get(heading.parent, "")
        return f"{above}: {heading.title}" if above else heading.title

    def _line(self, row: Row) -> Line:
        drawn = figures(self.comparison, row)
        words = self.comparison.wording.translate
        finding = self.synthesis.finding(row.key)
        return Line(
            key=row.key,
            label=inline(row.label),
            symbol=STATE_SYMBOLS[row.state],
            state=words(STATE_WORDS[row.state]),
            sides=tuple(self._side(row, at, drawn) for at in range(len(row.cells))),
            note=words(_("units differ")) if drawn is not None and drawn.units_differ else "",
            finding=prose(finding.text) if finding.text.strip() else Markup(""),
            finding_state=self._finding_state(finding),
        )

    def _finding_state(self, finding: Finding) -> str:
        return self.comparison.wording.translate(FINDING_WORDS[finding.state]) if finding else ""

    def _side(self, row: Row, at: int, drawn: Figures | None) -> Side:
        cell = row.cells[at]
        if cell.gap is not None and not cell.related:
            words = self.comparison.wording.translate(GAP_WORDS[cell.gap])
            return Side(gap=f"{GAP_SYMBOLS[cell.gap]} {words}")
        if _is_running(row):
            return Side(block=self.chapters[at].fields[row.field].html)
        if row.kind is RowKind.FIELD:
            # Of a field with one value the row has said already how the cases stand.
            return Side(items=tuple(_items(cell, marked=row.spec is not None and row.spec.many)))
        told = (
            {figure.indicator: _told(figure, self.comparison.wording) for figure in drawn.cells[at]}
            if drawn
            else {}
        )
        marked = zip(cell.entries, cell.marks, strict=True)
        return Side(
            items=(
                *(self._entry(held, mark, at, told) for held, mark in marked),
                *(self._entry(held, Mark.RELATED, at, told) for held in cell.related),
            )
        )

    def _entry(self, held: Held, mark: Mark, at: int, told: Mapping[RecordId, str]) -> Item:
        view = self.chapters[at].entries.get(held.id)
        facts = tuple(field for field in view.short() if field.fact) if view is not None else ()
        return Item(
            html=view.title if view is not None else inline(held.words),
            symbol=MARK_SYMBOLS[mark],
            grade=held.grade.code if held.grade else "",
            weak=held.weak,
            facts=facts,
            figure=told.get(held.id, ""),
        )


def _is_running(row: Row) -> bool:
    """Whether a row compares texts that are too long for a column."""
    return row.kind is RowKind.FIELD and row.spec is not None and row.spec.kind is Kind.PROSE


def _items(cell: Cell, *, marked: bool) -> Iterator[Item]:
    for words, mark in zip(cell.words, cell.marks, strict=True):
        yield Item(html=inline(words), symbol=MARK_SYMBOLS[mark] if marked else "")


def _told(figure: Figure, wording: Wording) -> str:
    """From where to where, and what was aimed at, in the figure's unit."""
    unknown = wording.translate(_("not recorded"))
    start, end, aim = (
        number_words(value) if value is not None else ""
        for value in (figure.baseline, figure.achieved, figure.target)
    )
    if not (start or end or aim):
        return ""
    told = f"{start or unknown} → {end or unknown}" + (f" {figure.unit}" if figure.unit else "")
    return told + (" ({})".format(wording.translate(_("target {}")).format(aim)) if aim else "")
