"""A comparison as the sheets of a workbook: side by side, counted, in figures, with the findings and a codebook."""

from collections.abc import Iterator

from casebook.domain.comparison import GAP_WORDS, Cell, Comparison, Gap, Mark, Row, RowKind, RowState
from casebook.domain.comparison_figures import figures
from casebook.domain.comparison_signs import (
    FINDING_WORDS,
    GAP_SYMBOLS,
    MARK_SYMBOLS,
    MARK_WORDS,
    STATE_SYMBOLS,
    STATE_WORDS,
)
from casebook.domain.grid import Grid, Value
from casebook.domain.marking import _
from casebook.domain.synthesis import Synthesis

Line = tuple[Value, ...]


def comparison_grids(comparison: Comparison, synthesis: Synthesis) -> tuple[Grid, ...]:
    """Five sheets: "Side by side", "Matrix", "Figures", "Findings" and "Codebook"; numbers are numbers."""
    return (
        _side_by_side(comparison, synthesis),
        _matrix(comparison),
        _figures(comparison),
        _findings(comparison, synthesis),
        _codebook(comparison),
    )


def _names(comparison: Comparison) -> tuple[str, ...]:
    """What the columns of the cases are called: their references, or their titles."""
    return tuple(case.ref_code or comparison.wording.title(case, case) for case in comparison.cases)


def _sections(comparison: Comparison) -> dict[str, str]:
    return {heading.key: heading.title for heading in comparison.headings}


def _side_by_side(comparison: Comparison, synthesis: Synthesis) -> Grid:
    words, titles = comparison.wording.translate, _sections(comparison)
    return Grid(
        title=words(_("Side by side")),
        columns=(
            words(_("Row")),
            words(_("Section")),
            words(_("State")),
            *_names(comparison),
            words(_("Finding")),
            words(_("Finding is")),
        ),
        rows=tuple(
            (
                row.label,
                titles.get(row.section, row.section),
                words(STATE_WORDS[row.state]),
                *(_said(cell, comparison) for cell in row.cells),
                synthesis.finding(row.key).text or None,
                words(FINDING_WORDS[synthesis.finding(row.key).state])
                if synthesis.finding(row.key)
                else None,
            )
            for row in comparison.rows
        ),
    )


def _said(cell: Cell, comparison: Comparison) -> Value:
    """A number where the case has one number; else the items with their marks and grades, one below the other."""
    if cell.gap is not None and not cell.related:
        return f"{GAP_SYMBOLS[cell.gap]} {comparison.wording.translate(GAP_WORDS[cell.gap])}"
    if isinstance(cell.value, (int, float)) and not isinstance(cell.value, bool):
        return cell.value
    if not cell.entries and not cell.related:
        return "\n".join(cell.words)
    grades = [held.grade.code if held.grade else "" for held in cell.entries]
    lines = [
        " ".join(part for part in (MARK_SYMBOLS[mark], words, grade) if part)
        for mark, words, grade in zip(cell.marks, cell.words, grades, strict=True)
    ]
    lines += [f"{MARK_SYMBOLS[Mark.RELATED]} {held.words}" for held in cell.related]
    return "\n".join(lines)


def _matrix(comparison: Comparison) -> Grid:
    """How many entries each case has in each row of entries."""
    words, titles = comparison.wording.translate, _sections(comparison)
    rows = [row for row in comparison.rows if row.kind is RowKind.ENTRIES]
    return Grid(
        title=words(_("Matrix")),
        columns=(words(_("Term")), words(_("Section")), *_names(comparison), words(_("Total"))),
        rows=tuple(
            (
                row.label,
                titles.get(row.section, row.section),
                *(len(cell.entries) for cell in row.cells),
                sum(len(cell.entries) for cell in row.cells),
            )
            for row in rows
        ),
    )


def _figures(comparison: Comparison) -> Grid:
    words = comparison.wording.translate
    return Grid(
        title=words(_("Figures")),
        columns=(
            words(_("Indicator")),
            words(_("Case")),
            words(_("Unit")),
            words(_("Baseline")),
            words(_("Achieved")),
            words(_("Achieved on")),
            words(_("Target")),
            words(_("Evidence")),
        ),
        rows=tuple(line for row in comparison.rows for line in _figure_lines(comparison, row)),
    )


def _figure_lines(comparison: Comparison, row: Row) -> Iterator[Line]:
    drawn = figures(comparison, row)
    if drawn is None:
        return
    for name, cell in zip(_names(comparison), drawn.cells, strict=True):
        for figure in cell:
            yield (
                figure.name,
                name,
                figure.unit,
                figure.baseline,
                figure.achieved,
                str(figure.achieved_on or ""),
                figure.target,
                figure.grade.code if figure.grade else "",
            )


def _findings(comparison: Comparison, synthesis: Synthesis) -> Grid:
    words, titles = comparison.wording.translate, _sections(comparison)
    return Grid(
        title=words(_("Findings")),
        columns=(
            words(_("Row")),
            words(_("Section")),
            words(_("State")),
            words(_("Finding")),
            words(_("Finding is")),
        ),
        rows=tuple(
            (
                row.label,
                titles.get(row.section, row.section),
                words(STATE_WORDS[row.state]),
                synthesis.finding(row.key).text,
                words(FINDING_WORDS[synthesis.finding(row.key).state]),
            )
            for row in comparison.rows
            if synthesis.finding(row.key)
        ),
    )


def _codebook(comparison: Comparison) -> Grid:
    """Which cases are compared, and what every sign means."""
    words = comparison.wording.translate
    cases = [
        (name, words(_("Case")), f"{comparison.wording.title(case, case)} ({case.period or '–'})")
        for name, case in zip(_names(comparison), comparison.cases, strict=True)
    ]
    states = [
        (STATE_SYMBOLS[state], words(_("State of a row")), words(STATE_WORDS[state])) for state in RowState
    ]
    marks = [(MARK_SYMBOLS[mark], words(_("Mark of an item")), words(MARK_WORDS[mark])) for mark in Mark]
    gaps = [(GAP_SYMBOLS[gap], words(_("Why a cell is empty")), words(GAP_WORDS[gap])) for gap in Gap]
    grade = words(
        _("Evidence: reliability of the source from A to F, credibility of the information from 1 to 6")
    )
    return Grid(
        title=words(_("Codebook")),
        columns=(words(_("Sign")), words(_("Kind")), words(_("Meaning"))),
        rows=(*cases, *states, *marks, *gaps, ("B2", words(_("Grade")), grade)),
    )
