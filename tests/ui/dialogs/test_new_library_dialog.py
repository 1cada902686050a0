import pytest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton

from casebook.ui.dialogs.new_library_dialog import NewLibraryDialog


@pytest.fixture
def dialog(qtbot, look, tmp_path):
    made = NewLibraryDialog()
    qtbot.addWidget(made)
    made.show()
    put(made, "folder", str(tmp_path))
    return made


def put(dialog, name, text):
    dialog.findChild(QLineEdit, name).setText(text)


def start(dialog):
    dialog.findChild(QPushButton, "start").click()
    return dialog.findChild(QLabel, "problem").text() if dialog.isVisible() else ""


def test_name_and_folder_make_the_file(dialog, tmp_path):
    put(dialog, "name", "Field cases")
    assert start(dialog) == ""
    assert (dialog.path, dialog.passphrase) == (tmp_path / "Field cases.casebook", "")


@pytest.mark.parametrize("name", ["", "a/b", "c:d", "..", ".hidden", "what?"])
def test_names_that_cannot_be_files_are_refused(dialog, name):
    put(dialog, "name", name)
    assert "name" in start(dialog)


def test_a_folder_must_be_there_and_a_library_is_never_overwritten(dialog, tmp_path):
    (tmp_path / "Field.casebook").write_text("")
    put(dialog, "name", "Field")
    assert "nothing was overwritten" in start(dialog)
    put(dialog, "folder", str(tmp_path / "nowhere"))
    assert "no such folder" in start(dialog)


def test_a_passphrase_is_typed_twice(dialog):
    put(dialog, "name", "Field")
    dialog.findChild(QCheckBox, "protect").click()
    assert dialog.findChild(QLineEdit, "passphrase").isVisible()
    assert "passphrase" in start(dialog)
    put(dialog, "passphrase", "four plain words here")
    put(dialog, "passphrase-again", "four plain words hear")
    assert "differ" in start(dialog)
    put(dialog, "passphrase-again", "four plain words here")
    assert start(dialog) == ""
    assert dialog.passphrase == "four plain words here"


def test_it_says_plainly_what_forgetting_means(dialog):
    dialog.findChild(QCheckBox, "protect").click()
    words = " ".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())
    assert "forgotten" in words and "lost" in words
