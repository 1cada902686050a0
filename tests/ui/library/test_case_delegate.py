import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontMetrics

from casebook.storage.listing import ListQuery
from casebook.ui.library.case_columns import COLUMNS
from casebook.ui.library.case_delegate import _lines, row_height
from casebook.ui.library.case_model import CaseModel
from casebook.ui.library.case_table import CaseTable
from casebook.ui.theme import LIGHT

KEYS = [column.key for column in COLUMNS]


@pytest.fixture
def table(workbench, qtbot):
    model = CaseModel(workbench)
    model.show(ListQuery())
    made = CaseTable(model)
    qtbot.addWidget(made)
    made.resize(1000, 300)
    made.show()
    return made


def cell(table, key):
    rect = table.visualRect(table.model().index(0, KEYS.index(key)))
    return table.viewport().grab(rect).toImage()


def colours(image):
    return {
        QColor(image.pixel(x, y)).name().upper() for x in range(image.width()) for y in range(image.height())
    }


def test_every_column_draws_something(table):
    for key in (column.key for column in COLUMNS if column.usual):
        assert len(colours(cell(table, key))) > 2, key


def test_the_status_has_its_colours_and_the_bar_the_accent(table):
    assert LIGHT.ok[0].upper() in colours(cell(table, "status"))
    assert LIGHT.accent.upper() in colours(cell(table, "complete"))


def test_the_chosen_row_and_the_row_with_the_keyboard_are_marked(table, qtbot):
    plain = colours(cell(table, "place"))
    table.setFocus()
    table.choose(0)
    marked = colours(cell(table, "place"))
    assert LIGHT.selection.upper() in marked - plain
    assert LIGHT.accent.upper() in marked


def test_rows_have_room_for_two_lines_and_a_reference(table):
    metrics = QFontMetrics(table.font())
    assert table.rowHeight(0) == row_height(metrics) > 2.8 * metrics.height()


def test_long_titles_break_once_and_end_in_an_ellipsis(table):
    metrics = QFontMetrics(table.font())
    lines = _lines("word " * 60, table.font(), metrics, 200, 2)
    assert len(lines) == 2 and lines[1].endswith("…")
    assert all(metrics.horizontalAdvance(line) <= 200 for line in lines)
    assert _lines("short", table.font(), metrics, 200, 2) == ["short"]
    assert _lines("", table.font(), metrics, 200, 2) == []


def test_it_mirrors(table):
    left = cell(table, "status")
    table.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    right = cell(table, "status")
    chip = QColor(LIGHT.ok[0]).rgb()

    def middle(image):
        xs = [x for x in range(image.width()) for y in range(10, 30) if image.pixel(x, y) == chip]
        return sum(xs) / len(xs) / image.width()

    assert middle(left) < 0.5 < middle(right)
