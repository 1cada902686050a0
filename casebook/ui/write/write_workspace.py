"""The Write workspace: outline, entries, page and guidance, joined together."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from casebook.domain.case import Case
from casebook.domain.changes import Change
from casebook.domain.checks import find_problems
from casebook.domain.completeness import completeness
from casebook.domain.declaration import Part, SectionSpec
from casebook.domain.findings import Finding
from casebook.services.editing import is_typing
from casebook.ui.forms.form_context import FormContext
from casebook.ui.widgets.empty_state import EmptyState
from casebook.ui.widgets.look import with_look
from casebook.ui.workbench import Workbench
from casebook.ui.write.aside import Aside
from casebook.ui.write.attachment_actions import attach_files
from casebook.ui.write.entry_pane import EntryPane
from casebook.ui.write.entry_wishes import EntryWishes
from casebook.ui.write.outline import Outline
from casebook.ui.write.page import Page

CHECK_AFTER = 400
"""Milliseconds after a keystroke at which completeness and findings are counted anew."""

ASIDE_NEEDS = 1100
"""Pixels of width below which the guidance gives way to the page."""


class WriteWorkspace(QWidget):
    """One open case, from outline to field."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        """Shows the case of `workbench`, and an invitation when none is open."""
        super().__init__(parent)
        self._workbench = workbench
        self._key = ""
        self._findings: tuple[Finding, ...] = ()
        self._aside_wanted = True
        self._context = FormContext(workbench, self)
        self.outline = Outline(workbench, self)
        self.entries = EntryPane(workbench, self)
        self.page = Page(workbench, self._context, self)
        self.aside = Aside(workbench, self)
        self._wishes = EntryWishes(workbench, self.entries, self)
        self._count = QTimer(self, singleShot=True)
        self._count.timeout.connect(self._count_now)
        self._lay_out()
        self._connect()
        self._add_actions()
        self._opened()

    def show_section(self, key: str, record_id: str = "") -> None:
        """Show a part or section, and one of its entries."""
        case = self._workbench.case
        if case is None:
            return
        changed, self._key = key != self._key, key
        self.outline.choose(key)
        self.aside.show_section(key)
        shown = self._shown()
        if isinstance(shown, Part):
            self.entries.hide()
            self.page.show_record(case, shown, case.id)
        else:
            self.entries.show_section(case, shown, self._findings)
            self.entries.show()
            self._show_entry(case, shown, record_id, first=changed)
        if changed:
            self.page.scroll_to_top()

    def go_to(self, record_id: str, field: str) -> None:
        """Show the record and put the cursor into one of its fields."""
        case = self._workbench.case
        if case is None or case.find(record_id) is None:
            return
        if record_id == case.id:
            self._go_to_part(case, field)
            return
        path = [record_id]
        while (parent := getattr(case.find(path[0]), "parent", None)) and case.find(parent) is not None:
            path.insert(0, parent)
        self.show_section(case.section_key(path[0]), path[0])
        self.page.reveal(case, path[1:], field)

    def _go_to_part(self, case: Case, field: str) -> None:
        if field in case.declaration.sections:
            self.show_section(field)
            self.entries.empty.add.setFocus()
            return
        spec = next(
            (spec for spec in case.declaration.header if spec.name == field), case.declaration.header[0]
        )
        self.show_section(spec.part)
        self.page.reveal(case, [], field)

    def _shown(self) -> SectionSpec | Part:
        declaration = self._workbench.declaration
        part = next((part for part in declaration.parts if part.key == self._key), None)
        return part or declaration.sections[self._key]

    def _show_entry(self, case: Case, shown: SectionSpec, record_id: str, *, first: bool) -> None:
        known = [entry.id for entry in case.section(shown.key)]
        wanted = record_id or ("" if first else self.entries.current_id())
        if wanted not in known:
            wanted = known[0] if known else ""
        if not wanted:
            self.page.show_nothing()
            return
        self.entries.choose(wanted)
        self.page.show_record(case, shown, wanted)

    def _entry_chosen(self, record_id: str) -> None:
        case, shown = self._workbench.case, self._shown()
        if case is not None and isinstance(shown, SectionSpec) and case.find(record_id) is not None:
            self.page.show_record(case, shown, record_id)
            self.page.scroll_to_top()

    def _opened(self) -> None:
        case = self._workbench.case
        self._stack.setCurrentWidget(self._nothing if case is None else self._splitter)
        if case is None:
            self._key = ""
            return
        self._key = ""
        self._count_now()
        self.show_section(case.declaration.parts[0].key)
        self.outline.list.setFocus()

    def _changed(self, case: Case, change: Change) -> None:
        if self._key:
            self.show_section(self._key)
        self._count.start(CHECK_AFTER if is_typing(change, case) else 0)

    def _count_now(self) -> None:
        case = self._workbench.case
        if case is None:
            return
        library = self._workbench.library
        trashed = library.cases.trashed_ids() if library is not None else frozenset()
        self._findings = find_problems(case, trashed)
        self.outline.show_case(case, completeness(case), len(self._findings))
        self.aside.show_findings(case, self._findings)
        shown = self._shown() if self._key else None
        if isinstance(shown, SectionSpec):
            self.entries.show_section(case, shown, self._findings)

    def _check_now(self) -> None:
        self._workbench.settling.emit()
        self._count_now()
        self._show_aside(True)
        self.aside.focus_findings()

    def _send_for_review(self) -> None:
        self._workbench.settling.emit()
        self._count_now()
        if self._findings:
            self._check_now()
            words = self.tr(
                "%n things to fix before this case can go to review; they are listed beside it.",
                "",
                len(self._findings),
            )
            self._workbench.told.emit(words, None)
            return
        self._wishes.send_for_review()

    def _next_finding(self) -> None:
        if self._findings:
            finding = self._findings[0]
            self.go_to(finding.record_id, finding.field)

    def _show_aside(self, shown: bool) -> None:
        self._aside_wanted = shown
        self.aside.setVisible(shown)
        self.page.show_aside_state(shown)

    def _lay_out(self) -> None:
        self._nothing = EmptyState(
            self.tr("No case is open"),
            self.tr("Pick a case in the library, or start a new one there."),
            self.tr("Go to the library"),
            self,
        )
        self._nothing.action.connect(lambda: self._workbench.workspace_requested.emit("library"))
        self._splitter = with_look(QSplitter(Qt.Orientation.Horizontal, self), "paper")
        self._splitter.setObjectName("write-splitter")
        self._splitter.setHandleWidth(1)
        for pane in (self.outline, self.entries, self.page, self.aside):
            self._splitter.addWidget(pane)
        self._splitter.setStretchFactor(2, 1)
        self._splitter.setSizes([240, 290, 600, 270])
        for at in range(4):
            self._splitter.setCollapsible(at, False)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self._splitter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.setAcceptDrops(True)

    def _connect(self) -> None:
        workbench = self._workbench
        workbench.case_opened.connect(self._opened)
        workbench.case_changed.connect(self._changed)
        workbench.settling.connect(self.page.flush)
        workbench.go_to.connect(self.go_to)
        self._context.record_wanted.connect(lambda record_id: self.go_to(record_id, ""))
        self.outline.section_chosen.connect(self._section_chosen)
        self.outline.findings_wanted.connect(self._check_now)
        self.entries.entry_chosen.connect(self._entry_chosen)
        self._wishes.entry_wanted.connect(self._open_new)
        self.page.check_wanted.connect(self._check_now)
        self.page.review_wanted.connect(self._send_for_review)
        self.page.aside_toggled.connect(self._show_aside)

    def _section_chosen(self, key: str) -> None:
        if key != self._key:
            self.show_section(key)

    def _open_new(self, record_id: str) -> None:
        self.show_section(self._key, record_id)
        case = self._workbench.case
        if case is not None:
            self.page.scroll_to_top()
            self.page.reveal(case, [], "")

    def _add_actions(self) -> None:
        for name, keys, slot in (
            (self.tr("Add an entry"), "Ctrl+Return", self.entries.add_wanted.emit),
            (self.tr("Link a source"), "Ctrl+L", lambda: self._wishes.link(self.page, same=False)),
            (
                self.tr("Link the same source as last"),
                "Ctrl+Shift+L",
                lambda: self._wishes.link(self.page, same=True),
            ),
            (self.tr("Next section"), "Ctrl+PgDown", lambda: self.outline.step(1)),
            (self.tr("Previous section"), "Ctrl+PgUp", lambda: self.outline.step(-1)),
            (self.tr("Next entry"), "Alt+PgDown", lambda: self.entries.step(1)),
            (self.tr("Previous entry"), "Alt+PgUp", lambda: self.entries.step(-1)),
            (self.tr("Check now"), "F7", self._check_now),
            (self.tr("Go to the first thing to fix"), "F8", self._next_finding),
            (
                self.tr("Show or hide the guidance"),
                "F9",
                lambda: self._show_aside(not self.aside.isVisible()),
            ),
        ):
            action = QAction(name, self)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(lambda _checked=False, act=slot: act())
            self.addAction(action)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the page the room of the guidance when the window is narrow."""
        super().resizeEvent(event)
        roomy = event.size().width() >= ASIDE_NEEDS * self.fontMetrics().height() / 17
        self.aside.setVisible(self._aside_wanted and roomy)
        self.page.show_aside_state(self.aside.isVisibleTo(self))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and self._workbench.case is not None and not self._workbench.read_only:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Attach the files that were dropped."""
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            attach_files(self._workbench, paths)
