"""A choice with its name before it, as the bars above the views have them."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSizePolicy, QWidget

from casebook.ui.widgets.look import with_look

FEWEST, MOST = 6, 22
"""Characters a choice is wide."""


class LabelledBox(QWidget):
    """Emits `chosen` when the person chose something else."""

    chosen = Signal()

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        """`name` is the object name of the choice."""
        super().__init__(parent)
        words = with_look(QLabel(label), "small")
        self.box = QComboBox()
        self.box.setObjectName(name)
        self.box.setAccessibleName(label)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.box.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.box.activated.connect(lambda _at: self.chosen.emit())
        words.setBuddy(self.box)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(words)
        row.addWidget(self.box)

    @property
    def value(self) -> Any:
        """What is chosen; None when nothing is."""
        return self.box.currentData()

    def offer(self, choices: Iterable[tuple[str, Any]], value: Any = None) -> None:
        """Offer other choices; `value` is chosen, or the first."""
        self.box.clear()
        for words, data in choices:
            self.box.addItem(words, data)
        self.choose(value)
        longest = max((len(self.box.itemText(at)) for at in range(self.box.count())), default=0)
        self.box.setMinimumContentsLength(min(max(longest, FEWEST), MOST))
        if longest > MOST:
            self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def choose(self, value: Any) -> None:
        """Show a value without telling anybody; the first when it is not offered."""
        at = next((at for at in range(self.box.count()) if self.box.itemData(at) == value), 0)
        self.box.setCurrentIndex(at)
