"""The Write workspace: outline, entries, page and guidance, joined together."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from casebook.domain.case import Case
from casebook.domain.changes import Change
from casebook.domain.declaration import Part, SectionSpec
from casebook.domain.records import RecordId
from casebook.ui.actions import LOCAL, Actions
from casebook.ui.forms.form_context import FormContext
from casebook.ui.widgets.dropping import accept_copy
from casebook.ui.widgets.empty_state import EmptyState
from casebook.ui.widgets.look import with_look
from casebook.ui.workbench import Workbench
from casebook.ui.workspace import Workspace
from casebook.ui.write.aside import Aside
from casebook.ui.write.attachment_actions import attach_files
from casebook.ui.write.case_places import CasePlaces
from casebook.ui.write.case_review import CaseReview
from casebook.ui.write.change_place import place_of
from casebook.ui.write.entry_pane import EntryPane
from casebook.ui.write.entry_wishes import EntryWishes
from casebook.ui.write.find_in_case import FindInCase
from casebook.ui.write.find_panel import FindPanel
from casebook.ui.write.outline import Outline
from casebook.ui.write.page import Page
from casebook.ui.write.pane_room import PaneRoom


class WriteWorkspace(Workspace):
    """One open case, from outline to field."""

    def __init__(
        self, workbench: Workbench, actions: Actions | None = None, parent: QWidget | None = None
    ) -> None:
        """Shows the case of `workbench`, and an invitation when none is open; takes its keys from `actions`."""
        super().__init__(parent)
        self._workbench = workbench
        self._key = ""
        self._places = CasePlaces(workbench)
        self._fresh = True
        self._context = FormContext(workbench, self)
        self._splitter = with_look(QSplitter(Qt.Orientation.Horizontal, self), "paper")
        self.outline = Outline(workbench, self._splitter)
        self.entries = EntryPane(workbench, self._splitter)
        self.page = Page(workbench, self._context, self._splitter)
        self.aside = Aside(workbench, self._splitter)
        finding = FindPanel(self._splitter)
        self._room = PaneRoom(self.outline, self.entries, self.aside, finding)
        self._finding = FindInCase(workbench, finding, self._room, self.go_to)
        self._wishes = EntryWishes(workbench, self.entries, self.page, self)
        self._review = CaseReview(workbench, self.outline, self.aside, self)
        self._lay_out()
        self._connect()
        self._add_actions(actions or Actions(self))
        self._opened()

    def chosen_cases(self) -> tuple[RecordId, ...]:
        """The open case."""
        case = self._workbench.case
        return (case.id,) if case is not None else ()

    def arrive(self) -> None:
        """Go on where the keyboard was last."""
        if self._workbench.case is None:
            self._nothing.button.setFocus()
        elif self._fresh:
            self.outline.list.setFocus()
        self._fresh = False

    def search(self) -> None:
        """Find in the open case."""
        self._finding.open(replacing=False)

    def show_section(self, key: str, record_id: str = "") -> None:
        """Show a part or section, and one of its entries: the given one, or the one shown there last."""
        case = self._workbench.case
        if case is None:
            return
        self._key = key
        self.outline.choose(key)
        self.aside.show_section(key)
        self._finding.section_shown(key)
        shown = self._shown()
        self.current_section = "" if isinstance(shown, Part) else shown.key
        if isinstance(shown, Part):
            self._room.show_entries(False)
            self.page.show_record(case, shown, case.id)
            self._places.went(case, key)
        else:
            self.entries.show_section(case, shown, self._review.findings)
            self._room.show_entries(True)
            self._show_entry(case, shown, record_id or self._places.entry(key))

    def go_to(self, record_id: str, field: str) -> None:
        """Show the record and put the cursor into one of its fields, the first if none is named."""
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
            spec = case.declaration.sections[field]
            self.show_section(spec.parent or field)
            self.entries.focus_here()
            return
        spec_of = {spec.name: spec for spec in case.declaration.header}
        first = case.declaration.parts[0].key
        self.show_section(spec_of[field].part if field in spec_of else first)
        self.page.reveal(case, [], field)

    def _shown(self) -> SectionSpec | Part:
        declaration = self._workbench.declaration
        part = next((part for part in declaration.parts if part.key == self._key), None)
        return part or declaration.sections[self._key]

    def _show_entry(
        self, case: Case, shown: SectionSpec, record_id: str, change: Change | None = None
    ) -> None:
        known = [entry.id for entry in case.section(shown.key)]
        wanted = record_id if record_id in known else (known[0] if known else "")
        self._places.went(case, self._key, wanted)
        if not wanted:
            self.page.show_nothing()
            return
        self.entries.choose(wanted)
        self.page.show_record(case, shown, wanted, change)

    def _entry_chosen(self, record_id: str) -> None:
        case, shown = self._workbench.case, self._shown()
        if case is not None and isinstance(shown, SectionSpec):
            self._show_entry(case, shown, record_id)

    def _opened(self) -> None:
        case = self._workbench.case
        self.can_search = case is not None
        self._stack.setCurrentWidget(self._nothing if case is None else self._splitter)
        self._key = ""
        self._review.begin()
        if case is None:
            return
        key, record_id = self._places.opened(case)
        self.show_section(key, record_id)
        self._fresh = not self.isVisible()
        self.outline.list.setFocus()

    def _changed(self, case: Case, change: Change) -> None:
        """Show what a change made different; the keyboard and the place on the page stay where they are."""
        if not self._key:
            return
        shown = self._shown()
        if isinstance(shown, Part):
            self.page.show_record(case, shown, case.id, change)
        else:
            self.entries.show_section(case, shown, self._review.findings)
            self._show_entry(case, shown, self.entries.current_id(), change)
        self._review.count_after(change, case)

    def _stepped(self, change: Change) -> None:
        """Something was undone or done again: go where it can be seen."""
        case = self._workbench.case
        if case is None:
            return
        record_id, field = place_of(case, change, self._key)
        current = self.page.current
        if field or record_id == case.id:
            self.go_to(record_id, field)
        elif record_id == self.entries.model.id_at(self.entries.model.row_of(record_id)):
            self._show_entry(case, case.declaration.sections[self._key], record_id)
            self.entries.focus_here()
        elif current is None or current.record_id != record_id:
            self.go_to(record_id, "")

    def _mark_cards(self) -> None:
        case, shown = self._workbench.case, self._shown() if self._key else None
        if case is not None and isinstance(shown, SectionSpec):
            self.entries.show_section(case, shown, self._review.findings)

    def _check_now(self) -> None:
        self._workbench.settling.emit()
        self._review.count()
        self._room.show_aside(True)
        self.aside.focus_findings()

    def _send_for_review(self) -> None:
        if not self._review.send() and self._review.findings:
            self._check_now()

    def _show_history(self) -> None:
        self._room.show_aside(True)
        self.aside.show_history()

    def _lay_out(self) -> None:
        self._nothing = _invitation(self)
        self._nothing.action.connect(lambda: self._workbench.workspace_requested.emit("library"))
        self.aside.setProperty("pane", True)
        self._splitter.setObjectName("write-splitter")
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setStretchFactor(2, 1)
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
        # While somebody writes here, words are only added; what reads otherwise was changed elsewhere.
        workbench.word_lists.changed.connect(lambda _key: None if self.isVisible() else self._opened())
        workbench.case_changed.connect(self._changed)
        workbench.stepped.connect(self._stepped)
        workbench.settling.connect(self.page.flush)
        workbench.go_to.connect(self.go_to)
        self._context.record_wanted.connect(lambda record_id: self.go_to(record_id, ""))
        self.outline.section_chosen.connect(lambda key: None if key == self._key else self.show_section(key))
        self.outline.findings_wanted.connect(self._check_now)
        self.entries.entry_chosen.connect(self._entry_chosen)
        self._review.counted.connect(self._mark_cards)
        self._review.found.connect(self.go_to)
        self._wishes.entry_wanted.connect(lambda record_id: self.go_to(record_id, ""))
        self.page.check_wanted.connect(self._check_now)
        self.page.review_wanted.connect(self._send_for_review)
        self.page.aside_toggled.connect(self._room.show_aside)
        self._room.aside_shown.connect(self.page.show_aside_state)

    def _add_actions(self, actions: Actions) -> None:
        doers = {
            "add-entry": self._wishes.add,
            "duplicate-entry": self._wishes.duplicate,
            "move-entry-up": lambda: self._wishes.step(-1),
            "move-entry-down": lambda: self._wishes.step(1),
            "delete-entry": self._wishes.remove,
            "link-source": lambda: self._wishes.link(same=False),
            "link-same": lambda: self._wishes.link(same=True),
            "previous-section": lambda: self.outline.step(-1),
            "next-section": lambda: self.outline.step(1),
            "previous-entry": lambda: self.entries.step(-1),
            "next-entry": lambda: self.entries.step(1),
            "check-now": self._check_now,
            "next-finding": lambda: self._review.step(1),
            "previous-finding": lambda: self._review.step(-1),
            "send-for-review": self._send_for_review,
            "guidance": lambda: self._room.show_aside(not self.aside.isVisibleTo(self)),
            "case-history": self._show_history,
            "replace": lambda: self._finding.open(replacing=True),
            "find-next": lambda: self._finding.step(1),
            "find-previous": lambda: self._finding.step(-1),
        }
        actions.connect_to(doers)
        for key in doers:
            (self.entries.list if key in LOCAL else self).addAction(actions[key])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._room.fit(event.size().width())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and self._workbench.case is not None and not self._workbench.read_only:
            accept_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Attach the files that were dropped."""
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            accept_copy(event)
            attach_files(self._workbench, paths)


def _invitation(parent: QWidget) -> EmptyState:
    """What is shown while no case is open."""
    return EmptyState(
        parent.tr("No case is open"),
        parent.tr("Pick a case in the library, or start a new one there."),
        parent.tr("Go to the library"),
        parent,
    )
