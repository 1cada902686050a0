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
    assert shown == KEYS
    table.resize(430, 600)
    narrow = [key for at, key in enumerate(KEYS) if not table.isColumnHidden(at)]
    assert {"mark", "case", "status"} <= set(narrow) and "partners" not in narrow
    assert table.columnWidth(KEYS.index("case")) >= 150
    table.resize(1000, 600)
    assert not any(table.isColumnHidden(at) for at in range(len(KEYS)))


def test_all_chosen_cases_are_dragged_by_their_ids(table, qtbot, monkeypatch):
    carried = []
    monkeypatch.setattr(QDrag, "exec", lambda drag, _action: carried.append(dragged_cases(drag.mimeData())))
    qtbot.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    start = table.visualRect(table.model().index(2, KEYS.index("case"))).center()
    view = table.viewport()
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    for far in (20, 60):
        move = QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(start + QPoint(far, 0)),
            view.mapToGlobal(QPointF(start + QPoint(far, 0))),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(view, move)
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=start)
    assert carried == [tuple(table.ids)]
