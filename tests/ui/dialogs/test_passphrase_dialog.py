import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit

from casebook.ui.dialogs.passphrase_dialog import PassphraseDialog


@pytest.fixture
def dialog(qtbot, look):
    made = PassphraseDialog("Field library", lambda typed: "" if typed == "four words" else "That is not it.")
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_wrong_passphrase_is_said_and_asked_again(dialog, qtbot):
    field = dialog.findChild(QLineEdit, "passphrase")
    qtbot.keyClicks(field, "guess")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.findChild(QLabel, "problem").text() == "That is not it."
    qtbot.keyClicks(field, "four words")
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(field, Qt.Key.Key_Return)


def test_what_is_typed_is_hidden_until_asked_for(dialog, qtbot):
    field = dialog.findChild(QLineEdit, "passphrase")
    assert field.echoMode() is QLineEdit.EchoMode.Password
    dialog.findChild(QCheckBox, "show-passphrase").click()
    assert field.echoMode() is QLineEdit.EchoMode.Normal
