"""Puts a dated backup in the place of its library: asks which, keeps what was there, opens what came back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from casebook.domain.errors import CasebookError
from casebook.ui.workbench import Workbench

if TYPE_CHECKING:
    from casebook.storage.backups import Backup
    from casebook.storage.library import Library

Enter = Callable[["Library", str], None]
"""Goes on in an open library, given its passphrase."""


class Restoring(QObject):
    """Nothing is touched before a backup was chosen and, if it is protected, unlocked."""

    def __init__(self, workbench: Workbench, enter: Enter, window: QWidget) -> None:
        """`window` is the parent of the dialogs."""
        super().__init__(window)
        self._workbench = workbench
        self._enter = enter
        self._window = window

    def ask(self, library: Path) -> None:
        """Offer the backups of a library file, which may be open here, damaged or gone."""
        from casebook.storage.backups import Backups
        from casebook.ui.dialogs.restore_dialog import RestoreDialog

        backups = Backups(library).all()
        if not backups:
            self._workbench.problem.emit(
                self.tr("There is no backup of {} yet; nothing was changed.").format(library.stem)
            )
            return
        dialog = RestoreDialog(library.stem, backups, self._window)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        try:
            passphrase = self._passphrase(dialog.chosen.path)
        except CasebookError as error:
            self._workbench.problem.emit(str(error))
            return
        if passphrase is not None:
            self._restore(library, dialog.chosen, passphrase)

    def _passphrase(self, backup: Path) -> str | None:
        """What opens the backup; None when the person gave up."""
        from casebook.storage.library import Library
        from casebook.ui.dialogs.passphrase_dialog import PassphraseDialog

        if not Library.is_encrypted(backup):
            return ""
        found: list[str] = []

        def unlock(passphrase: str) -> str:
            try:
                Library.open(backup, passphrase=passphrase, read_only=True).close()
            except CasebookError as error:
                return str(error)
            found.append(passphrase)
            return ""

        PassphraseDialog(backup.stem, unlock, self._window).exec()
        return found[0] if found else None

    def _restore(self, library: Path, backup: Backup, passphrase: str) -> None:
        from casebook.storage.backups import Backups

        held = self._workbench.library
        if held is not None and held.path == library and not self._workbench.set_library(None):
            return
        self._workbench.run(
            self.tr("Restoring the backup"),
            lambda _progress, _cancelled: Backups(library).restore(backup.path, passphrase),
            lambda kept: self._go_on(library, backup, passphrase, kept),
        )

    def _go_on(self, library: Path, backup: Backup, passphrase: str, kept: Path) -> None:
        from casebook.storage.library import Library
        from casebook.ui.dialogs.restore_dialog import moment_words

        try:
            restored = Library.open(library, passphrase=passphrase, author=self._workbench.author())
        except CasebookError as error:
            self._workbench.problem.emit(str(error))
            return
        self._enter(restored, passphrase)
        self._workbench.told.emit(
            self.tr("{} is as it was on {}. What was there before is kept as “{}”.").format(
                library.stem, moment_words(backup), kept.name
            ),
            None,
        )
