"""The dated backups, latest first; the chosen one is the one that is restored."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QListWidget, QPushButton

from casebook.storage.backups import Backup
from casebook.ui.dialogs.restore_dialog import RestoreDialog, moment_words

BACKUPS = [
    Backup(
        path=Path(f"Field {day}.casebook"),
        made_at=datetime(2026, 3, day, 12, tzinfo=UTC),
        size=day * 1_000_000,
    )
    for day in (9, 8, 7)
]


@pytest.fixture
def dialog(qtbot, look):
    made = RestoreDialog("Field", BACKUPS)
    qtbot.addWidget(made)
    made.show()
    return made


def rows(dialog):
    return dialog.findChild(QListWidget, "backups")


def test_each_backup_is_told_with_day_and_size(dialog):
    spoken = [
        rows(dialog).item(at).data(Qt.ItemDataRole.AccessibleTextRole) for at in range(rows(dialog).count())
    ]
    assert len(spoken) == 3 and spoken[0].startswith(moment_words(BACKUPS[0])) and "MB" in spoken[0]
    assert "March" in spoken[0] and "2026" in spoken[0]
    assert dialog.windowTitle() == "Restore a backup of Field" and dialog.chosen is BACKUPS[0]


def test_arrows_choose_and_return_restores(dialog, qtbot):
    qtbot.keyClick(rows(dialog), Qt.Key.Key_Down)
    qtbot.keyClick(rows(dialog), Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted and dialog.chosen is BACKUPS[1]


def test_the_button_restores_and_escape_does_not(dialog, qtbot):
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.result() == QDialog.DialogCode.Rejected
    dialog.show()
    qtbot.mouseClick(dialog.findChild(QPushButton, "restore"), Qt.MouseButton.LeftButton)
    assert dialog.result() == QDialog.DialogCode.Accepted
