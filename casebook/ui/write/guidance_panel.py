"""The Guidance tab: how to write the section, an example, and what is to fix before review."""

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from casebook.domain.case import Case
from casebook.domain.declaration import Part, SectionSpec
from casebook.domain.findings import Finding
from casebook.ui.widgets.look import with_look
from casebook.ui.workbench import Workbench
from casebook.ui.write.finding_list import FindingList


class GuidancePanel(QScrollArea):
    """One column that scrolls as a whole, so that large text pushes nothing out of reach."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        """Empty until `show_section` and `show_findings`."""
        super().__init__(parent)
        self._workbench = workbench
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._how_head = self._caps(self.tr("How to write it"))
        self._how = self._text("guidance-text", "")
        self._example_head = self._caps(self.tr("Example"))
        self._example = self._text("guidance-example", "muted")
        self._fix_head = self._caps(self.tr("To fix before review"))
        self._nothing = self._text("nothing-to-fix", "muted")
        self._nothing.setText(self.tr("Nothing to fix. The case can go to review."))
        self.findings = FindingList(self)
        self.findings.chosen.connect(workbench.go_to)
        self.findings.moved.connect(self._follow)
        self._holder = QWidget(self)
        column = QVBoxLayout(self._holder)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        for head, body in (
            (self._how_head, self._how),
            (self._example_head, self._example),
            (self._fix_head, self._nothing),
        ):
            column.addWidget(head)
            column.addWidget(body)
            if body is not self._nothing:
                column.addSpacing(8)
        column.addWidget(self.findings)
        column.addStretch(1)
        self.setWidget(self._holder)
        self._show_count()

    def show_section(self, key: str) -> None:
        """Give guidance on a part or section of the case."""
        shown = self._declared(key)
        words = self._workbench.wording.translate
        guidance = words(shown.guidance) if shown is not None and shown.guidance else ""
        example = words(shown.example) if shown is not None and shown.example else ""
        self._how.setText(guidance)
        self._example.setText(example)
        for widget in (self._how_head, self._how):
            widget.setVisible(bool(guidance))
        for widget in (self._example_head, self._example):
            widget.setVisible(bool(example))
        self.findings.findings.show_section(key)

    def show_findings(self, case: Case, findings: tuple[Finding, ...]) -> None:
        """Show what is to fix in the whole case."""
        self.findings.findings.show_findings(case, findings, self._workbench.wording)
        self._show_count()

    def focus_findings(self) -> None:
        """Scroll to what is to fix and put the keyboard there."""
        self._settle()
        self.ensureWidgetVisible(self._fix_head)
        if self.findings.findings.rowCount():
            self.findings.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _declared(self, key: str) -> SectionSpec | Part | None:
        declaration = self._workbench.declaration
        part = next((part for part in declaration.parts if part.key == key), None)
        return part or declaration.sections.get(key)

    def _show_count(self) -> None:
        count, binding = self.findings.findings.rowCount(), self.findings.findings.binding
        heading = self.tr("To fix before review")
        if count:
            heading = f"{heading} · {binding}"
        if count > binding:
            heading = f"{heading} · {self.tr('Advice')} · {count - binding}"
        self._fix_head.setText(heading.upper())
        self._fix_head.setAccessibleName(heading)
        self._nothing.setVisible(not binding)
        self.findings.setVisible(bool(count))

    def _follow(self, index: QModelIndex) -> None:
        if not index.isValid() or not self.findings.hasFocus():
            return
        self._settle()
        row = self.findings.visualRect(index)
        top = self.findings.viewport().mapTo(self._holder, row.topLeft()).y()
        self.ensureVisible(0, top + row.height(), 0, 4)
        self.ensureVisible(0, top, 0, 4)

    def _settle(self) -> None:
        """Lay out now what is still to be laid out, so that scrolling knows where things will stand."""
        for widget in (self._holder, self.viewport(), self):
            QCoreApplication.sendPostedEvents(widget, QEvent.Type.LayoutRequest.value)

    def _caps(self, text: str) -> QLabel:
        label = with_look(QLabel(text.upper(), self), "caps")
        label.setAccessibleName(text)
        label.setWordWrap(True)
        return label

    def _text(self, name: str, look: str) -> QLabel:
        label = QLabel(self)
        if look:
            with_look(label, look)
        label.setObjectName(name)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label
