"""What brings cases in and takes them out: import, export as JSON, back up."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
from PySide6.QtCore import QObject, QStandardPaths, QTimer
from PySide6.QtWidgets import QFileDialog, QWidget

from casebook.domain.case import Case
from casebook.domain.errors import CasebookError
from casebook.ui.frame.case_commands import Chosen
from casebook.ui.tasks import Cancelled, Progress
from casebook.ui.workbench import Workbench

if TYPE_CHECKING:
    from casebook.services.importing import Imported, Incoming
    from casebook.storage.library import Library

AT_ONCE = 3
"""Cases written into the library between two looks at the keyboard."""


class ExchangeCommands(QObject):
    """Files are read and written off the GUI thread; the library is written in it, a few cases at a time."""

    def __init__(self, workbench: Workbench, chosen: Chosen, window: QWidget) -> None:
        """`window` is the parent of the dialogs."""
        super().__init__(window)
        self._workbench = workbench
        self._chosen = chosen
        self._window = window

    def doers(self) -> dict[str, Callable[[], object]]:
        """What carries out each action, by its key."""
        return {"import": self.import_cases, "export": self.export_cases, "back-up": self.back_up}

    def import_cases(self) -> None:
        """Ask for files of cases and bring them in."""
        names, _ = QFileDialog.getOpenFileNames(
            self._window, self.tr("Import cases"), _documents(), self.tr("Cases (*.json)")
        )
        if names:
            self.import_files([Path(name) for name in names])

    def import_files(self, files: Sequence[Path]) -> None:
        """Bring in the cases of some files."""
        if self._workbench.read_only:
            self._workbench.problem.emit(self.tr("Open a library for writing first; nothing was imported."))
            return
        from casebook.services.importing import read_all

        self._workbench.flush()
        self._workbench.run(
            self.tr("Reading cases"),
            lambda progress, cancelled: read_all(files, progress, cancelled),
            self._bring_in,
        )

    def export_cases(self) -> None:
        """Write the chosen cases as canonical JSON, whole, into a file or folder, their files beside them."""
        from casebook.exchange.carried_terms import carrying

        library, chosen = self._workbench.library, self._chosen()
        if library is None or not chosen:
            return
        self._workbench.flush()
        try:
            own = self._workbench.word_lists.additions
            cases = [carrying(library.cases.load(case_id), own) for case_id in chosen]
        except CasebookError as error:
            self._workbench.problem.emit(str(error))
            return
        targets = self._targets(cases)
        if targets:
            self._write_files(library, targets)

    def _write_files(self, library: Library, targets: Sequence[tuple[Case, Path]]) -> None:
        """Write the attached files, a case at a time to keep the window alive, then the cases."""
        from casebook.services.exporting import export_files

        waiting = iter(targets)
        ready: list[tuple[Case, Path]] = []
        notes: list[str] = []

        def step() -> None:
            target = next(waiting, None)
            if target is None:
                self._write_cases(ready, notes)
                return
            if library is not self._workbench.library:
                return
            case, path = target
            try:
                exported = export_files(library, case, path.parent)
            except CasebookError as error:
                self._workbench.problem.emit(str(error))
                return
            ready.append((exported.case, path))
            notes.extend(exported.notes)
            QTimer.singleShot(0, self, step)

        step()

    def _write_cases(self, targets: Sequence[tuple[Case, Path]], notes: Sequence[str]) -> None:
        def tell(files: list[Path]) -> None:
            self._tell_exported(files)
            if notes:
                self._workbench.problem.emit(" ".join(notes))

        self._workbench.run(
            self.tr("Writing cases"),
            lambda progress, cancelled: _write_all(targets, progress, cancelled),
            tell,
        )

    def back_up(self) -> None:
        """Write a checked copy of the library to a file of the person's choice."""
        library = self._workbench.library
        if library is None:
            return
        start = library.path.with_name(self.tr("{} (copy)").format(library.name) + library.path.suffix)
        name, _ = QFileDialog.getSaveFileName(self._window, self.tr("Back up library"), str(start))
        if not name:
            return
        self._workbench.flush()
        try:
            copy = library.copying_to(Path(name))
        except CasebookError as error:
            self._workbench.problem.emit(str(error))
            return
        self._workbench.run(
            self.tr("Copying the library"),
            lambda _progress, _cancelled: copy(),
            lambda _done: self._workbench.told.emit(
                self.tr("The library was copied to {}.").format(name), None
            ),
        )

    def _bring_in(self, read: tuple[Incoming, ...]) -> None:
        """Write what was read into the library, piece by piece, keeping the window alive."""
        from casebook.services.importing import Imported, import_file

        pieces = _pieces(read)
        path = self._workbench.library.path if self._workbench.library is not None else None

        def step(so_far: Imported) -> None:
            library = self._workbench.library
            piece = next(pieces, None)
            if library is None or library.path != path or piece is None:
                self._tell_imported(so_far)
                return
            done = so_far + import_file(library, piece)
            QTimer.singleShot(0, self, lambda: step(done))

        step(Imported())

    def _tell_imported(self, imported: Imported) -> None:
        self._workbench.word_lists.load(self._workbench.library)
        self._workbench.cases_changed.emit()
        if imported.refused or imported.notes:
            notes = " ".join((*imported.refused, *imported.notes))
            self._workbench.problem.emit(
                self.tr("{} imported; some were not, or not whole: {}").format(len(imported.ids), notes)
            )
        elif imported.already:
            self._workbench.told.emit(
                self.tr("{} imported, {} were here already.").format(
                    len(imported.ids), len(imported.already)
                ),
                None,
            )
        else:
            count = len(imported.ids)
            words = self.tr("1 case imported.") if count == 1 else self.tr("{} cases imported.").format(count)
            self._workbench.told.emit(words, (lambda: self._take_back(imported.ids)) if count else None)

    def _take_back(self, case_ids: Sequence[str]) -> None:
        library = self._workbench.library
        if library is None:
            return
        try:
            for case_id in case_ids:
                library.cases.trash(case_id)
        except CasebookError as error:
            self._workbench.problem.emit(str(error))
        self._workbench.cases_changed.emit()

    def _targets(self, cases: Sequence[Case]) -> list[tuple[Case, Path]]:
        if len(cases) == 1:
            start = str(Path(_documents()) / _file_name(cases[0]))
            name, _ = QFileDialog.getSaveFileName(
                self._window, self.tr("Export as JSON"), start, self.tr("Cases (*.json)")
            )
            return [(cases[0], Path(name))] if name else []
        folder = QFileDialog.getExistingDirectory(self._window, self.tr("Export into folder"), _documents())
        return [(case, _free(Path(folder) / _file_name(case))) for case in cases] if folder else []

    def _tell_exported(self, files: list[Path]) -> None:
        if files:
            self._workbench.told.emit(
                self.tr(
                    "{} written to {}, whole: what is marked as internal is in it. "
                    "To share with others, use Publish."
                ).format(len(files), files[0].parent),
                None,
            )


