from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QPushButton

from casebook.ui.dialogs.unexpected_dialog import UnexpectedDialog


def test_details_are_folded_away_and_can_be_copied(qtbot, look):
    dialog = UnexpectedDialog("Traceback: division by zero", "/somewhere/casebook.log")
    qtbot.addWidget(dialog)
    dialog.show()
    details = dialog.findChild(QPlainTextEdit, "details")
    assert not details.isVisible()
    dialog.findChild(QPushButton, "show-details").click()
    assert details.isVisible() and "division" in details.toPlainText()
    dialog.findChild(QPushButton, "copy-details").click()
    assert QGuiApplication.clipboard().text() == "Traceback: division by zero"
    with qtbot.waitSignal(dialog.accepted):
        dialog.findChild(QPushButton, "go-on").click()
