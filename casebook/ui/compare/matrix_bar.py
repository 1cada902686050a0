"""What can be chosen above the matrix: rows, columns, what cells tell, their order."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QToolButton, QWidget

from casebook.domain.grounds import Ground, grounds
from casebook.domain.matrix import Order
from casebook.domain.measures import COUNT, Measure, measures
from casebook.ui.compare.copying import CopyButton
from casebook.ui.compare.labelled_box import LabelledBox
from casebook.ui.icons import set_icon
from casebook.ui.widgets.flow_layout import FlowLayout
from casebook.ui.widgets.look import with_look
from casebook.ui.workbench import Workbench


class MatrixBar(QFrame):
    """Emits `counted` when other terms are to be counted, `ordered` when the same are to stand otherwise."""

    counted = Signal()
    ordered = Signal()

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        with_look(self, "bar")
        self._workbench = workbench
        self._grounds: dict[str, Ground] = {}
        self._measures: tuple[Measure, ...] = (COUNT,)
        self._columns = LabelledBox("columns", self.tr("Terms"))
        self._rows = LabelledBox("rows", self.tr("against"))
        self._measure = LabelledBox("measure", self.tr("Cells show"))
        self._order = LabelledBox("order", self.tr("Order"))
        self._turn = QToolButton()
        self._turn.setObjectName("transpose")
        self._turn.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._turn.setCheckable(True)
        self._turn.setText(self.tr("Turn round"))
        self._turn.setToolTip(self.tr("Rows become columns and columns rows"))
        set_icon(self._turn, "refresh")
        self.copy = CopyButton()
        row = FlowLayout(self, spacing=8)
        row.setContentsMargins(16, 8, 16, 8)
        for widget in (self._columns, self._rows, self._measure, self._order, self._turn, self.copy):
            row.addWidget(widget)
        self._columns.chosen.connect(self._on_terms)
        self._rows.chosen.connect(self._on_terms)
        self._measure.chosen.connect(self.counted)
        self._order.chosen.connect(self.ordered)
        self._turn.toggled.connect(lambda _on: self.ordered.emit())
        self._order.box.setPlaceholderText(self.tr("By one line"))
        self._order.offer(
            [
                (self.tr("As chosen"), Order.GIVEN),
                (self.tr("By name"), Order.LABEL),
                (self.tr("By total"), Order.TOTAL),
                (self.tr("Similar together"), Order.SIMILAR),
            ]
        )
        self.offer_grounds()

    def offer_grounds(self) -> None:
        """Offer what the cases of the open library are compared by."""
        wording, declaration = self._workbench.wording, self._workbench.declaration
        every = grounds(declaration)
        self._grounds = {ground.key: ground for ground in every}
        named = [(ground.label(wording), ground.key) for ground in every]
        usual = next((one.key for one in every if one.spec.summary and one.spec.vocabulary), None)
        self._columns.offer(named, self._columns.value or usual)
        self._rows.offer([(self.tr("Cases"), ""), *named], self._rows.value)
        self._offer_measures()

    @property
    def ground(self) -> Ground | None:
        """What is counted."""
        return self._grounds.get(self._columns.value)

    @property
    def against(self) -> Ground | None:
        """The terms it is counted together with; None for the cases themselves."""
        return self._grounds.get(self._rows.value)

    @property
    def measure(self) -> Measure:
        """What the cells show."""
        return next((one for one in self._measures if one.key == self._measure.value), COUNT)

    @property
    def order(self) -> Order | None:
        """How the rows stand; None for the order of one line."""
        value = self._order.value
        return Order(value) if value is not None else None

    @property
    def turned(self) -> bool:
        """Whether rows and columns are turned round."""
        return self._turn.isChecked()

    def show_one_line(self) -> None:
        """Say that the order is that of one line."""
        self._order.box.setCurrentIndex(-1)

    def _on_terms(self) -> None:
        self._offer_measures()
        self.counted.emit()

    def _offer_measures(self) -> None:
        ground = self.ground
        if ground is None:
            return
        wording = self._workbench.wording
        self._measures = measures(ground, self._workbench.declaration, wording.vocabularies)
        self._measure.offer(
            [(wording.translate(one.label), one.key) for one in self._measures], self._measure.value
        )
        self._measure.setEnabled(self.against is None)
