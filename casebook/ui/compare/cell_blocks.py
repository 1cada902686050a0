"""Puts a cell of the comparison into blocks: what a case has in a row, as far as it fits."""

from collections.abc import Mapping, Sequence

import attrs

from casebook.domain.comparison import Cell, Comparison, Gap, Held, Mark, Row, RowKind
from casebook.domain.comparison_figures import Figure, Figures, figures
from casebook.domain.comparison_reference import Standing, standings
from casebook.domain.fields import Kind
from casebook.domain.marking import _
from casebook.domain.prose_differences import Kept, prose_differences
from casebook.domain.wording import number_words
from casebook.ui.compare.blocks import BarBlock, Block, ChipBlock, Words
from casebook.ui.compare.lines import Line, LineKind
from casebook.ui.compare.marks import GAP_SIGNS, MARK_SIGNS, STANDING_SIGNS
from casebook.ui.compare.plain_prose import plain_prose
from casebook.ui.i18n import translated

CHIPS, CHIPS_OF_ROW = 8, 12
"""Chips that a cell of a section, or of a row, shows before it counts the rest."""
CLIPPED = 3
"""Lines of a text that has not been opened."""
ALIKE = 0.3
"""Share of words two texts must have in common for their differences to be worth marking."""
IN_WORDS = frozenset({Kind.LINE, Kind.PROSE, Kind.WHEN, Kind.NUMBER, Kind.WHOLE, Kind.URL, Kind.FILE})
"""Kinds that read as words; the others are chips."""


@attrs.frozen(kw_only=True)
class Sight:
    """What the cells of a comparison are drawn from."""

    comparison: Comparison
    reference: int | None = None
    """Number of the case that others are read against."""
    chosen: Mapping[str, Mapping[str, str]] = attrs.field(factory=dict)

    @property
    def base(self) -> int:
        """Number of the case whose texts the others are compared with."""
        return self.reference if self.reference is not None else 0


def cell_blocks(line: Line, column: int, sight: Sight) -> list[Block]:
    """What case number `column` has in a line."""
    row = line.row
    if row is None:
        return []
    cell = row.cells[column]
    if line.kind is LineKind.SECTION:
        if not cell.entries and sight.comparison.cases[column].section(row.section):
            return [Words(text="—", look="muted")]  # it has entries, but none that are shown
        return _counted(cell) if line.is_open else _section(cell)
    whole = line.is_open or line.kind is LineKind.DETAIL
    above = sight.comparison.by_key.get(row.parent) if line.kind is LineKind.DETAIL else None
    if above is not None and not above.cells[column].entries:
        return [Words(text="—", look="muted")]  # it is said above why there is nothing
    if cell.gap is not None:
        found: list[Block] = [*_missing(row, cell)]
    elif row.kind is RowKind.FIELD:
        found = _field(row, column, sight, whole=whole)
    else:
        told = figures(sight.comparison, row)
        picked = sight.chosen.get(row.key, {}).get(sight.comparison.cases[column].id, "")
        if not picked and line.is_open and len(cell.entries) > 1:
            picked = cell.entries[0].id
        found = _figures(told, column) if told else _entries(cell, picked)
    return [*found, *_standing(row, column, sight)] if line.kind is LineKind.ROW else found


def _missing(row: Row, cell: Cell) -> list[Block]:
    sign = GAP_SIGNS[cell.gap or Gap.NOT_RECORDED]
    text = f"{sign.symbol} {translated(sign.word)}"
    if cell.related:
        near = ", ".join(dict.fromkeys(held.words for held in cell.related))
        related = MARK_SIGNS[Mark.RELATED]
        return [
            Words(text=text, look="muted"),
            Words(text=f"{related.symbol} {translated(related.word)}: {near}", look="small", lines=2),
        ]
    if row.kind is RowKind.ENTRIES or cell.gap is not Gap.NOT_RECORDED:
        return [Words(text=text, look="muted")]
    return [ChipBlock(text=text, state=sign.state)]


def _chip(held: Held, mark: Mark, chosen: str = "") -> ChipBlock:
    sign = MARK_SIGNS[mark]
    grade = held.grade.code if held.grade else ""
    return ChipBlock(
        text=f"{sign.symbol} {held.words}",
        state=sign.state,
        dashed=held.weak,
        grade=grade or (translated(_("unsourced")) if held.weak else ""),
        chosen=held.id == chosen,
        target=held.id,
    )


