"""The sources behind one record: link one, link the same again, grade it, remove it."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from casebook.domain.case import Case
from casebook.domain.changes import Batch, InsertEntry
from casebook.domain.declaration import section_of
from casebook.domain.entry_changes import adding, removing
from casebook.domain.fields import field_spec
from casebook.domain.records import RecordId, TermRef
from casebook.domain.sections.evidence import Evidence
from casebook.domain.sections.registry import Source
from casebook.ui.forms.form_context import FormContext
from casebook.ui.forms.section_form import MEASURE
from casebook.ui.widgets.chip import Chip
from casebook.ui.widgets.flow_layout import FlowLayout
from casebook.ui.widgets.focus import scroll_to
from casebook.ui.widgets.look import with_look
from casebook.ui.workbench import Workbench
from casebook.ui.write.evidence_details import EvidenceDetails
from casebook.ui.write.evidence_row import EvidenceRow
from casebook.ui.write.last_link import LastLink
from casebook.ui.write.source_line import SourceLine

SUPPORTS = TermRef("supports")


class EvidenceStrip(QWidget):
    """Shows the evidence of one record after another; every link, and its removal, is one undo step."""

    def __init__(self, workbench: Workbench, context: FormContext, parent: QWidget | None = None) -> None:
        """Empty until `show_record`."""
        super().__init__(parent)
        self.setObjectName("evidence")
        self.setMaximumWidth(MEASURE * self.fontMetrics().averageCharWidth())
        self._workbench = workbench
        self._context = context
        self._last = LastLink.of(workbench)
        self._record_id = ""
        self._open_id = ""
        self._rows: dict[str, EvidenceRow] = {}
        self._details: EvidenceDetails | None = None
        self._unsourced = Chip(self.tr("Unsourced"), "warning", self)
        self._unsourced.setToolTip(self.tr("No source stands behind this entry yet."))
        self._line: SourceLine | None = None
        self.link_button = self._button(
            "link-source", self.tr("+ Link a source"), self.tr("Link a source (Ctrl+L)")
        )
        self.link_button.clicked.connect(self.link_source)
        self.same_button = self._button("link-same", self.tr("Same as last"), "")
        self.same_button.clicked.connect(self.link_same)
        self._lay_out()

    def show_record(self, case: Case, record_id: str) -> None:
        """Show the evidence of a record."""
        if record_id != self._record_id:
            self._leave()
            self._record_id = record_id
        wording, read_only = self._workbench.wording, self._workbench.read_only
        evidence = case.evidence_for(record_id)
        ids: list[str] = [item.id for item in evidence]
        if self._open_id not in ids:
            self._close()
        if ids != list(self._rows):
            self._rebuild(ids)
        for item in evidence:
            self._rows[item.id].show_evidence(case, item, wording, read_only=read_only)
        self._unsourced.setVisible(not evidence and _makes_claims(case, record_id))
        self.link_button.setVisible(not read_only and self._line is None)
        self._show_same()
        if self._details is not None and self._open_id:
            self._details.show_evidence(case, self._open_id)

    def link_source(self) -> None:
        """Ask which source to link, in place."""
        if self._workbench.read_only or not self._record_id:
            return
        if self._line is None:
            self._line = SourceLine(self._context, self)
            self._line.chosen.connect(self._choose)
            self._line.left.connect(self._close_line)
            self._box.insertWidget(self._box.indexOf(self._actions), self._line)
        self.link_button.hide()
        self._line.start()

    def link_same(self) -> None:
        """Link the source that was linked last, with the same page."""
        if self._workbench.read_only or not self._record_id:
            return
        source = self._last.source
        if source is None:
            self.link_source()
            return
        self._link(source, self._last.locator)

    def flush(self) -> None:
        """Hand over what is typed but not yet told."""
        if self._details is not None and self._open_id:
            self._details.form.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts the open link away."""
        if event.key() == Qt.Key.Key_Escape and self._open_id:
            row = self._rows[self._open_id]
            self._close()
            row.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    def _choose(self, source_id: str) -> None:
        source = self._context.record(source_id)
        if isinstance(source, Source):
            link = self._link(source, "")
            if link is not None:
                self._open(link.id)

    def _link(self, source: Source, locator: str) -> Evidence | None:
        """Link a source to the record, bringing it into the case if it is not there; one undo step."""
        case = self._workbench.case
        if case is None or case.find(self._record_id) is None:
            return None
        link = Evidence(claim=RecordId(self._record_id), source=source.id, stance=SUPPORTS, locator=locator)
        steps: list[InsertEntry] = []
        if case.find(source.id) is None:
            steps.append(adding(case, field_spec(Evidence, "source").to, source))
        steps.append(adding(case, section_of(Evidence).key, link))
        words = self.tr("Link “{title}”").format(title=self._workbench.wording.title(source, case))
        self._close_line()
        self._last.remember(link, source)
        self._workbench.apply(Batch(changes=tuple(steps), label=words), words)
        self._show_again()
        if link.id not in self._rows:
            return None
        row = self._rows[link.id]
        row.setFocus(Qt.FocusReason.ShortcutFocusReason)
        QTimer.singleShot(0, row, lambda: scroll_to(row))  # once it is laid out
        return link

    def _remove(self, evidence_id: str) -> None:
        case = self._workbench.case
        if case is None or self._workbench.read_only or case.find(evidence_id) is None:
            return
        title = self._rows[evidence_id].title.full_text
        words = self.tr("Remove the link to “{title}”").format(title=title)
        self._workbench.apply(removing(case, evidence_id, words), words)
        self._show_again()
        self.link_button.setFocus(Qt.FocusReason.ShortcutFocusReason)
        told = self.tr("Removed the link to “{title}”.").format(title=title)
        self._workbench.told.emit(told, self._workbench.undo)

    def _toggle(self, evidence_id: str) -> None:
        if evidence_id == self._open_id:
            self._close()
        else:
            self._open(evidence_id)

    def _open(self, evidence_id: str) -> None:
        case = self._workbench.case
        if case is None or evidence_id not in self._rows:
            return
        self._close()
        if self._details is None:
            self._details = EvidenceDetails(self._workbench, self._context, self)
        self._open_id = evidence_id
        self._box.insertWidget(self._box.indexOf(self._rows[evidence_id]) + 1, self._details)
        self._details.show_evidence(case, evidence_id)
        self._details.show()
        self._details.form.focus_field("locator")

    def _close(self) -> None:
        if self._details is not None and self._open_id:
            self._details.form.flush()
            self._details.hide()
            self._box.removeWidget(self._details)
        self._open_id = ""

    def _leave(self) -> None:
        self._close()
        self._close_line()

    def _close_line(self) -> None:
        if self._line is None:
            return
        line, self._line = self._line, None
        held = line.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        self.link_button.setVisible(not self._workbench.read_only)
        if held:
            self.link_button.setFocus(Qt.FocusReason.ShortcutFocusReason)
        line.hide()
        line.deleteLater()

    def _show_again(self) -> None:
        case = self._workbench.case
        if case is not None and case.find(self._record_id) is not None:
            self.show_record(case, self._record_id)

    def _show_same(self) -> None:
        source, case = self._last.source, self._workbench.case
        self.same_button.setVisible(source is not None and not self._workbench.read_only)
        if source is None or case is None:
            return
        named = ", ".join(
            part for part in (self._workbench.wording.title(source, case), self._last.locator) if part
        )
        tip = self.tr("Link {source} again (Ctrl+Shift+L)").format(source=named)
        self.same_button.setToolTip(tip)
        self.same_button.setAccessibleName(tip)

    def _rebuild(self, ids: list[str]) -> None:
        for evidence_id in set(self._rows) - set(ids):
            row = self._rows.pop(evidence_id)
            row.hide()
            row.deleteLater()
        for at, evidence_id in enumerate(ids):
            row = self._rows.pop(evidence_id) if evidence_id in self._rows else self._new_row(evidence_id)
            self._rows[evidence_id] = row  # last in the dictionary, so that its order is that of the rows
            self._box.insertWidget(at, row)
            row.show()
        if self._details is not None and self._open_id:
            self._box.insertWidget(self._box.indexOf(self._rows[self._open_id]) + 1, self._details)

    def _new_row(self, evidence_id: str) -> EvidenceRow:
        row = EvidenceRow(self)
        row.opened.connect(lambda: self._toggle(evidence_id))
        row.removed.connect(lambda: self._remove(evidence_id))
        return row

    def _button(self, name: str, text: str, tip: str) -> QPushButton:
        button = with_look(QPushButton(text, self), "link")
        button.setObjectName(name)
        button.setToolTip(tip)
        button.setAccessibleName(tip or text)
        return button

    def _lay_out(self) -> None:
        words = self._workbench.wording.translate
        label = with_look(QLabel(words(section_of(Evidence).title), self), "label")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label)
        head.addWidget(self._unsourced)
        head.addStretch(1)
        self._actions = QWidget(self)
        actions = FlowLayout(self._actions, spacing=8)
        actions.addWidget(self.link_button)
        actions.addWidget(self.same_button)
        frame = with_look(QFrame(self), "field")
        self._box = QVBoxLayout(frame)
        self._box.setContentsMargins(6, 4, 6, 4)
        self._box.setSpacing(2)
        self._box.addWidget(self._actions)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(frame)


def _makes_claims(case: Case, record_id: str) -> bool:
    """Whether a record stands in an essential section, at any depth, so that a reader will ask how it is known."""
    key = case.section_key(record_id) if case.find(record_id) is not None else ""
    sections = case.declaration.sections
    while key and sections[key].parent:
        key = sections[key].parent
    return bool(key) and sections[key].essential
