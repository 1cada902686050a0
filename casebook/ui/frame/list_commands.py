"""What brings lists in from spreadsheets and writes them for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from casebook.domain.errors import CasebookError
from casebook.domain.grid import Grid
from casebook.storage.listing import ListQuery
from casebook.ui.tasks import Cancelled, Progress, Steps
from casebook.ui.workbench import Workbench
from casebook.ui.workspace import Workspace

if TYPE_CHECKING:
    from casebook.services.lists.plan import Plan
    from casebook.services.sweeping import CaseChange
    from casebook.storage.library import Library
    from casebook.ui.lists.list_desk import ListDesk

LIST_ENDINGS = (".csv", ".tsv", ".xlsx", ".xlsm")
"""Files that are taken as lists when they are dropped on the window."""

Front = Callable[[], Workspace | None]
"""Asks which workspace is in front; None for a page that is not one."""


class ListCommands(QObject):
    """Files are read and written off the GUI thread; cases are written in it, a few at a time."""

    def __init__(self, workbench: Workbench, front: Front, window: QWidget) -> None:
        """`window` is the parent of the dialogs."""
        super().__init__(window)
        self._workbench = workbench
        self._front = front
        self._window = window

    def doers(self) -> dict[str, Callable[[], object]]:
        """What carries out each action, by its key."""
        return {
            "import-list": self.import_list,
            "import-entries": self.import_entries,
            "export-list": self.export_list,
        }

    def import_list(self, path: Path | None = None, into: str = "") -> None:
        """Import a list; from a file, and into a section of the open case, where these are known."""
        if self._workbench.read_only:
            self._workbench.problem.emit(self.tr("Open a library for writing first; nothing was imported."))
            return
        from casebook.ui.lists.import_list_dialog import ImportListDialog

        dialog = ImportListDialog(self._workbench, self._window, into)
        if path is not None:
            dialog.open_file(path)
        if dialog.exec():
            self.carry_out(dialog.desk)
        dialog.deleteLater()

    def import_entries(self) -> None:
        """Import a list into the section that is shown in Write."""
        front = self._front()
        self.import_list(into=front.current_section if front is not None else "")

    def carry_out(self, desk: ListDesk) -> None:
        """Bring in what was planned."""
        if desk.plan is not None and desk.plan.into:
            self._insert(desk.plan)
        elif desk.plan is not None and desk.knowledge is not None:
            self._bring_in(desk.plan, desk.knowledge.references)

    def _insert(self, plan: Plan) -> None:
        """Put the entries into their section: one change, one step back."""
        from casebook.services.lists.arriving import entries_arriving

        bench = self._workbench
        bench.flush()
        if bench.case is None:
            return
        try:
            change = entries_arriving(bench.case, plan, self.tr("Import a list"))
        except CasebookError as error:
            bench.problem.emit(str(error))
            return
        before = bench.case
        bench.apply(change)
        made, case = bench.undo_stack.index(), bench.case
        if case is before:
            return  # the problem has been told
        bench.go_to.emit(case.id, plan.into)
        words = self.tr("1 entry imported.") if plan.count == 1 else self.tr("{} entries imported.")
        bench.told.emit(
            words.format(f"{plan.count:,}") + self._refusals(plan),
            lambda: bench.undo() if bench.undo_stack.index() == made else None,
        )

    def _bring_in(self, plan: Plan, references: frozenset[str]) -> None:
        """Write the cases, a few at a time; those that are written when it is cancelled stay."""
        from casebook.services.lists.arriving import Arrival, Numbering

        bench, library = self._workbench, self._workbench.library
        if library is None:
            return
        numbering = Numbering(references)
        arrival = Arrival(library, plan, numbering)

        def note(_case_id: str) -> None:
            # What is written by hand meanwhile may take a reference too.
            numbering.note(bench.case.ref_code if bench.case is not None else "")

        def tell() -> None:
            bench.saved.disconnect(note)
            self._tell_imported(library, plan, arrival.ids)

        bench.saved.connect(note)
        steps = Steps(
            lambda: bench.library is library and arrival.step(),
            arrival.how_far,
            self.tr("Importing cases"),
            self,
        )
        steps.failed.connect(bench.problem)
        steps.done.connect(lambda _nothing: tell())
        bench.tasks.start(steps)

    def _tell_imported(self, library: Library, plan: Plan, ids: Sequence[str]) -> None:
        from casebook.services.lists.arriving import withdrawing

        bench = self._workbench
        if bench.library is not library:
            return
        bench.cases_changed.emit()
        if not ids:
            return
        if len(ids) < plan.count:
            words = self.tr("Stopped: {count} of {all} cases were imported.")
        else:
            words = self.tr("1 case imported.") if len(ids) == 1 else self.tr("{count} cases imported.")
        said = words.format(count=f"{len(ids):,}", all=f"{plan.count:,}") + self._refusals(plan)
        bench.told.emit(said, lambda: self._take_back(library, withdrawing(ids)))

    def _take_back(self, library: Library, changes: Sequence[CaseChange]) -> None:
        """Move the imported cases to the Trash, a few at a time."""
        from casebook.services.sweeping import Sweep

        bench = self._workbench
        if bench.library is not library:
            return
        held = bench.case
        if held is not None and any(one.case_id == held.id for one in changes) and not bench.close_case():
            return
        sweep = Sweep(library, changes)

        def tell() -> None:
            bench.cases_changed.emit()
            count = len(sweep.made)
            words = (
                self.tr("1 case is in the Trash.") if count == 1 else self.tr("{} cases are in the Trash.")
            )
            bench.told.emit(words.format(f"{count:,}"), None)

        steps = Steps(
            lambda: bench.library is library and sweep.step(),
            lambda: (sweep.done, sweep.total),
            self.tr("Taking the import back"),
            self,
        )
        steps.failed.connect(bench.problem)
        steps.done.connect(lambda _nothing: tell())
        bench.tasks.start(steps)

    def _refusals(self, plan: Plan) -> str:
        refused = len(plan.refused)
        if not refused:
            return ""
        words = self.tr(" 1 row was refused.") if refused == 1 else self.tr(" {} rows were refused.")
        return words.format(f"{refused:,}")

    def export_list(self) -> None:
        """Write the list as it is shown, of cases or of what else is listed: what was searched for, in its order."""
        from casebook.services.lists.leaving import ListWish, grid_of
        from casebook.ui.lists.grid_export import export_grid

        library, front = self._workbench.library, self._front()
        if library is None:
            return
        query = front.listed_query() if front is not None else None
        wish = ListWish(query=query or ListQuery(sort="title", descending=False))
        self._workbench.flush()
        opening, wording = library.opening_apart(), self._workbench.wording

        table = front.listed_table() if front is not None else None

        def make(progress: Progress, cancelled: Cancelled) -> Grid:
            with opening() as apart:
                if table is not None:
                    return table(apart, progress, cancelled)
                return grid_of(apart, wish, wording, progress, cancelled)

        export_grid(self._workbench, self._window, library.name, make)
