"""Opens, starts and closes libraries: asks for a passphrase, offers reading when somebody else writes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from casebook import paths
from casebook.domain.errors import CasebookError, LibraryInUseError, WrongPassphraseError
from casebook.ui.frame.protecting import Protecting
from casebook.ui.frame.restoring import Restoring
from casebook.ui.window_state import WindowState
from casebook.ui.workbench import Workbench

if TYPE_CHECKING:
    from casebook.storage.library import Library

SUFFIX = ".casebook"
BACKUP_AFTER = 3000
"""Milliseconds after opening at which the day's backup is made, so that it never delays the first look."""


class LibraryDoor(QObject):
    """Puts the library it opened on the workbench; emits `opened` with its path."""

    opened = Signal(object)

    def __init__(self, workbench: Workbench, state: WindowState, window: QWidget) -> None:
        """`window` is the parent of the dialogs."""
        super().__init__(window)
        self._workbench = workbench
        self._state = state
        self._window = window
        self._restoring = Restoring(workbench, self._enter, window)
        self._protecting = Protecting(workbench, self._enter, window)

    @property
    def recent(self) -> tuple[Path, ...]:
        """Libraries used lately that are still there, latest first."""
        return self._state.recent

    def start_new(self) -> None:
        """Ask for name, folder and passphrase, and make a library."""
        from casebook.storage.library import Library
        from casebook.ui.dialogs.new_library_dialog import NewLibraryDialog

        dialog = NewLibraryDialog(self._window)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        try:
            made = Library.create(dialog.path, passphrase=dialog.passphrase, author=self._workbench.author())
        except CasebookError as error:
            self._workbench.problem.emit(str(error))
            return
        self._enter(made, dialog.passphrase)

    def choose(self) -> None:
        """Ask for a library file and open it."""
        name = self._asked(self.tr("Open library"))
        if name:
            self.open(Path(name))

    def restore_backup(self) -> None:
        """Put a backup of the open library in its place; with none open, ask first which library is meant."""
        library = self._workbench.library
        name = str(library.path) if library else self._asked(self.tr("Which library is to be restored?"))
        if name:
            self._restoring.ask(Path(name))

    def protect(self) -> None:
        """Give the open library another passphrase, or none."""
        self._protecting.ask()

    def _asked(self, title: str) -> str:
        """The library file a person names; empty when none."""
        start = self._workbench.library.path.parent if self._workbench.library else paths.user_data()
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            title,
            str(start),
            self.tr("Casebook libraries (*{})").format(SUFFIX) + ";;" + self.tr("All files (*)"),
        )
        return name

    def open_sample(self) -> None:
        """Open the sample library; it is made from its sources the first time."""
        from casebook.services.sample import SAMPLE_NAME, make_sample

        path = paths.user_data() / SAMPLE_NAME
        if path.exists():
            self.open(path)
            return
        self._workbench.run(
            self.tr("Making the sample library"),
            lambda progress, cancelled: make_sample(path, progress, cancelled),
            lambda _made: self.open(path),
        )

    def close(self) -> None:
        """Close the open library and show the first page."""
        self._workbench.set_library(None)

    def open(self, path: Path, *, read_only: bool = False) -> None:
        """Open a library file; what keeps it from opening is told, and the open one stays open."""
        path = path.expanduser().absolute()
        held = self._workbench.library
        if held is not None and held.path == path and held.read_only == read_only:
            self.opened.emit(path)
            return
        try:
            library, passphrase = self._unlocked(path, read_only)
        except LibraryInUseError as error:
            self._offer_reading(path, str(error))
            return
        except CasebookError as error:
            self._workbench.problem.emit(str(error))
            return
        if library is not None:
            self._enter(library, passphrase)

    def _unlocked(self, path: Path, read_only: bool) -> tuple[Library | None, str]:
        """The open library and its passphrase; None when the person gave up."""
        from casebook.storage.library import Library
        from casebook.ui.dialogs.passphrase_dialog import PassphraseDialog

        author = self._workbench.author()
        if not Library.is_encrypted(path):
            return Library.open(path, read_only=read_only, author=author), ""
        got: list[tuple[Library, str]] = []
        refused: list[CasebookError] = []

        def unlock(passphrase: str) -> str:
            try:
                opened = Library.open(path, passphrase=passphrase, read_only=read_only, author=author)
            except WrongPassphraseError as error:
                return str(error)
            except CasebookError as error:
                refused.append(error)
                return ""
            got.append((opened, passphrase))
            return ""

        PassphraseDialog(path.stem, unlock, self._window).exec()
        if refused:
            raise refused[0]
        return got[0] if got else (None, "")

    def _offer_reading(self, path: Path, sentence: str) -> None:
        from casebook.ui.dialogs.in_use_dialog import InUseDialog

        if InUseDialog(path.stem, sentence, self._window).exec() == QDialog.DialogCode.Accepted:
            self.open(path, read_only=True)

    def _enter(self, library: Library, passphrase: str) -> None:
        self._workbench.set_library(library)
        self._state.remember(library.path)
        self._state.save()
        self.opened.emit(library.path)
        if self._workbench.settings.daily_backup and not library.read_only:
            QTimer.singleShot(BACKUP_AFTER, self, lambda: self._back_up(library.path, passphrase))

    def _back_up(self, path: Path, passphrase: str) -> None:
        from casebook.storage.backups import Backups, is_backup

        held = self._workbench.library
        if held is None or held.path != path or is_backup(path):
            return
        backups = Backups(path)
        if backups.due():
            self._workbench.run(
                self.tr("Making today’s backup"),
                lambda _progress, _cancelled: backups.make(passphrase),
                lambda _made: None,
            )
