"""The head of the outline: reference, title, status, who may see it, how complete it is."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from casebook.domain.case import Case
from casebook.ui.status_state import status_state
from casebook.ui.widgets.chip import Chip
from casebook.ui.widgets.completeness_bar import CompletenessBar
from casebook.ui.widgets.flow_layout import FlowLayout
from casebook.ui.widgets.look import with_look
from casebook.ui.widgets.wrapped_text import wrapped
from casebook.ui.workbench import Workbench

SIDE, TITLE_LINES = 16, 4
"""Pixels left and right, and lines of the title shown at most."""


class CaseSummary(QWidget):
    """Shows the open case in brief; emits `findings_wanted` when its line of findings is pressed."""

    findings_wanted = Signal()

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        """Empty until `show_case`."""
        super().__init__(parent)
        self._workbench = workbench
        self._reference = with_look(QLabel(), "small")
        self._title = with_look(QLabel(self), "page-title")
        self._title.setObjectName("case-title")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._full_title = ""
        self._status, self._level = Chip(parent=self), Chip(parent=self)
        chips = QWidget(self)
        row = FlowLayout(chips)
        row.addWidget(self._status)
        row.addWidget(self._level)
        self._bar = CompletenessBar(0, self)
        self._findings = with_look(QPushButton(), "link")
        self._findings.setObjectName("findings-link")
        self._findings.clicked.connect(self.findings_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 14, SIDE, 8)
        column.setSpacing(6)
        for part in (self._reference, self._title, chips, self._bar, self._findings):
            column.addWidget(part)

    def show_case(self, case: Case, percent: int, findings: int | None) -> None:
        """Show a case that is `percent` complete and has so many things to fix, None while they are not counted yet."""
        words = self._workbench.wording
        self._reference.setText(case.ref_code or self.tr("No reference yet"))
        self._full_title = case.title or self.tr("Untitled case")
        self._fit_title()
        self._status.show_term(
            words.term("status", case.status) or self.tr("No status"),
            status_state(case.status),
        )
        self._level.show_term(words.sensitivity(case.sensitivity), "neutral")
        self._bar.set_percent(percent)
        parts = [self.tr("{} % complete").format(percent)]
        if findings is not None:
            parts.append(self.tr("{} to fix").format(findings) if findings else self.tr("nothing to fix"))
        self._findings.setText(" · ".join(parts))
        self._findings.setToolTip(self.tr("List what is to fix before review (F7)"))
        self._findings.setAccessibleName(self._findings.text())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_title()

    def _fit_title(self) -> None:
        """Break the title into few lines, so that a long one leaves room for the outline."""
        self._title.ensurePolished()
        margins = self.contentsMargins()
        room = self.width() - margins.left() - margins.right() - 2 * SIDE
        lines = wrapped(self._full_title, self._title.font(), room, TITLE_LINES)
        self._title.setText("\n".join(lines))
        self._title.setToolTip(self._full_title if lines and lines[-1].endswith("…") else "")
        self._title.setAccessibleName(self._full_title)
