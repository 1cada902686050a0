"""The actors and sources of the open library: which there are, one in full with its cases, and those that may be the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from casebook.domain.declaration import SectionSpec
from casebook.services.merging_records import Merge
from casebook.storage.record_query import RecordQuery, Show
from casebook.ui.registry.record_bar import RecordBar
from casebook.ui.registry.record_list import RecordList
from casebook.ui.registry.record_reader import RecordReader
from casebook.ui.registry.record_side import RecordSide
from casebook.ui.registry.record_wishes import RecordWishes
from casebook.ui.registry.same_list import SameList
from casebook.ui.theme import BODY
from casebook.ui.widgets.empty_state import EmptyState
from casebook.ui.widgets.message_bar import MessageBar
from casebook.ui.workbench import Workbench
from casebook.ui.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from casebook.domain.grid import Grid
    from casebook.domain.record_likeness import Likely
    from casebook.storage.library import Library
    from casebook.ui.tasks import Cancelled, Progress
    from casebook.ui.workspace import TableOf

TYPING = 120
"""Milliseconds after the last key at which the list follows the filter."""


class RecordsPage(Workspace):
    """Every change goes through `Workbench.records`, so that all cases have it and it can be undone."""

    can_search = True

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._wanted: tuple[str, ...] = ()
        self._order = ("name", False)
        self._entering_same = False
        self._reader = RecordReader(workbench, self)
        self._wishes = RecordWishes(workbench, self)
        self._typing = QTimer(self, singleShot=True, interval=TYPING)
        self._typing.timeout.connect(self._list)
        self.bar = RecordBar()
        self.list = RecordList(workbench)
        self.same = SameList()
        self.side = RecordSide(workbench, self._reader)
        self._asked_about: tuple[str, ...] = ()
        self._build()
        self._connect()
        self._start_over()

    def arrive(self) -> None:
        """List anew; the keyboard goes to the list."""
        self._workbench.flush()
        self._list()
        self.list.table.setFocus()

    def search(self) -> None:
        """Put the keyboard into the filter."""
        self._show_same(False)
        self.list.filter.field.setFocus(Qt.FocusReason.ShortcutFocusReason)  # which chooses what stands there

    def listed_table(self) -> TableOf:
        """The records as they are listed, with their types in words."""
        query = self.list.filter.query(self.section.key, self._order[0], descending=self._order[1])

        def make(library: Library, progress: Progress, cancelled: Cancelled) -> Grid:
            from casebook.services.record_lists import record_grid

            return record_grid(library, query, self._workbench.wording, progress, cancelled)

        return make

    @property
    def section(self) -> SectionSpec:
        """The section whose records are looked at."""
        return self._workbench.declaration.sections[self.bar.section]

    def _build(self) -> None:
        self._asking = MessageBar()
        self._asking.setObjectName("records-ask")
        self._left, self._stack = QStackedWidget(), QStackedWidget()
        for pane in (self.list, self.same):
            self._left.addWidget(pane)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setObjectName("records-splitter")
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._splitter.addWidget(self._left)
        self._splitter.addWidget(self.side)
        self._splitter.setStretchFactor(0, 1)
        self._nothing = EmptyState(
            self.tr("No library is open"),
            self.tr("Actors and sources are kept in a library. Open one first."),
        )
        self._stack.addWidget(self._splitter)
        self._stack.addWidget(self._nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._asking)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        bench, table = self._workbench, self.list.table
        bench.library_changed.connect(self._start_over)
        bench.cases_changed.connect(self._refresh)
        self._reader.listed.connect(self._show_listed)
        self._reader.grouped.connect(self._show_grouped)
        self._wishes.asked.connect(self._ask)
        self._wishes.apart.connect(lambda: self._reader.group(self.section.key))
        self.bar.section_chosen.connect(lambda _key: self._change_section())
        for wish, do in self._doers().items():
            self.bar.button(wish).clicked.connect(do)
        self.bar.button("find-same").toggled.connect(self._show_same)
        self.list.filter.changed.connect(self._typing.start)
        self.list.model.sorted.connect(self._sort)
        self.list.model.renamed.connect(lambda one, name: self._wishes.rename(self.section, one, name))
        self.list.emptied.connect(self._next_step)
        table.chosen.connect(self._show_chosen)
        table.opened.connect(self.side.details.write)
        table.trash_wanted.connect(self._trash)
        table.new_wanted.connect(self._new)
        self.same.chosen.connect(lambda ids: self.side.compare(self.section, ids))
        self.same.back_wanted.connect(lambda: self._show_same(False))
        self.side.details.case_wanted.connect(self._open_case)
        self.side.details.record_wanted.connect(self._go_to)
        self.side.merging.merge_wanted.connect(self._merge)
        self.side.merging.apart_wanted.connect(self._wishes.tell_apart)
        self.side.merging.cancelled.connect(self._leave_comparing)

    def _doers(self) -> dict[str, Callable[[], None]]:
        return {
            "new-record": self._new,
            "rename-record": self.list.table.rename,
            "merge-records": lambda: self.side.compare(self.section, self.list.table.chosen_ids()),
            "trash-record": self._trash,
            "restore-record": lambda: self._wishes.restore(self.section, self.list.table.chosen_ids()),
            "delete-record": lambda: self._wishes.delete(self.section, self.list.table.chosen_ids()),
        }

    def _start_over(self) -> None:
        library = self._workbench.library
        self.side.show_nothing()
        self._stack.setCurrentWidget(self._splitter if library is not None else self._nothing)
        self.bar.offer_sections(self._workbench.declaration.shared_sections)
        self._show_same(False)
        self._change_section()

    def _change_section(self) -> None:
        self.side.show_nothing()
        self.list.show_records(self.section, ())
        self.list.filter.clear()
        if self.bar.button("find-same").isChecked():
            self._show_same(True)
        self._enable()

    def _list(self) -> None:
        """Ask for the list anew."""
        self._typing.stop()
        sort, descending = self._order
        self._reader.list(self.list.filter.query(self.section.key, sort, descending=descending))

    def _show_listed(self, query: RecordQuery, ids: Sequence[str]) -> None:
        if query.section != self.section.key:
            return
        chosen = self._wanted or self.list.table.chosen_ids()
        self._wanted = ()
        self.list.show_records(self.section, ids)
        self.list.table.choose(*chosen)
        self._show_chosen()

    def _refresh(self) -> None:
        """Something was changed: show what is so, where it is seen."""
        if not self.isVisible():
            return  # read when somebody comes back
        self._list()
        if self.bar.button("find-same").isChecked():
            self._reader.group(self.section.key)

    def _sort(self, key: str, descending: bool) -> None:
        self._order = (key, descending)
        if self.isVisible():
            self._list()

    def _show_chosen(self) -> None:
        """Show what is chosen in the list, unless it is being held against each other."""
        self._enable()
        chosen = self.list.table.chosen_ids()
        if chosen != self._asked_about:
            self._asking.hide()
        if self.bar.button("find-same").isChecked() or (chosen and set(chosen) == set(self.side.compared)):
            return
        if len(chosen) == 1:
            self.side.show_record(self.section, chosen[0])
        else:
            self.side.show_nothing()

    def _leave_comparing(self) -> None:
        self.side.show_nothing()
        if not self.bar.button("find-same").isChecked():
            self._show_chosen()
            self.list.table.setFocus()

    def _show_same(self, on: bool) -> None:
        self._entering_same = on
        self.bar.button("find-same").setChecked(on)
        self._left.setCurrentWidget(self.same if on else self.list)
        self.side.show_nothing()
        if on:
            self.same.wait()
            self._reader.group(self.section.key)
        else:
            self._show_chosen()
        self._enable()

    def _show_grouped(self, section: str, groups: Sequence[Likely], names: Mapping[str, str]) -> None:
        if section == self.section.key and self.bar.button("find-same").isChecked():
            self.same.show_groups(self.section, groups, names)
            if self._entering_same:
                self.same.list.setFocus()
            self._entering_same = False

    def _merge(self, merge: Merge) -> None:
        self._wanted = (merge.keep,)
        self._wishes.merge(merge, self.side.show_nothing)

    def _new(self) -> None:
        if self._workbench.read_only:
            return
        self._show_same(False)
        self.list.filter.clear()
        made = self._wishes.make_new(self.section)
        self._wanted = (made,)
        QTimer.singleShot(0, self, self._list)
        self._reader.listed.connect(
            lambda _query, _ids: self.side.details.write(), Qt.ConnectionType.SingleShotConnection
        )

    def _trash(self) -> None:
        if self.list.filter.show_what is not Show.TRASH and not self._workbench.read_only:
            self._wishes.trash(self.section, self.list.table.chosen_ids())

    def _ask(self, said: str, button: str, do: Callable[[], None]) -> None:
        self._asked_about = self.list.table.chosen_ids()
        self._asking.show_message(said, "warning", button, do)

    def _go_to(self, record_id: str) -> None:
        """Show another record of the section, even when the filter leaves it out."""
        if not self.list.table.choose(record_id):
            self._wanted = (record_id,)
            self.list.filter.clear()

    def _next_step(self) -> None:
        """The button of the empty list."""
        if self.list.filter.narrowed:
            self.list.filter.clear()
        else:
            self._new()

    def _open_case(self, case_id: str, entry_id: str) -> None:
        if self._workbench.open_case(case_id):
            self._workbench.workspace_requested.emit("write")
            self._workbench.go_to.emit(entry_id, "")

    def _enable(self) -> None:
        chosen = () if self.bar.button("find-same").isChecked() else self.list.table.chosen_ids()
        trashed = self.list.filter.show_what is Show.TRASH
        self.bar.enable(len(chosen), trashed=trashed, may_change=not self._workbench.read_only)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() <= 0:
            zoom = max(self.fontInfo().pixelSize() / BODY, 1)
            aside = round(min(430 * zoom, self.width() * 0.45))
            self._splitter.setSizes([max(self.width() - aside, 100), aside])
