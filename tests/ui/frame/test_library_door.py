import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from casebook import paths
from casebook.storage.library import Library
from casebook.storage.listing import ListQuery
from casebook.ui.widgets.message_bar import MessageBar


def test_a_new_library_is_started_and_opened(window, workbench, answers, tmp_path):
    answers.press("start", name="My cases", folder=str(tmp_path))
    window.actions_table["new-library"].trigger()
    assert workbench.library.path == tmp_path / "My cases.casebook"
    assert not workbench.library.encrypted and window.door.recent[0] == workbench.library.path


def test_an_existing_one_is_chosen(window, workbench, answers, tmp_path):
    Library.create(tmp_path / "other.casebook").close()
    answers.choose_files(str(tmp_path / "other.casebook"))
    window.actions_table["open-library"].trigger()
    assert workbench.library.name == "other"


def test_a_protected_one_asks_until_the_passphrase_is_right(window, workbench, answers, tmp_path):
    path = tmp_path / "secret.casebook"
    Library.create(path, passphrase="four plain words here").close()
    problems = []

    def wrong(dialog):
        dialog.findChild(QLineEdit, "passphrase").setText("guess")
        dialog.findChild(QPushButton, "open").click()
        problems.append(dialog.findChild(QLabel, "problem").text())

    answers.then(wrong)
    answers.press("open", passphrase="four plain words here")
    window.door.open(path)
    assert workbench.library.encrypted and workbench.library.path == path and problems[0]


def test_giving_up_keeps_the_one_that_was_open(window, workbench, answers, tmp_path):
    before = workbench.library.path
    path = tmp_path / "secret.casebook"
    Library.create(path, passphrase="four plain words here").close()
    answers.give_up()
    window.door.open(path)
    assert workbench.library.path == before


def test_one_that_is_open_elsewhere_can_be_read(window, workbench, answers, tmp_path):
    path = tmp_path / "shared.casebook"
    with Library.create(path, author="Kofi Boateng"):
        answers.press("read")
        window.door.open(path)
        assert workbench.library.path == path and workbench.library.read_only
        assert window.findChild(MessageBar, "reading-banner").isVisible()
        workbench.set_library(None)


@pytest.mark.parametrize("content", [b"", b"not a library", b"SQLite format 3\x00" + bytes(40)])
def test_what_is_not_a_library_is_said_in_one_sentence(window, workbench, qtbot, tmp_path, content):
    before = workbench.library.path
    file = tmp_path / "broken.casebook"
    file.write_bytes(content)
    with qtbot.waitSignal(workbench.problem):
        window.door.open(file)
    assert workbench.library.path == before and file.read_bytes() == content


def test_the_sample_is_made_the_first_time(window, workbench, qtbot):
    window.actions_table["open-sample"].trigger()
    qtbot.waitUntil(
        lambda: workbench.library is not None and "ample" in workbench.library.name, timeout=60_000
    )
    assert workbench.library.path.parent == paths.user_data()
    assert workbench.library.cases.count(ListQuery()) == 6
    window.door.close()
    assert workbench.library is None
    window.actions_table["open-sample"].trigger()
    qtbot.waitUntil(lambda: workbench.library is not None, timeout=10_000)
    assert workbench.library.cases.count(ListQuery()) == 6


def test_opening_the_open_library_again_does_nothing(window, workbench, qtbot):
    before = workbench.library
    with qtbot.waitSignal(window.door.opened):
        window.door.open(before.path)
    assert workbench.library is before
