from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QPushButton

from casebook.domain.records import RecordId
from casebook.storage.backups import Backups
from casebook.storage.library import Library
from casebook.storage.listing import ListQuery
from casebook.ui.widgets.message_bar import MessageBar
from casebook.ui.widgets.toast import Toast


def listed(seen, qtbot):
    def act(dialog):
        rows = dialog.findChild(QListWidget, "backups")
        seen.extend(rows.item(at).data(Qt.ItemDataRole.AccessibleTextRole) for at in range(rows.count()))
        qtbot.mouseClick(dialog.findChild(QPushButton, "restore"), Qt.MouseButton.LeftButton)

    return act


def test_a_backup_takes_the_place_of_the_library(window, workbench, answers, qtbot, liberia):
    path = workbench.library.path
    Backups(path).make()
    workbench.library.cases.trash(RecordId(liberia.id))
    seen = []
    answers.then(listed(seen, qtbot))
    window.actions_table["restore-backup"].trigger()
    toast = window.findChild(Toast, "toast")
    qtbot.waitUntil(lambda: "before restore" in toast.text and toast.isVisible(), timeout=20_000)
    assert len(seen) == 1 and "B" in seen[0]
    assert workbench.library.path == path and workbench.library.cases.count(ListQuery()) == 1
    (kept,) = path.parent.glob(f"{path.stem} before restore *")
    with Library.open(kept) as before:
        assert before.cases.count(ListQuery()) == 0


def test_a_protected_backup_asks_for_its_passphrase(window, workbench, answers, qtbot, tmp_path):
    path = tmp_path / "secret.casebook"
    Library.create(path, passphrase="four plain words here").close()
    Backups(path).make("four plain words here")
    workbench.set_library(Library.open(path, passphrase="four plain words here"))
    answers.press("restore")
    answers.press("open", passphrase="four plain words here")
    window.actions_table["restore-backup"].trigger()
    toast = window.findChild(Toast, "toast")
    qtbot.waitUntil(lambda: "before restore" in toast.text, timeout=20_000)
    assert workbench.library.encrypted and workbench.library.path == path


def test_a_library_that_is_gone_can_be_restored(window, workbench, answers, qtbot):
    path = workbench.library.path
    Backups(path).make()
    window.actions_table["close-library"].trigger()
    path.write_bytes(b"damaged")
    answers.choose_files(str(path))
    answers.press("restore")
    window.actions_table["restore-backup"].trigger()
    qtbot.waitUntil(lambda: workbench.library is not None, timeout=20_000)
    assert workbench.library.cases.count(ListQuery()) == 1


def test_giving_up_changes_nothing(window, workbench, answers):
    Backups(workbench.library.path).make()
    before = workbench.library
    answers.give_up()
    window.actions_table["restore-backup"].trigger()
    assert workbench.library is before


def test_without_a_backup_that_is_said(window):
    window.actions_table["restore-backup"].trigger()
    bar = window.findChild(MessageBar, "problem-bar")
    assert bar.isVisible() and "no backup" in bar.text


def test_of_a_backup_no_backup_is_made(window, workbench, qtbot):
    backup = Backups(workbench.library.path).make()
    workbench.settings.daily_backup = True
    window.door.open(backup.path)
    window.door._back_up(backup.path, "")
    assert workbench.library.path == backup.path and not workbench.tasks.running
    assert Backups(backup.path).all() == []
