import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QLabel, QLineEdit, QPushButton, QRadioButton

from casebook.ui.dialogs.protect_dialog import ProtectDialog


@pytest.fixture
def shown(look, qtbot):
    def make(fits=None, backups=0):
        dialog = ProtectDialog("Field library", fits, backups)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return make


def type_in(qtbot, dialog, **typed):
    for name, text in typed.items():
        line = dialog.findChild(QLineEdit, name.replace("_", "-"))
        line.clear()
        qtbot.keyClicks(line, text)
    qtbot.mouseClick(dialog.findChild(QPushButton, "protect"), Qt.MouseButton.LeftButton)


def problem(dialog):
    return dialog.findChild(QLabel, "problem").text()


def test_a_library_without_one_gets_a_passphrase(shown, qtbot):
    dialog = shown(backups=3)
    assert dialog.findChild(QLineEdit, "old-passphrase") is None
    assert "not protected (3" in dialog.findChild(QLabel, "old-backups").text()
    type_in(qtbot, dialog)
    assert "Type a new passphrase" in problem(dialog)
    type_in(qtbot, dialog, passphrase="four plain words", passphrase_again="four plane words")
    assert "differ" in problem(dialog) and dialog.result() != QDialog.DialogCode.Accepted
    type_in(qtbot, dialog, passphrase_again="four plain words")
    assert dialog.result() == QDialog.DialogCode.Accepted and dialog.passphrase == "four plain words"


def test_the_old_passphrase_has_to_be_known(shown, qtbot):
    dialog = shown(fits=lambda typed: typed == "old")
    type_in(qtbot, dialog, old_passphrase="odd", passphrase="new one", passphrase_again="new one")
    assert "not the passphrase" in problem(dialog)
    type_in(qtbot, dialog, old_passphrase="old")
    assert dialog.result() == QDialog.DialogCode.Accepted and dialog.passphrase == "new one"


def test_the_protection_can_be_removed_and_what_follows_is_said(shown, qtbot):
    dialog = shown(fits=lambda typed: typed == "old", backups=1)
    assert "old passphrase" in dialog.findChild(QLabel, "old-backups").text()
    dialog.findChild(QRadioButton, "remove").click()
    assert not dialog.findChild(QLineEdit, "passphrase").isVisible()
    assert dialog.findChild(QPushButton, "protect").text() == "Remove the protection"
    type_in(qtbot, dialog, old_passphrase="old")
    assert dialog.result() == QDialog.DialogCode.Accepted and dialog.passphrase == ""


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "unrelated words"),
        ("abc", "Very short"),
        ("Tr0ub4dor&3", "Short"),
        ("correct horse battery", "Fair"),
        ("correct horse battery staple", "Good"),
    ],
)
def test_a_hint_says_how_strong_it_is(shown, qtbot, typed, said):
    dialog = shown()
    qtbot.keyClicks(dialog.findChild(QLineEdit, "passphrase"), typed)
    assert said in dialog.findChild(QLabel, "strength").text()


def test_what_is_typed_is_hidden_until_asked_for(shown):
    dialog = shown()
    line = dialog.findChild(QLineEdit, "passphrase")
    assert line.echoMode() == QLineEdit.EchoMode.Password
    dialog.findChild(QCheckBox, "show-passphrase").click()
    assert line.echoMode() == QLineEdit.EchoMode.Normal
