"""The left pane of Write: the case in brief, and its outline."""

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from casebook.domain.case import Case
from casebook.domain.completeness import Completeness
from casebook.ui.widgets.look import with_look
from casebook.ui.workbench import Workbench
from casebook.ui.write.case_summary import CaseSummary
from casebook.ui.write.outline_delegate import OutlineDelegate
from casebook.ui.write.outline_model import OutlineModel

LIKES = 30
"""Average characters it likes to be wide."""


class Outline(QWidget):
    """Emits `section_chosen` with the key of the part or section to show."""

    section_chosen = Signal(str)
    findings_wanted = Signal()

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        """Empty until `show_case`."""
        super().__init__(parent)
        with_look(self, "surface").setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.summary = CaseSummary(workbench, self)
        self.summary.findings_wanted.connect(self.findings_wanted)
        self.model = OutlineModel(self)
        self.list = with_look(QListView(self), "cards")
        self.list.setObjectName("outline")
        self.list.setAccessibleName(self.tr("Outline of the case"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(OutlineDelegate(self.list))
        self.list.setMouseTracking(True)
        self.list.setProperty("pane", True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.selectionModel().currentChanged.connect(self._chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.summary)
        column.addWidget(self.list, 1)

    def show_case(self, case: Case, completeness: Completeness, findings: int | None) -> None:
        """Show a state of the case; `findings` is None while they are not counted yet."""
        self.summary.show_case(case, completeness.total, findings)
        self.model.show_case(case, completeness)

    def choose(self, key: str) -> None:
        """Make a part or section the current one."""
        row = self.model.row_of(key)
        if row >= 0:
            self.list.setCurrentIndex(self.model.index(row))

    def step(self, by: int) -> None:
        """Go `by` lines down, or up when negative."""
        row = self.list.currentIndex().row() + by
        self.choose(self.model.key_at(row))

    def sizeHint(self) -> QSize:
        return QSize(LIKES * self.fontMetrics().averageCharWidth(), 600)

    def _chosen(self, index: QModelIndex) -> None:
        key = self.model.key_at(index.row())
        if key:
            self.section_chosen.emit(key)
