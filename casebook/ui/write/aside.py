"""The pane beside the page: how to write the section, what is left to fix, what reviewers ask, what was changed."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from casebook.domain.case import Case
from casebook.domain.findings import Finding
from casebook.ui.widgets.look import with_look
from casebook.ui.workbench import Workbench
from casebook.ui.write.guidance_panel import GuidancePanel
from casebook.ui.write.history_panel import HistoryPanel
from casebook.ui.write.notes_panel import NotesPanel

GUIDANCE, NOTES, HISTORY = range(3)

LIKES, NARROWEST = 36, 26
"""Average characters it likes to be wide, and is at least."""


class Aside(QWidget):
    """Three tabs, Guidance, Notes and History; history is read only when its tab is seen."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        """Empty until `show_section` and `show_findings`."""
        super().__init__(parent)
        with_look(self, "aside").setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.guidance = GuidancePanel(workbench, self)
        self.notes = NotesPanel(workbench, self)
        self.history = HistoryPanel(workbench, self)
        self.tabs = QTabBar(self)
        self.tabs.setObjectName("aside-tabs")
        self.tabs.setAccessibleName(self.tr("Beside the page"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(True)
        self._stack = QStackedWidget(self)
        for title, panel in (
            (self.tr("Guidance"), self.guidance),
            (self.tr("Notes"), self.notes),
            (self.tr("History"), self.history),
        ):
            self.tabs.addTab(title)
            self._stack.addWidget(panel)
        self.tabs.currentChanged.connect(self._stack.setCurrentIndex)
        self.notes.counted.connect(self._show_count)
        self.notes.refresh()
        bar = with_look(QWidget(self), "bar")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(bar)
        row.setContentsMargins(8, 11, 8, 0)
        row.addWidget(self.tabs, 1, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self._stack, 1)

    def show_section(self, key: str) -> None:
        """Give guidance on a part or section of the case, and bring what is to fix there to the top."""
        self.guidance.show_section(key)

    def show_findings(self, case: Case, findings: tuple[Finding, ...]) -> None:
        """Show what is to fix in the whole case."""
        self.guidance.show_findings(case, findings)

    def focus_findings(self) -> None:
        """Show the list of what is to fix and put the keyboard there."""
        self.tabs.setCurrentIndex(GUIDANCE)
        self.guidance.focus_findings()

    def show_history(self) -> None:
        """Show what was changed and put the keyboard there."""
        self.tabs.setCurrentIndex(HISTORY)
        self.history.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_count(self, count: int) -> None:
        self.tabs.setTabText(NOTES, self.tr("Notes · {}").format(count) if count else self.tr("Notes"))

    def sizeHint(self) -> QSize:
        return QSize(self._characters(LIKES), 600)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._characters(NARROWEST), super().minimumSizeHint().height())

    def _characters(self, count: int) -> int:
        return count * self.fontMetrics().averageCharWidth()