def _pieces(read: Sequence[Incoming]) -> Iterator[Incoming]:
    for incoming in read:
        if incoming.refused or len(incoming.cases) <= AT_ONCE:
            yield incoming
            continue
        for start in range(0, len(incoming.cases), AT_ONCE):
            yield attrs.evolve(incoming, cases=incoming.cases[start : start + AT_ONCE])


def _write_all(targets: Sequence[tuple[Case, Path]], progress: Progress, cancelled: Cancelled) -> list[Path]:
    from casebook.exchange.case_json import case_text

    written: list[Path] = []
    for done, (case, path) in enumerate(targets):
        if cancelled():
            break
        progress(done, len(targets))
        try:
            path.write_text(case_text(case), encoding="utf-8")
        except OSError as error:
            raise CasebookError(
                f"“{path.name}” could not be written ({error.strerror}); the library is untouched."
            ) from error
        written.append(path)
    return written


def _file_name(case: Case) -> str:
    words = case.ref_code or case.title or "case"
    return "".join(sign if sign.isalnum() or sign in "-_ " else "-" for sign in words).strip()[:80] + ".json"


def _free(path: Path) -> Path:
    number = 2
    free = path
    while free.exists():
        free = path.with_stem(f"{path.stem} ({number})")
        number += 1
    return free


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
