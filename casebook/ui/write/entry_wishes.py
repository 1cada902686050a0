"""Turns what people wish of the current entry into changes: add, duplicate, move, delete, mark absent, link."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from casebook.domain.changes import Aspect, setting
from casebook.ui.widgets.focus import focus_path
from casebook.ui.workbench import Workbench
from casebook.ui.write.attachment_actions import attach_files
from casebook.ui.write.child_group import ChildGroup
from casebook.ui.write.entry_pane import EntryPane
from casebook.ui.write.entry_steps import EntrySteps
from casebook.ui.write.evidence_strip import EvidenceStrip
from casebook.ui.write.page import Page
from casebook.ui.write.record_view import RecordView
from casebook.ui.write.special_views import ADDED_FROM_FILES


class EntryWishes(QObject):
    """The current entry is the one the keyboard stands in: a card, an open child, or the entry of the page.

    Emits `entry_wanted` with the id of an entry that should be shown, ready to be written.
    """

    entry_wanted = Signal(str)

    def __init__(self, workbench: Workbench, pane: EntryPane, page: Page, parent: QWidget) -> None:
        """`parent` is the window file dialogs stand before."""
        super().__init__(parent)
        self._workbench = workbench
        self._pane, self._page = pane, page
        self._window = parent
        self._steps = EntrySteps(workbench, self)
        pane.add_wanted.connect(self.add)
        pane.move_wanted.connect(self._move)
        pane.absence_chosen.connect(self._mark_absent)

    def add(self) -> None:
        """Add an entry to the section that is shown, or ask for files where entries are made of files."""
        spec = self._pane.section
        if spec is None or not self._pane.isVisibleTo(self._window) or self._workbench.read_only:
            return
        if spec.key in ADDED_FROM_FILES:
            title = self._workbench.wording.translate(spec.grow)
            dialog = QFileDialog(self._window, title)
            dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
            dialog.filesSelected.connect(lambda paths: attach_files(self._workbench, paths))
            dialog.open()
            return
        added = self._steps.add(spec)
        if added:
            self.entry_wanted.emit(added)

    def duplicate(self) -> None:
        """Duplicate the current entry."""
        group = self._group_in_focus()
        if group is not None:
            group.duplicate(group.current_id)
            return
        copy_id = self._steps.duplicate(self._pane.current_id())
        if copy_id:
            self.entry_wanted.emit(copy_id)

    def remove(self) -> None:
        """Delete the current entry."""
        group = self._group_in_focus()
        if group is not None:
            group.remove(group.current_id)
        else:
            self._steps.remove(self._pane.current_id())

    def step(self, places: int) -> None:
        """Move the current entry down among its siblings, or up when negative."""
        group = self._group_in_focus()
        if group is not None:
            group.step(group.current_id, places)
        else:
            self._steps.step(self._pane.current_id(), places)

    def link(self, *, same: bool) -> None:
        """Link a source to the current entry: ask which, or the same as last."""
        strip = self._strip_in_focus()
        if strip is None:
            self._workbench.told.emit(self.tr("Open an entry first: a source is linked to an entry."), None)
        elif same:
            strip.link_same()
        else:
            strip.link_source()

    def _group_in_focus(self) -> ChildGroup | None:
        """The innermost group of children with the keyboard in one of them."""
        groups = (widget for widget in focus_path(self._page) if isinstance(widget, ChildGroup))
        return next((group for group in groups if group.current_id), None)

    def _strip_in_focus(self) -> EvidenceStrip | None:
        """Where links to the current entry stand."""
        views = (widget for widget in focus_path(self._page) if isinstance(widget, RecordView))
        view = next(views, self._page.current)
        return view.evidence if view is not None else None

    def _move(self, start: int, end: int) -> None:
        if self._pane.section is not None:
            self._steps.move(self._pane.section.key, start, end)

    def _mark_absent(self, absence: object) -> None:
        case, spec = self._workbench.case, self._pane.section
        if case is not None and spec is not None and not self._workbench.read_only:
            change = setting(case, case.id, spec.key, absence, Aspect.ABSENCE)
            self._workbench.apply(change, self._workbench.wording.translate(spec.title))
