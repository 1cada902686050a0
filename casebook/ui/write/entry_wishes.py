"""Turns what people wish of entries into changes: add, duplicate, move, delete, mark as absent, link a source."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from casebook.domain.case import Case
from casebook.domain.changes import Aspect, MoveEntry, setting
from casebook.domain.declaration import SectionSpec
from casebook.domain.entry_changes import adding, duplicating, moving, removing
from casebook.domain.identity import new_id
from casebook.domain.records import TermRef
from casebook.ui.workbench import Workbench
from casebook.ui.write.attachment_actions import attach_files
from casebook.ui.write.entry_pane import EntryPane
from casebook.ui.write.evidence_strip import EvidenceStrip
from casebook.ui.write.page import Page
from casebook.ui.write.special_views import ADDED_FROM_FILES


class EntryWishes(QObject):
    """Listens to an EntryPane; emits `entry_wanted` with the id of an entry that should be shown."""

    entry_wanted = Signal(str)

    def __init__(self, workbench: Workbench, pane: EntryPane, parent: QWidget) -> None:
        """`parent` is the window file dialogs stand before."""
        super().__init__(parent)
        self._workbench = workbench
        self._pane = pane
        self._window = parent
        pane.add_wanted.connect(self.add)
        pane.duplicate_wanted.connect(self._duplicate)
        pane.remove_wanted.connect(self._remove)
        pane.move_wanted.connect(self._move)
        pane.step_wanted.connect(self._step)
        pane.absence_chosen.connect(self._mark_absent)

    def add(self) -> None:
        """Add an entry to the section that is shown, or ask for files where entries are made of files."""
        case, spec = self._workbench.case, self._pane.section
        if case is None or spec is None or self._workbench.read_only:
            return
        if spec.key in ADDED_FROM_FILES:
            paths, _filter = QFileDialog.getOpenFileNames(self._window, self._words(spec.grow))
            attach_files(self._workbench, paths)
            return
        entry = spec.entry_type()
        self._workbench.apply(adding(case, spec.key, entry), self._words(spec.grow))
        self.entry_wanted.emit(entry.id)

    def send_for_review(self) -> None:
        """Set the status of the case to ready for review."""
        case = self._workbench.case
        if case is not None:
            change = setting(case, case.id, "status", TermRef("ready-for-review"))
            self._workbench.apply(change, self.tr("Send for review"))
            self._workbench.told.emit(self.tr("The case is ready for review."), self._workbench.undo)

    def link(self, page: Page, *, same: bool) -> None:
        """Link a source to the entry the cursor stands in, or to the shown one."""
        strip = self._strip_in_focus(page) or (page.current.evidence if page.current is not None else None)
        if strip is None:
            self._workbench.told.emit(self.tr("Open an entry first: a source is linked to an entry."), None)
        elif same:
            strip.link_same()
        else:
            strip.link_source()

    def _strip_in_focus(self, page: Page) -> EvidenceStrip | None:
        widget: QWidget | None = page.window().focusWidget()
        while widget is not None and widget is not page:
            strip = getattr(widget, "evidence", None)
            if isinstance(strip, EvidenceStrip):
                return strip
            widget = widget.parentWidget()
        return None

    def _duplicate(self, record_id: str) -> None:
        case, spec = self._ready(record_id)
        if case is None or spec is None or spec.shared:
            return
        change, copy_id = duplicating(case, record_id, new_id)
        self._workbench.apply(change, self.tr("Duplicate"))
        self.entry_wanted.emit(copy_id)

    def _remove(self, record_id: str) -> None:
        case, spec = self._ready(record_id)
        if case is None or spec is None:
            return
        row = self._pane.model.row_of(record_id)
        record = case.find(record_id)
        title = self._workbench.wording.title(record, case) if record is not None else ""
        self._workbench.apply(removing(case, record_id), self.tr("Delete “{title}”").format(title=title))
        self._pane.choose_near(row)
        self._workbench.told.emit(self.tr("Deleted “{title}”.").format(title=title), self._workbench.undo)

    def _move(self, start: int, end: int) -> None:
        spec = self._pane.section
        if spec is not None and not self._workbench.read_only:
            self._workbench.apply(MoveEntry(section=spec.key, start=start, end=end), self.tr("Move"))

    def _step(self, record_id: str, step: int) -> None:
        case, _spec = self._ready(record_id)
        change = moving(case, record_id, step) if case is not None else None
        if change is not None:
            self._workbench.apply(change, self.tr("Move"))
            self._pane.choose(record_id)

    def _mark_absent(self, absence: object) -> None:
        case, spec = self._workbench.case, self._pane.section
        if case is not None and spec is not None:
            change = setting(case, case.id, spec.key, absence, Aspect.ABSENCE)
            self._workbench.apply(change, self._words(spec.title))

    def _ready(self, record_id: str) -> tuple[Case | None, SectionSpec | None]:
        if not record_id or self._workbench.read_only:
            return None, None
        return self._workbench.case, self._pane.section

    def _words(self, text: str) -> str:
        return self._workbench.wording.translate(text)
