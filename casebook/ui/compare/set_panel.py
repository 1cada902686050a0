"""The sets of an analysis: the conditions, the outcome, and how they are calibrated."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from casebook.domain.truth_table import CONSISTENT, MOST_CONDITIONS
from casebook.services.configuring import Choice, Sets
from casebook.ui.compare.set_picker import SetPicker
from casebook.ui.compare.set_row import SetRow
from casebook.ui.theme import BODY
from casebook.ui.widgets.look import with_look
from casebook.ui.workbench import Workbench

MOST = 8
"""Conditions that can be chosen here: 256 combinations."""
CUTOFFS = (0.75, 0.8, 0.85, 0.9, 0.95, 1.0)
WIDTH = 240
"""Pixels it is wide at least, at 100 %."""


class SetPanel(QScrollArea):
    """Emits `changed` when other sets, or another calibration, were chosen."""

    changed = Signal()

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        with_look(self, "side")
        self.setObjectName("sets")
        self.setProperty("pane", True)
        self.setAccessibleName(self.tr("Sets"))
        self.setWidgetResizable(True)
        self._conditions: dict[Choice, str] = {}
        self._outcome: tuple[Choice, str] | None = None
        self.picker = SetPicker(workbench)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self.fuzzy = QCheckBox(self.tr("Use scales (fuzzy sets)"))
        self.fuzzy.setObjectName("fuzzy")
        self.fuzzy.setToolTip(self.tr("Severity 4 of 5 is then a membership of 0.8; without, it is 1"))
        self.remainders = QCheckBox(self.tr("Show rows without cases"))
        self.remainders.setObjectName("remainders")
        self._cutoff = QComboBox()
        self._cutoff.setObjectName("cutoff")
        self._cutoff.setAccessibleName(self.tr("Consistent from"))
        for share in CUTOFFS:
            self._cutoff.addItem(f"{share:.2f}", share)
        self._cutoff.setCurrentIndex(CUTOFFS.index(CONSISTENT))
        page = QWidget()
        page.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(6)
        column.addWidget(self.picker)
        column.addSpacing(10)
        column.addLayout(self._rows)
        column.addSpacing(10)
        column.addWidget(self.fuzzy)
        column.addWidget(self.remainders)
        label = with_look(QLabel(self.tr("Consistent from")), "label")
        label.setBuddy(self._cutoff)
        column.addWidget(label)
        column.addWidget(self._cutoff)
        column.addStretch(1)
        self.setWidget(page)
        self.picker.condition.connect(self.add_condition)
        self.picker.outcome.connect(self.set_outcome)
        for signal in (self.fuzzy.toggled, self.remainders.toggled, self._cutoff.activated):
            signal.connect(lambda _value: self.changed.emit())
        self._show()

    @property
    def sets(self) -> Sets | None:
        """What was chosen; None while a condition or the outcome is missing."""
        if not self._conditions or self._outcome is None:
            return None
        return Sets(
            conditions=tuple(self._conditions), outcome=self._outcome[0], fuzzy=self.fuzzy.isChecked()
        )

    @property
    def cutoff(self) -> float:
        """The consistency from which a combination counts as sufficient."""
        return float(self._cutoff.currentData())

    def add_condition(self, choice: Choice, words: str) -> None:
        """Take one more condition in; it can be the outcome no longer."""
        if choice in self._conditions or len(self._conditions) >= min(MOST, MOST_CONDITIONS):
            return
        self._conditions[choice] = words
        if self._outcome is not None and self._outcome[0] == choice:
            self._outcome = None
        self._tell()

    def set_outcome(self, choice: Choice, words: str) -> None:
        """Explain this one; it can be a condition no longer."""
        self._conditions.pop(choice, None)
        self._outcome = (choice, words)
        self._tell()

    def clear(self) -> None:
        """Forget the sets: another library has others."""
        self._conditions.clear()
        self._outcome = None
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.setMinimumWidth(round(WIDTH * max(self.fontInfo().pixelSize() / BODY, 1.0)))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.setMinimumWidth(round(WIDTH * max(self.fontInfo().pixelSize() / BODY, 1.0)))

    def _drop(self, choice: Choice) -> None:
        self._conditions.pop(choice, None)
        if self._outcome is not None and self._outcome[0] == choice:
            self._outcome = None
        self._tell()

    def _tell(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._head(self.tr("Conditions"))
        for number, (choice, words) in enumerate(self._conditions.items()):
            self._row(choice, words, f"drop-condition-{number}")
        if not self._conditions:
            self._rows.addWidget(with_look(QLabel(self.tr("none yet")), "muted"))
        self._head(self.tr("Outcome"))
        if self._outcome is not None:
            self._row(*self._outcome, "drop-outcome")
        else:
            self._rows.addWidget(with_look(QLabel(self.tr("none yet")), "muted"))

    def _head(self, words: str) -> None:
        self._rows.addWidget(with_look(QLabel(words.upper()), "caps"))

    def _row(self, choice: Choice, words: str, name: str) -> None:
        row = SetRow(words, name)
        row.dropped.connect(lambda: self._drop(choice))
        self._rows.addWidget(row)