def _section(cell: Cell) -> list[Block]:
    if not cell.entries:
        sign = GAP_SIGNS[cell.gap or Gap.NOT_RECORDED]
        text = f"{sign.symbol} {translated(sign.word)}"
        if cell.gap in (None, Gap.NOT_RECORDED):
            return [ChipBlock(text=text, state=sign.state)]
        return [Words(text=text, look="muted")]
    return _chips(cell, CHIPS)


def _counted(cell: Cell) -> list[Block]:
    count = len(cell.entries)
    if not count:
        return _section(cell)
    return [
        Words(
            text=translated(_("1 entry")) if count == 1 else translated(_("{} entries")).format(count),
            look="muted",
        )
    ]


def _entries(cell: Cell, chosen: str) -> list[Block]:
    return _chips(cell, CHIPS_OF_ROW, chosen)


def _chips(cell: Cell, most: int, chosen: str = "") -> list[Block]:
    pairs = list(zip(cell.entries, cell.marks, strict=True))
    shown: list[Block] = [_chip(held, mark, chosen) for held, mark in pairs[:most]]
    if len(pairs) > most:
        shown.append(Words(text=translated(_("and {} more")).format(len(pairs) - most), look="small"))
    return shown


def _field(row: Row, column: int, sight: Sight, *, whole: bool) -> list[Block]:
    cell, spec = row.cells[column], row.spec
    if spec is not None and spec.kind not in IN_WORDS:
        made: list[Block] = []
        for words, mark in zip(cell.words, cell.marks, strict=True):
            sign = MARK_SIGNS[mark]
            made.append(ChipBlock(text=f"{sign.symbol} {words}", state=sign.state))
        return made[:CHIPS_OF_ROW]
    text = plain_prose("\n".join(cell.words))
    if not whole:
        return [Words(text=" ".join(text.split()), lines=CLIPPED)]
    base = row.cells[sight.base]
    if column == sight.base or base.gap is not None or spec is None or spec.kind is not Kind.PROSE:
        return [Words(text=text)]
    return [_compared(plain_prose("\n".join(base.words)), text)]


def _compared(base: str, text: str) -> Words:
    """A text with what the other one does not have, and what it alone has, where the two are versions of one."""
    if base == text:
        return Words(text=text)
    runs = prose_differences(base, text)
    kept = sum(len(run.text) for run in runs if run.kept is Kept.KEPT)
    if kept < ALIKE * max(len(base), len(text)):
        return Words(text=text)
    at, marked = 0, []
    for run in runs:
        length = len(run.text) + sum(sign > "\uffff" for sign in run.text)  # Qt counts in UTF-16
        if run.kept is not Kept.KEPT:
            marked.append((at, length, run.kept.value))
        at += length
    return Words(text="".join(run.text for run in runs), runs=tuple(marked))


def _figures(told: Figures, column: int) -> list[Block]:
    made: list[Block] = []
    for figure in told.cells[column]:
        if len(told.cells[column]) > 1 or not figure.values:
            made.append(Words(text=figure.name, look="small", lines=2))
        made.append(Words(text=_figure_words(figure)))
        grade = figure.grade.code if figure.grade else ""
        if grade or figure.weak:
            made.append(
                ChipBlock(
                    text=grade or translated(_("unsourced")),
                    state="warning" if figure.weak else "neutral",
                    dashed=figure.weak,
                    target=figure.indicator,
                )
            )
        scale = told.scale(figure)
        if figure.achieved is not None or figure.baseline is not None:
            begun = figure.baseline if figure.baseline is not None else 0.0
            reached = figure.achieved if figure.achieved is not None else begun
            target = None if figure.target is None else scale.share(figure.target)
            made.append(BarBlock(begun=scale.share(begun), reached=scale.share(reached), target=target))
    return made


def _figure_words(figure: Figure) -> str:
    def said(value: float | None) -> str:
        return "—" if value is None else number_words(value)

    text = f"{said(figure.baseline)} → {said(figure.achieved)} {figure.unit}".strip()
    parts = [text]
    if figure.achieved_on is not None:
        parts.append(str(figure.achieved_on))
    if figure.target is not None:
        parts.append(translated(_("aim {}")).format(number_words(figure.target)))
    return " · ".join(parts)


def _standing(row: Row, column: int, sight: Sight) -> Sequence[Block]:
    """How the cell stands to the reference, where there is one."""
    if sight.reference is None:
        return []
    found = standings(row, sight.reference)[column]
    if found is Standing.REFERENCE or (found is Standing.SAME and row.cells[column].gap is not None):
        return []
    sign = STANDING_SIGNS[found]
    return [Words(text=f"{sign.symbol} {translated(sign.word)}", look="small")]
