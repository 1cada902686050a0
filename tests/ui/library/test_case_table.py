import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication

from casebook.storage.listing import ListQuery
from casebook.ui.library.case_columns import COLUMNS
from casebook.ui.library.case_model import CaseModel
from casebook.ui.library.case_table import CaseTable
from casebook.ui.organise.case_drag import dragged_cases

KEYS = [column.key for column in COLUMNS]


@pytest.fixture
def table(crowded, qtbot):
    model = CaseModel(crowded)
    model.show(ListQuery())
    made = CaseTable(model)
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.show()
    made.setFocus()
    made.ids = crowded.library.cases.ids(ListQuery())
    return made


def place(table, row, key="case"):
    return table.visualRect(table.model().index(row, KEYS.index(key))).center()


def test_enter_and_double_click_open(table, qtbot):
    table.choose(2)
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [table.ids[2]]
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place(table, 4))
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place(table, 4))
    assert opened.args == [table.ids[4]]


def test_delete_asks_for_the_trash(table, qtbot):
    with qtbot.waitSignal(table.trash_wanted):
        qtbot.keyClick(table, Qt.Key.Key_Delete)


def test_the_mark_adds_rows_to_the_choice_and_takes_them_out(table, qtbot):
    for row in (1, 3, 5):
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place(table, row, "mark"))
    assert table.chosen_ids() == tuple(table.ids[row] for row in (1, 3, 5))
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place(table, 3, "mark"))
    assert table.chosen_rows() == [1, 5]


def test_shift_and_control_choose_several(table, qtbot):
    table.choose(0)
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert table.chosen_rows() == [0, 1, 2]
    qtbot.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert table.chosen_ids() == tuple(table.ids)


def test_a_click_on_a_header_sorts(table, qtbot):
    header = table.horizontalHeader()
    at = header.sectionViewportPosition(KEYS.index("case")) + 20
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(at, 10))
    query = table.model().query
    assert query.sort == "title"
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(at, 10))
    assert table.model().query.descending != query.descending


def test_columns_give_way_in_their_order_and_come_back(table):
    shown = [key for at, key in enumerate(KEYS) if not table.isColumnHidden(at)]
    usual = [column.key for column in COLUMNS if column.usual]
    assert shown == usual
    table.resize(430, 600)
    narrow = [key for at, key in enumerate(KEYS) if not table.isColumnHidden(at)]
    assert {"mark", "case", "status"} <= set(narrow) and "partners" not in narrow
    assert table.columnWidth(KEYS.index("case")) >= 150
    table.resize(1000, 600)
    assert [key for at, key in enumerate(KEYS) if not table.isColumnHidden(at)] == usual


@pytest.fixture
def carried(monkeypatch):
    """The ids of every drag that is started."""
    seen = []
    monkeypatch.setattr(QDrag, "exec", lambda drag, _action: seen.append(dragged_cases(drag.mimeData())))
    return seen


def drag(table, row, by, qtbot):
    view, start = table.viewport(), table.visualRect(table.model().index(row, KEYS.index("case"))).center()
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    for part in (1, 2):
        where = QPointF(start + by * part)
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        button = Qt.MouseButton.NoButton
        QApplication.sendEvent(
            view, QMouseEvent(QEvent.Type.MouseMove, where, view.mapToGlobal(where), button, left, none)
        )
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=start + by * 2)


@pytest.mark.parametrize("by", [QPoint(-30, 0), QPoint(0, 30)])
def test_all_chosen_cases_are_dragged_by_their_ids(table, carried, by, qtbot):
    qtbot.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    drag(table, 2, by, qtbot)
    assert carried == [tuple(table.ids)] and len(table.chosen_rows()) == len(table.ids)


def test_a_row_is_dragged_sideways_and_up_and_down_choose_rows(table, carried, qtbot):
    drag(table, 2, QPoint(-30, 2), qtbot)
    assert carried == [(table.ids[2],)]
    drag(table, 4, QPoint(0, table.rowHeight(0)), qtbot)
    assert len(carried) == 1 and table.chosen_rows() == [4, 5, 6]
