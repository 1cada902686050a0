from PySide6.QtCore import Qt

from casebook.ui.widgets.kept_list import KeptList


def test_enter_opens_and_delete_asks(qtbot, look):
    shown = KeptList()
    qtbot.addWidget(shown)
    shown.addItems(["First", "Second"])
    shown.setCurrentRow(1)
    shown.show()
    with qtbot.waitSignal(shown.itemActivated) as opened:
        qtbot.keyClick(shown, Qt.Key.Key_Return)
    assert opened.args[0].text() == "Second"
    with qtbot.waitSignal(shown.delete_wanted):
        qtbot.keyClick(shown, Qt.Key.Key_Delete)
    qtbot.keyClick(shown, Qt.Key.Key_Up)
    assert shown.currentItem().text() == "First"
