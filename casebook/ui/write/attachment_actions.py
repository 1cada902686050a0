"""Attaches files to the open case: small ones at once, large ones off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from casebook.domain.changes import Batch, setting
from casebook.domain.declaration import section_of
from casebook.domain.entry_changes import adding
from casebook.domain.errors import CasebookError
from casebook.domain.sections.attachments import Attachment
from casebook.services.attaching import attachment_of, check_size, read_file
from casebook.ui.tasks import Cancelled, Progress
from casebook.ui.workbench import Workbench

if TYPE_CHECKING:
    from casebook.storage.attachments import Attachments

AT_ONCE = 128 * 1024
"""Bytes up to which files are read and kept in the GUI thread."""

MOST = 100
"""Files attached in one go."""

REPLACED = ("file_name", "digest", "media_type", "size")
"""Fields that follow the file when another takes its place; caption and attribution are the person's own."""


def attach_files(workbench: Workbench, paths: Iterable[str | Path]) -> None:
    """Attach files to the open case, all of them as one undo step.

    What cannot be attached is named in a sentence; the others are attached all the same.
    """
    wanted = [Path(path) for path in paths]
    case = workbench.case
    if case is None or not wanted:
        return
    if workbench.read_only:
        workbench.problem.emit(_tr("This library is open for reading only; nothing was attached."))
        return
    fitting, problems = _checked(wanted)
    if problems:
        workbench.problem.emit(" ".join(problems))
    case_id = case.id
    _keep(workbench, fitting, lambda entries: _insert(workbench, case_id, entries))


def replace_file(workbench: Workbench, record_id: str, path: str | Path) -> None:
    """Put another file in the place of the one an attachment holds, as one undo step."""
    case = workbench.case
    if case is None or workbench.read_only:
        return
    fitting, problems = _checked([Path(path)])
    if problems:
        workbench.problem.emit(" ".join(problems))
    case_id = case.id
    _keep(workbench, fitting, lambda entries: _replace(workbench, case_id, record_id, entries))


def _checked(paths: list[Path]) -> tuple[list[tuple[Path, int]], list[str]]:
    """The files that can be attached with their sizes, and a sentence for each that cannot."""
    fitting, problems = [], []
    for path in paths[:MOST]:
        try:
            fitting.append((path, check_size(path)))
        except CasebookError as error:
            problems.append(str(error))
    if len(paths) > MOST:
        problems.append(_tr("Only the first {count} files were attached.").format(count=MOST))
    return fitting, problems


def _keep(
    workbench: Workbench, fitting: list[tuple[Path, int]], done: Callable[[list[Attachment]], None]
) -> None:
    """Read files, put them into the library, and hand over an entry for each."""
    library = workbench.library
    if library is None or not fitting:
        return

    def work(progress: Progress, cancelled: Cancelled) -> list[Attachment]:
        with library.attachments_apart() as attachments:
            entries = []
            for at, (path, _size) in enumerate(fitting):
                if cancelled():
                    break
                progress(at, len(fitting))
                entries.append(_kept(attachments, path))
            return entries

    if sum(size for _path, size in fitting) > AT_ONCE:
        workbench.run(_tr("Attaching files"), work, done)
        return
    try:
        done([_kept(library.attachments, path) for path, _size in fitting])
    except CasebookError as error:
        workbench.problem.emit(str(error))


def _kept(attachments: Attachments, path: Path) -> Attachment:
    file = read_file(path)
    return attachment_of(file, attachments.add(file.content))


def _insert(workbench: Workbench, case_id: str, entries: list[Attachment]) -> None:
    case = workbench.case
    if case is None or case.id != case_id or not entries:
        return
    key = section_of(Attachment).key
    end = len(case.section(key))
    steps = tuple(adding(case, key, entry, end + at) for at, entry in enumerate(entries))
    names = _tr("{count} files").format(count=len(entries))
    names = entries[0].file_name if len(entries) == 1 else names
    words = _tr("Attach {names}").format(names=names)
    workbench.apply(Batch(changes=steps, label=words), words)
    workbench.told.emit(_tr("Attached {names}.").format(names=names), workbench.undo)
    workbench.go_to.emit(entries[0].id, "")


def _replace(workbench: Workbench, case_id: str, record_id: str, entries: list[Attachment]) -> None:
    case = workbench.case
    if case is None or case.id != case_id or case.find(record_id) is None or not entries:
        return
    steps = [setting(case, record_id, name, getattr(entries[0], name)) for name in REPLACED]
    changed = tuple(step for step in steps if step.old != step.new)
    if not changed:
        workbench.told.emit(_tr("That is the same file; nothing was changed."), None)
        return
    name = entries[0].file_name
    words = _tr("Replace the file by {name}").format(name=name)
    workbench.apply(Batch(changes=changed, label=words), words)
    workbench.told.emit(_tr("Replaced the file by {name}.").format(name=name), workbench.undo)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Attachments", text)
