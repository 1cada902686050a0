import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont

from casebook.ui.compare.matrix_header import broken, halves
from casebook.ui.compare.matrix_table import MatrixTable
from tests.ui.compare.test_matrix_model import model as _model

model = _model


@pytest.fixture
def table(model, qtbot):
    made = MatrixTable(model)
    qtbot.addWidget(made)
    made.resize(900, 300)
    made.show()
    return made


def test_a_press_on_a_head_asks_for_sorting(table, qtbot):
    header = table.columns
    at = QPoint(header.sectionViewportPosition(1) + 5, 10)
    with qtbot.waitSignal(table.sorting) as wish:
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert wish.args == [False, 1]


def test_heads_stand_upright_where_there_is_room_and_are_turned_where_not(table):
    assert not table.columns.turned
    table.resize(300, 300)
    assert table.columns.turned
    assert table.columns.sizeHint().height() <= 0.45 * 300 + 80


def test_the_head_of_the_current_line_is_set_off(table):
    before = table.rows.grab().toImage()
    table.setCurrentIndex(table.model().index(1, 1))
    assert (table.rows.current, table.columns.current) == (1, 1)
    assert table.rows.grab().toImage() != before


def test_long_heads_are_broken_between_words(look):
    font = QFont(look.font())
    first, rest = halves("Local knowledge and stakeholder engagement", font, 140)
    assert f"{first} {rest}" == "Local knowledge and stakeholder engagement"
    assert halves("Word", font, 500) == ("Word", "")


def test_a_head_stands_in_as_many_lines_as_there_are_and_what_is_too_much_is_shortened(look):
    font = QFont(look.font())
    long = "Disarmament, demobilisation and reintegration"
    assert " ".join(broken(long, font, 110, 4)) == long
    first, second = broken(long, font, 110, 2)
    assert first == "Disarmament," and second.endswith("…")
    assert broken("Word", font, 110, 4) == ["Word"] and broken("", font, 110, 4) == []
