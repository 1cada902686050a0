"""Attaches files to the open case: small ones at once, large ones read off the GUI thread."""

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from casebook.domain.changes import Batch, InsertEntry, SetField, setting
from casebook.domain.declaration import section_of
from casebook.domain.entry_changes import adding
from casebook.domain.errors import CasebookError
from casebook.domain.sections.attachments import Attachment
from casebook.services.attaching import FoundFile, attachment_of, check_size, read_file
from casebook.ui.tasks import Cancelled, Progress
from casebook.ui.workbench import Workbench

AT_ONCE = 1024 * 1024
"""Bytes up to which files are read in the GUI thread."""

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
    _read(workbench, fitting, lambda files: _insert(workbench, case_id, files))


def replace_file(workbench: Workbench, record_id: str, path: str | Path) -> None:
    """Put another file in the place of the one an attachment holds, as one undo step."""
    case = workbench.case
    if case is None or workbench.read_only:
        return
    fitting, problems = _checked([Path(path)])
    if problems:
        workbench.problem.emit(" ".join(problems))
    case_id = case.id
    _read(workbench, fitting, lambda files: _replace(workbench, case_id, record_id, files))


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


def _read(
    workbench: Workbench, fitting: list[tuple[Path, int]], done: Callable[[list[FoundFile]], None]
) -> None:
    if not fitting:
        return

    def work(progress: Progress, cancelled: Cancelled) -> list[FoundFile]:
        files = []
        for at, (path, _size) in enumerate(fitting):
            if cancelled():
                break
            progress(at, len(fitting))
            files.append(read_file(path))
        return files

    if sum(size for _path, size in fitting) > AT_ONCE:
        workbench.run(_tr("Attaching files"), work, done)
        return
    try:
        done(work(lambda _at, _of: None, lambda: False))
    except CasebookError as error:
        workbench.problem.emit(str(error))


def _insert(workbench: Workbench, case_id: str, files: list[FoundFile]) -> None:
    case, library = workbench.case, workbench.library
    if case is None or library is None or case.id != case_id or not files:
        return
    steps: list[InsertEntry] = []
    key = section_of(Attachment).key
    try:
        for file in files:
            entry = attachment_of(file, library.attachments.add(file.content))
            steps.append(adding(case, key, entry, len(case.section(key)) + len(steps)))
    except CasebookError as error:
        workbench.problem.emit(str(error))
    if not steps:
        return
    names = files[0].name if len(steps) == 1 else _tr("{count} files").format(count=len(steps))
    words = _tr("Attach {names}").format(names=names)
    workbench.apply(Batch(changes=tuple(steps), label=words), words)
    workbench.told.emit(_tr("Attached {names}.").format(names=names), workbench.undo)
    workbench.go_to.emit(steps[0].entry.id, "")


def _replace(workbench: Workbench, case_id: str, record_id: str, files: list[FoundFile]) -> None:
    case, library = workbench.case, workbench.library
    if case is None or library is None or case.id != case_id or case.find(record_id) is None or not files:
        return
    try:
        entry = attachment_of(files[0], library.attachments.add(files[0].content))
    except CasebookError as error:
        workbench.problem.emit(str(error))
        return
    steps: list[SetField] = [setting(case, record_id, name, getattr(entry, name)) for name in REPLACED]
    changed = tuple(step for step in steps if step.old != step.new)
    if not changed:
        workbench.told.emit(_tr("That is the same file; nothing was changed."), None)
        return
    words = _tr("Replace the file by {name}").format(name=entry.file_name)
    workbench.apply(Batch(changes=changed, label=words), words)
    workbench.told.emit(_tr("Replaced the file by {name}.").format(name=entry.file_name), workbench.undo)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Attachments", text)
