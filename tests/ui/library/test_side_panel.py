import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QPushButton, QWidget

from casebook.ui.actions import Actions, Needs
from casebook.ui.library.case_lists import LISTS
from casebook.ui.library.side_panel import SidePanel
from casebook.ui.widgets.line_delegate import NOTE_ROLE


@pytest.fixture
def panel(qtbot, look):
    host = QWidget()
    qtbot.addWidget(host)
    made = SidePanel(Actions(host), [QWidget()], host)
    made.host = host
    host.show()
    return made


def test_counts_stand_beside_the_lists(panel):
    panel.show_counts({"all": 214, "trash": 2})
    view = panel.findChild(QListWidget, "lists")
    assert [view.item(at).data(NOTE_ROLE) for at in (0, 1, 5)] == ["214", "0", "2"]
    assert view.item(0).data(Qt.ItemDataRole.AccessibleTextRole) == "All cases: 214"


def test_lists_are_walked_with_the_keyboard(panel, qtbot):
    view = panel.findChild(QListWidget, "lists")
    with qtbot.waitSignal(panel.chosen) as chosen:
        qtbot.keyClick(view, Qt.Key.Key_Down)
    assert chosen.args == [LISTS[1]] and panel.current is LISTS[1]
    panel.choose("trash")
    assert panel.current.key == "trash"


def test_a_case_can_be_begun_only_where_one_may_write(panel, qtbot):
    host = panel.parent()
    actions = host.findChild(Actions)
    actions.enable(Needs.LIBRARY)
    button = panel.findChild(QPushButton, "side-new-case")
    assert not button.isEnabled()
    actions.enable(Needs.LIBRARY | Needs.WRITABLE)
    with qtbot.waitSignal(actions["new-case"].triggered):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
