"""The head of a comparison: its name, whose eyes it is for, cases to add, and ways out."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from casebook.domain.records import Sensitivity
from casebook.ui.compare.case_line import CaseLine
from casebook.ui.compare.comparison_desk import ComparisonDesk
from casebook.ui.icons import set_icon
from casebook.ui.widgets.flow_layout import FlowLayout
from casebook.ui.widgets.look import with_look
from casebook.ui.workbench import Workbench

LEAST, MOST = 24, 66
"""Average characters of room for the name."""


class ComparisonBar(QFrame):
    """Emits `list_wanted` for the list of comparisons, `export_wanted` for a file of this one."""

    list_wanted = Signal()
    export_wanted = Signal()

    def __init__(self, desk: ComparisonDesk, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        with_look(self, "bar")
        self._desk, self._workbench = desk, workbench
        back = QPushButton(self.tr("All comparisons"))
        back.setObjectName("all-comparisons")
        set_icon(back, "list")
        back.clicked.connect(self.list_wanted)
        self._name = with_look(_NameField(), "name")
        self._name.setObjectName("comparison-name")
        self._name.setAccessibleName(self.tr("Name of the comparison"))
        self._name.setToolTip(self.tr("Name of the comparison; type to change it"))
        self._name.setMaxLength(200)
        self._name.editingFinished.connect(lambda: desk.rename(self._name.text()))
        self._audience = QComboBox()
        self._audience.setObjectName("compare-audience")
        self._audience.setAccessibleName(self.tr("Who it is for"))
        self._audience.setToolTip(self.tr("What is shown and exported is what they may see"))
        self._audience.addItem(self.tr("For my own eyes"), "")
        for level in Sensitivity:
            words = workbench.wording.sensitivity(level)
            self._audience.addItem(self.tr("For: {}").format(words), level.key)
        self._audience.activated.connect(lambda _at: desk.set_audience(self._audience.currentData()))
        self.cases = CaseLine(workbench)
        self.cases.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.cases.setMinimumWidth(self.fontMetrics().averageCharWidth() * 22)
        self.cases.taken.connect(self._add)
        self.filters = QToolButton()
        self.filters.setObjectName("show-filters")
        self.filters.setCheckable(True)
        self.filters.setChecked(True)
        self.filters.setToolTip(self.tr("Show or hide the filters"))
        self.filters.setAccessibleName(self.tr("Filters"))
        set_icon(self.filters, "filter")
        self._export = with_look(QPushButton(self.tr("Export comparison")), "primary")
        self._export.setObjectName("export-comparison")
        self._export.clicked.connect(self.export_wanted)
        left = FlowLayout(spacing=8, spread=True)
        for widget in (back, self._name, self._audience, self.cases, self.filters):
            left.addWidget(widget)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 8, 18, 8)
        row.setSpacing(12)
        row.addLayout(left, 1)
        row.addWidget(self._export, 0, Qt.AlignmentFlag.AlignTop)
        desk.opened.connect(self._show)
        desk.renamed.connect(self._show)
        desk.aligned.connect(self._show)
        self._show()

    def _show(self) -> None:
        synthesis = self._desk.synthesis
        if self._name.text() != synthesis.name:
            self._name.setText(synthesis.name)
            self._name.setCursorPosition(0)
            self._name.updateGeometry()
        self._name.setReadOnly(self._desk.read_only)
        self._audience.setCurrentIndex(max(self._audience.findData(synthesis.audience), 0))
        self.cases.left_out = frozenset(self._desk.case_ids)

    def _add(self, case_id: str) -> None:
        self._desk.set_cases((*self._desk.case_ids, case_id), self.tr("Case added"))


class _NameField(QLineEdit):
    """As wide as the name, where there is room for it."""

    def sizeHint(self) -> QSize:
        sign = self.fontMetrics().averageCharWidth()
        words = self.fontMetrics().horizontalAdvance(self.text()) + 4 * sign
        return QSize(min(max(words, LEAST * sign), MOST * sign), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 10, super().minimumSizeHint().height())
