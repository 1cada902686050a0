import pytest
from PySide6.QtWidgets import QRadioButton

from casebook.domain.errors import WrongPassphraseError
from casebook.storage.library import Library
from casebook.ui.widgets.toast import Toast

NEW = "four plain words here"


def protect(window, qtbot, said):
    window.actions_table["protect"].trigger()
    toast = window.findChild(Toast, "toast")
    qtbot.waitUntil(lambda: said in toast.text and toast.isVisible(), timeout=30_000)


def test_the_open_library_gets_a_passphrase_and_loses_it_again(window, workbench, answers, qtbot, liberia):
    path = workbench.library.path
    workbench.open_case(liberia.id)
    answers.then(lambda dialog: fill(dialog, {"passphrase": NEW, "passphrase-again": NEW}))
    protect(window, qtbot, "is protected now")
    assert workbench.library.path == path and workbench.library.encrypted
    assert workbench.case.id == liberia.id and workbench.case == liberia
    with pytest.raises(WrongPassphraseError):
        Library.open(path, read_only=True)
    answers.then(lambda dialog: fill(dialog, {"old-passphrase": NEW}, remove=True))
    protect(window, qtbot, "no longer protected")
    assert not workbench.library.encrypted and not workbench.library.read_only


def fill(dialog, typed, *, remove=False):
    from PySide6.QtWidgets import QLineEdit, QPushButton

    for name, text in typed.items():
        dialog.findChild(QLineEdit, name).setText(text)
    if remove:
        dialog.findChild(QRadioButton, "remove").click()
    dialog.findChild(QPushButton, "protect").click()


def test_giving_up_changes_nothing(window, workbench, answers):
    before = workbench.library
    answers.give_up()
    window.actions_table["protect"].trigger()
    assert workbench.library is before


def test_when_it_cannot_be_done_the_library_is_open_again_as_it_was(
    window, workbench, answers, qtbot, liberia
):
    path = workbench.library.path
    answers.then(lambda dialog: fill(dialog, {"passphrase": NEW, "passphrase-again": NEW}))
    with (
        Library.open(path, read_only=True),
        qtbot.waitSignal(workbench.problem, timeout=30_000) as said,
    ):
        window.actions_table["protect"].trigger()
    assert "reading" in said.args[0]
    qtbot.waitUntil(lambda: workbench.library is not None, timeout=10_000)
    assert not workbench.library.encrypted
    assert workbench.library.cases.load(liberia.id).title == liberia.title


def test_a_library_open_for_reading_only_cannot_be_protected(window, workbench):
    path = workbench.library.path
    workbench.set_library(None)
    workbench.set_library(Library.open(path, read_only=True))
    assert not window.actions_table["protect"].isEnabled()
    window.door.protect()
    assert workbench.library.read_only
