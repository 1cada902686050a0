import pytest
from PySide6.QtCore import Qt

from casebook.ui.compare.matrix_table import MatrixTable
from tests.ui.compare.test_matrix_model import model as _model

model = _model


@pytest.fixture
def table(model, qtbot):
    made = MatrixTable(model)
    qtbot.addWidget(made)
    made.resize(900, 300)
    made.show()
    made.setCurrentIndex(model.index(0, 0))
    return made


def middle(table, row, column):
    return table.visualRect(table.model().index(row, column)).center()


def test_enter_and_click_open_a_cell(table, qtbot):
    with qtbot.waitSignal(table.opened) as wish:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert wish.args == [0, 0]
    with qtbot.waitSignal(table.opened) as wish:
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=middle(table, 1, 0))
    assert wish.args == [1, 0]


def test_s_sorts_by_the_current_line(table, qtbot):
    with qtbot.waitSignal(table.sorting) as wish:
        qtbot.keyClick(table, Qt.Key.Key_S)
    assert wish.args == [False, 0]
    with qtbot.waitSignal(table.sorting) as wish:
        qtbot.keyClick(table, Qt.Key.Key_S, Qt.KeyboardModifier.ShiftModifier)
    assert wish.args == [True, 0]


def test_graver_cells_are_darker(table):
    picture = table.viewport().grab().toImage()

    def light(row, column):
        box = table.visualRect(table.model().index(row, column))
        return picture.pixelColor(box.left() + 6, box.top() + 6).lightness()

    iraq, liberia, ungraded, empty = light(1, 0), light(0, 0), light(0, 1), light(1, 1)
    assert iraq < liberia < ungraded
    assert ungraded != empty


def test_an_absence_is_drawn_and_not_left_blank(table):
    def picture(row):
        return (
            table.viewport()
            .grab(table.visualRect(table.model().index(row, 1)).adjusted(3, 3, -3, -3))
            .toImage()
        )

    assert picture(2) != picture(1)


def test_the_whole_picture_is_larger_than_what_is_seen(table):
    table.resize(300, 120)
    picture = table.whole_picture()
    assert picture.width() >= table.rows.width() + table.columns.length()
    assert picture.height() >= table.columns.height() + table.rows.length()


def test_from_right_to_left_the_same_cells_are_drawn(table, qtbot):
    table.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    columns = table._columns_in(table.viewport().rect())
    assert [key for key, _left, _width in columns] == ["funding", "mandate-gap"]
    assert columns[0][1] > columns[1][1]
