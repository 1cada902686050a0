from PySide6.QtCore import QPoint

from casebook.domain.synthesis import Finding, FindingState
from casebook.ui.compare.blocks import ChipBlock
from casebook.ui.compare.cell_delegate import HEADER, header_room
from tests.ui.compare.reviewer import SHARED


def head(reviewer, key):
    line = reviewer.page.model.lines[reviewer.page.model.row_with(key)]
    return [getattr(block, "text", "") for block in reviewer.page.table.cells._head(line)]


def test_the_header_says_symbol_word_and_what_to_look_at(reviewer):
    assert head(reviewer, "overview/scope") == ["Scope", "≠ differing"]
    assert head(reviewer, "overview/language") in (
        ["Language", "— not recorded"],
        ["Language", "● shared by all"],
    )
    assert head(reviewer, "lessons")[-1] == "1 similar?"
    reviewer.open("outcomes")
    row = reviewer.desk.comparison.of_section("indicators")[0]
    assert head(reviewer, row.key)[-1] == "units differ"


def test_rows_that_changed_say_since_when(reviewer):
    reviewer.desk.changed = frozenset({"overview/scope", SHARED})
    reviewer.page.table.cells.since = "3 March"
    assert head(reviewer, "overview/scope")[-1] == "changed since 3 March"
    assert "changed since 3 March" in head(reviewer, "challenges")


def test_a_finding_is_shown_with_its_state(reviewer):
    reviewer.desk.set_finding("lessons", Finding(text="Train **first**.", state=FindingState.DECIDED))
    line = reviewer.page.model.lines[reviewer.page.model.row_with("lessons")]
    words, chip = reviewer.page.table.cells._finding(line)
    assert words.text == "Train first."
    assert (chip.text, chip.state) == ("✓ Decided", "ok")


def test_the_height_of_a_line_is_that_of_its_highest_cell(reviewer):
    table, model = reviewer.page.table, reviewer.page.model
    at = model.row_with("challenges")
    line = model.lines[at]
    highest = max(
        table.cells.layout_of(line, column, table.columnWidth(column)).height
        for column in range(model.columnCount())
    )
    assert table.rowHeight(at) >= highest
    room = header_room(line, table.row_header.width(), 1)
    assert table.rowHeight(at) >= table.cells.layout_of(line, HEADER, room).height


def test_what_stands_at_a_point_is_found(reviewer):
    box = reviewer.cell("challenges", 0)
    index = reviewer.page.table.indexAt(box.center())
    block = reviewer.page.table.cells.block_at(index, box.topLeft() + QPoint(16, 16), box)
    assert isinstance(block, ChipBlock)
