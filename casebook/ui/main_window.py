"""The window: rail, workspaces, status strip and menus, put together; it decides nothing about cases."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from casebook.domain.wanted import AmongCases
from casebook.storage.listing import ListQuery
from casebook.ui.actions import Actions, Needs
from casebook.ui.appearance import Appearance
from casebook.ui.dialogs.unsaved_question import may_lose_unsaved
from casebook.ui.frame.case_commands import CaseCommands
from casebook.ui.frame.exchange_commands import ExchangeCommands
from casebook.ui.frame.going_commands import GoingCommands
from casebook.ui.frame.library_door import SUFFIX, LibraryDoor
from casebook.ui.frame.likeness_commands import LikenessCommands
from casebook.ui.frame.list_commands import LIST_ENDINGS, ListCommands
from casebook.ui.frame.menus import fill_menus, fill_recent
from casebook.ui.frame.notices import Notices
from casebook.ui.frame.organise_commands import OrganiseCommands
from casebook.ui.frame.pages import Pages
from casebook.ui.frame.rail import WORKSPACES, Rail
from casebook.ui.frame.stage import Stage
from casebook.ui.frame.status_strip import StatusStrip
from casebook.ui.frame.view_commands import ViewCommands
from casebook.ui.widgets.dropping import accept_copy, dropped_files
from casebook.ui.window_state import WindowState
from casebook.ui.workbench import Workbench

FIRST_SIZE = QSize(1440, 900)
TAKEN = (SUFFIX, ".json", *LIST_ENDINGS)
"""Endings of files that may be dropped on the window."""


class MainWindow(QMainWindow):
    """One window on one library; emits `painted` after it was seen for the first time."""

    painted = Signal()

    def __init__(self, workbench: Workbench, appearance: Appearance, state: WindowState) -> None:
        super().__init__()
        self._workbench = workbench
        self._appearance = appearance
        self._state = state
        self._seen = False
        self.actions_table = Actions(self)
        self.door = LibraryDoor(workbench, state, self)
        self._cases = CaseCommands(workbench, self._chosen_cases, self)
        self._views = ViewCommands(workbench, appearance, self)
        self._exchange = ExchangeCommands(workbench, self._chosen_cases, self)
        self._lists = ListCommands(workbench, lambda: self._stage.workspace, self)
        self._organise = OrganiseCommands(workbench, self._chosen_cases, self)
        self._build()
        self._connect()
        self.actions_table.connect_to(self._doers())
        self.setAcceptDrops(True)
        self.resize(FIRST_SIZE)
        state.restore_geometry(self)
        self._enable()
        if workbench.library is not None:
            self._show_library()

    def go(self, key: str) -> None:
        """Bring a workspace, the settings or the welcome page to the front."""
        if key in WORKSPACES and self._workbench.library is None:
            key = "welcome"
        self._stage.go(key)

    def restore_session(self) -> None:
        """Go back to the workspace and the case of last time."""
        library = self._workbench.library
        if library is None:
            return
        case_id = self._state.get(f"case/{library.path}")
        if case_id and library.cases.count(ListQuery(wanted=AmongCases(frozenset({case_id})))):
            self._workbench.open_case(case_id)
        last = self._state.get("workspace")
        self.go(last if last in WORKSPACES else "library")

    def _entered(self) -> None:
        self.restore_session()
        fill_recent(self._recent_menu, self._state.recent, self.door.open)
        self._keep_place()

    def _keep_place(self) -> None:
        """Remember library, workspace and case."""
        library, case = self._workbench.library, self._workbench.case
        self._state.set("workspace", self._stage.current_key)
        self._state.set("library", str(library.path) if library is not None else "")
        if library is not None:
            self._state.set(f"case/{library.path}", case.id if case is not None else "")
        self._state.save()

    def _build(self) -> None:
        body = QWidget()
        self._rail = Rail(self.actions_table)
        self._stage = Stage(Pages(self._workbench, self._appearance, self.actions_table, self.door).makers())
        self._status = StatusStrip(self._workbench.tasks)
        column = QVBoxLayout()
        column.setSpacing(0)
        self._notices = Notices(self._workbench, body, column)
        column.addWidget(self._stage, 1)
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(self._rail)
        across.addLayout(column, 1)
        whole = QVBoxLayout(body)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(across, 1)
        whole.addWidget(self._status)
        self.setCentralWidget(body)
        self._recent_menu = fill_menus(self.menuBar(), self.actions_table)

    def _connect(self) -> None:
        bench = self._workbench
        self._rail.chosen.connect(self.go)
        self._stage.arrived.connect(self._on_arrival)
        self._stage.chosen.connect(self._enable)
        self._notices.writing_wanted.connect(self._reopen_for_writing)
        self.door.opened.connect(lambda _path: self._entered())
        bench.library_changed.connect(self._show_library)
        bench.cases_changed.connect(self._show_count)
        bench.case_opened.connect(self._on_case)
        bench.workspace_requested.connect(self.go)
        bench.saved.connect(lambda _case: self._status.show_saved(datetime.now().astimezone()))
        bench.saved.connect(lambda _case: self._on_case())
        # A window that is killed comes back to where something was changed last.
        bench.saved.connect(lambda _case: self._keep_place())
        bench.save_failed.connect(lambda _sentence: self._status.show_unsaved())
        for signal in (bench.undo_stack.indexChanged, bench.undo_stack.cleanChanged):
            signal.connect(lambda _now: self._enable())

    def _doers(self) -> dict[str, Callable[[], object]]:
        going = GoingCommands(self._workbench, self._stage, self._chosen_cases, self.actions_table, self.go)
        likeness = LikenessCommands(
            self._workbench, self._chosen_cases, lambda chosen: going.hand_over("compare", chosen), self
        )
        return {
            **self._cases.doers(),
            **self._exchange.doers(),
            **likeness.doers(),
            **going.doers(),
            **self._lists.doers(),
            **self._organise.doers(),
            **self._views.doers(),
            "new-library": self.door.start_new,
            "open-library": self.door.choose,
            "open-sample": self.door.open_sample,
            "close-library": self.door.close,
            "restore-backup": self.door.restore_backup,
            "protect": self.door.protect,
            "quit": self.close,
            "undo": self._workbench.undo,
            "redo": self._workbench.redo,
        }

    def _show_library(self) -> None:
        library = self._workbench.library
        self._status.show_library(library.name if library else "", library is not None and library.encrypted)
        if library is not None and library.read_only:
            self._status.show_reading_only()
        fill_recent(self._recent_menu, self._state.recent, self.door.open)
        self._show_count()
        self.go("library" if library is not None else "welcome")
        self._enable()

    def _show_count(self) -> None:
        library = self._workbench.library
        self._status.show_count(library.cases.count(ListQuery()) if library is not None else None)
        self._on_case()

    def _on_case(self) -> None:
        case, library = self._workbench.case, self._workbench.library
        parts = [case.title if case is not None else "", library.name if library is not None else ""]
        self.setWindowTitle(" – ".join(part for part in (*parts, self.tr("Casebook")) if part))
        self._enable()

    def _on_arrival(self, key: str) -> None:
        self._rail.mark({"word-lists": "settings", "records": "library"}.get(key, key))
        self._enable()
        QTimer.singleShot(0, self, lambda: self._state.restore_splitters(self))

    def _chosen_cases(self) -> tuple[str, ...]:
        workspace = self._stage.workspace
        chosen = workspace.chosen_cases() if workspace is not None else ()
        case = self._workbench.case
        return chosen or ((case.id,) if case is not None and self._stage.current_key != "library" else ())

    def _enable(self) -> None:
        present = Needs.NOTHING
        library, stack = self._workbench.library, self._workbench.undo_stack
        self._rail.enable(library is not None)
        workspace, chosen = self._stage.workspace, len(self._chosen_cases())
        trashed = workspace is not None and workspace.shows_trash()
        for so, need in (
            (library is not None, Needs.LIBRARY),
            (library is not None and not library.read_only, Needs.WRITABLE),
            (chosen > 0 and not trashed, Needs.CASE),
            (chosen > 0, Needs.CHOSEN),
            (chosen == 1, Needs.ONE),
            (chosen == 2, Needs.TWO),
            (chosen >= 2, Needs.SEVERAL),
            (chosen > 0 and trashed, Needs.TRASHED),
            (stack.canUndo(), Needs.UNDO),
            (stack.canRedo(), Needs.REDO),
            (self._stage.current_key == "write" and self._workbench.case is not None, Needs.WRITING),
            (self._stage.current_key != "write", Needs.AWAY),
        ):
            present |= need if so else Needs.NOTHING
        self.actions_table.enable(present)

    def _reopen_for_writing(self) -> None:
        if self._workbench.library is not None:
            self.door.open(self._workbench.library.path)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._seen:
            self._seen = True
            QTimer.singleShot(0, self.painted.emit)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(file.suffix.lower() in TAKEN for file in dropped_files(event)):
            accept_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        files = dropped_files(event)
        libraries = [file for file in files if file.suffix == SUFFIX]
        cases = [file for file in files if file.suffix == ".json"]
        lists = [file for file in files if file.suffix.lower() in LIST_ENDINGS]
        accept_copy(event)
        if libraries:
            self.door.open(libraries[0])
        elif cases:
            self._exchange.import_files(cases)
        elif lists:
            # The drop ends before a dialog begins, or the program it came from would wait for it.
            QTimer.singleShot(0, self, lambda: self._lists.import_list(lists[0]))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save what is held back, remember the place, let the library go."""
        self._workbench.flush()
        if self._workbench.unsaved and not may_lose_unsaved(self):
            event.ignore()
            return
        self._state.keep_window(self)
        self._keep_place()
        self._workbench.tasks.cancel_all()
        self._workbench.set_library(None, discard=True)
        event.accept()
