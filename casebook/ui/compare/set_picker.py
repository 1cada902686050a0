"""Picks a set: a field, one of its terms, and perhaps a value that its entries must have."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from casebook.domain.grounds import Ground, grounds, term_label
from casebook.domain.measures import measures
from casebook.domain.tally import Tally
from casebook.services.configuring import Choice
from casebook.ui.widgets.look import with_look
from casebook.ui.workbench import Workbench

NARROW = 8
"""Characters a list asks for at least; it grows with the column."""


class SetPicker(QWidget):
    """Emits `terms_wanted` when another field was chosen, and what was picked as a condition or as the outcome."""

    terms_wanted = Signal()
    condition = Signal(object, str)
    outcome = Signal(object, str)

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._grounds: dict[str, Ground] = {}
        self._field = self._box("set-field")
        self._term = self._box("set-term")
        self._value = self._box("set-value")
        self._add = QPushButton(self.tr("Add condition"))
        self._add.setObjectName("add-condition")
        self._make = QPushButton(self.tr("Make outcome"))
        self._make.setObjectName("make-outcome")
        self._value_label = self._label(self.tr("Only entries with"), self._value)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (
            self._label(self.tr("Field"), self._field),
            self._field,
            self._label(self.tr("Term"), self._term),
            self._term,
            self._value_label,
            self._value,
        ):
            column.addWidget(widget)
        column.addSpacing(4)
        column.addWidget(self._add)
        column.addWidget(self._make)
        self._field.activated.connect(lambda _at: self.terms_wanted.emit())
        self._add.clicked.connect(lambda: self.condition.emit(self.choice(), self.words()))
        self._make.clicked.connect(lambda: self.outcome.emit(self.choice(), self.words()))
        self.offer_fields()

    @property
    def ground(self) -> Ground | None:
        """The chosen field."""
        return self._grounds.get(self._field.currentData())

    def choice(self) -> Choice:
        """The set as it is chosen."""
        return Choice(
            field=self._field.currentData() or "",
            term=self._term.currentData() or "",
            sign=self._value.currentData() or "",
        )

    def words(self) -> str:
        """What the set is called."""
        term = self._term.currentText().rpartition(" (")[0]
        return f"{term}: {self._value.currentText()}" if self._value.currentData() else term

    def offer_fields(self) -> None:
        """Offer what the cases of the open library are compared by."""
        wording, chosen = self._workbench.wording, self._field.currentData()
        every = grounds(self._workbench.declaration)
        self._grounds = {ground.key: ground for ground in every}
        usual = next((one.key for one in every if one.spec.summary and one.spec.vocabulary), "")
        self._fill(self._field, [(one.label(wording), one.key) for one in every], chosen or usual)
        self.offer_terms(None)

    def offer_terms(self, tally: Tally | None) -> None:
        """Offer the terms that were counted, each with the number of cases that have it; the most frequent first."""
        ground, wording = self.ground, self._workbench.wording
        counted: dict[str, int] = {}
        for count in tally.counts if tally is not None else ():
            counted[count.term] = counted.get(count.term, 0) + 1
        named = [
            (term_label(tally.ground.value, term, wording, tally.names), term, number)
            for term, number in counted.items()
            if tally is not None
        ]
        named.sort(key=lambda one: (-one[2], one[0].casefold()))
        self._fill(self._term, [(f"{label} ({number})", term) for label, term, number in named], None)
        values = self._values(ground) if ground is not None else []
        self._fill(self._value, [(self.tr("any value"), ""), *values], "")
        for widget in (self._value, self._value_label):
            widget.setVisible(bool(values))
        for button in (self._add, self._make):
            button.setEnabled(bool(named))

    def _values(self, ground: Ground) -> list[tuple[str, str]]:
        """Values that are signs, such as the direction of an outcome."""
        wording = self._workbench.wording
        for measure in measures(ground, self._workbench.declaration, wording.vocabularies):
            if measure.symbols and measure.spec is not None:
                return [(wording.term(measure.spec.vocabulary, value), value) for value, _ in measure.symbols]
        return []

    def _box(self, name: str) -> QComboBox:
        box = QComboBox()
        box.setObjectName(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(NARROW)
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return box

    def _label(self, words: str, box: QComboBox) -> QLabel:
        label = with_look(QLabel(words), "label")
        label.setBuddy(box)
        box.setAccessibleName(words)
        return label

    def _fill(self, box: QComboBox, choices: Sequence[tuple[str, str]], value: str | None) -> None:
        box.clear()
        for words, data in choices:
            box.addItem(words, data)
        box.setCurrentIndex(max(box.findData(value), 0) if choices else -1)
