from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from tests.ui.compare.reviewer import COAST, CONTROL, HILLS, RIVER, SHIFT


def drag(reviewer, qtbot, old, new, keys=Qt.KeyboardModifier.NoModifier):
    """Drag a title onto another."""
    header = reviewer.page.table.case_header

    def middle(at):
        return QPoint(header.sectionViewportPosition(at) + header.sectionSize(at) // 2, header.height() // 2)

    start, end = middle(old), middle(new)
    view = header.viewport()
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    for share in (0.2, 0.5, 0.8, 1.0, 1.05):
        at = QPoint(round(start.x() + (end.x() - start.x()) * share), start.y())
        move(view, at)
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, keys, pos=at)


def move(view, at):
    from PySide6.QtCore import QEvent, QPointF
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QApplication

    held = Qt.MouseButton.LeftButton
    QApplication.sendEvent(
        view,
        QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(at),
            QPointF(view.mapToGlobal(at)),
            Qt.MouseButton.NoButton,
            held,
            Qt.KeyboardModifier.NoModifier,
        ),
    )


def test_dragging_a_title_moves_the_case_and_keeps_the_states(reviewer, qtbot):
    before = {row.key: row.state for row in reviewer.desk.comparison.rows}
    drag(reviewer, qtbot, 0, 1)
    assert reviewer.desk.case_ids == (COAST, RIVER, HILLS)
    assert reviewer.titles[0] == "Coast: a late mandate"
    assert {row.key: row.state for row in reviewer.desk.comparison.rows} == before
    header = reviewer.page.table.case_header
    assert [header.visualIndex(at) for at in range(header.count())] == [0, 1, 2, 3]
    reviewer.workbench.undo()
    assert reviewer.desk.case_ids == (RIVER, COAST, HILLS)


def test_dragging_with_shift_swaps_two_cases(reviewer, qtbot):
    drag(reviewer, qtbot, 0, 2, SHIFT)
    assert reviewer.desk.case_ids == (HILLS, COAST, RIVER)
    reviewer.workbench.undo()
    assert reviewer.desk.case_ids == (RIVER, COAST, HILLS)


def test_the_synthesis_stays_last(reviewer, qtbot):
    drag(reviewer, qtbot, 3, 0)
    assert reviewer.desk.case_ids == (RIVER, COAST, HILLS)
    header = reviewer.page.table.case_header
    assert header.visualIndex(3) == 3


def test_a_click_on_a_title_offers_reference_moves_swaps_and_out(reviewer, qtbot):
    header = reviewer.page.table.case_header
    at = QPoint(header.sectionViewportPosition(1) + 30, header.height() // 2)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    menu = reviewer.page.findChild(QMenu, "case-menu")
    assert menu.isVisible()
    actions = {action.objectName(): action for action in menu.actions()}
    actions["reference"].trigger()
    menu.close()
    assert reviewer.desk.synthesis.reference == COAST
    assert any(getattr(block, "text", "") == "Reference" for block in header._blocks(1))


def test_keys_move_the_case_of_the_current_cell(reviewer):
    reviewer.go("overview/scope", 2)
    reviewer.press(Qt.Key.Key_Left, CONTROL | SHIFT)
    assert reviewer.desk.case_ids == (RIVER, HILLS, COAST)
    reviewer.press(Qt.Key.Key_Left, CONTROL | SHIFT)
    assert reviewer.desk.case_ids == (HILLS, RIVER, COAST)
    assert reviewer.page.table.currentIndex().column() == 0
