"""Takes a term out of use, with the one to use instead, and back; deletes one that nothing uses."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QVBoxLayout, QWidget

from casebook.ui.widgets.flow_layout import FlowLayout
from casebook.ui.widgets.look import with_look


class RetireBox(QWidget):
    """Says what a person wants; shows what is so with `show_state`."""

    retire_wanted = Signal(str)
    """Id of the term to use instead."""
    offer_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = with_look(QLabel(), "small")
        self._said.setObjectName("retired")
        self._said.setWordWrap(True)
        self._head = with_look(QLabel(self.tr("Use instead")), "label")
        self._instead = QComboBox()
        self._instead.setObjectName("instead")
        self._instead.setAccessibleName(self._head.text())
        self._instead.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._instead.setMinimumContentsLength(12)
        self._head.setBuddy(self._instead)
        self._retire = self._button("retire", self.tr("Offer it no longer"))
        self._retire.clicked.connect(self._want_retiring)
        self._offer = self._button("offer-again", self.tr("Offer it again"))
        self._offer.clicked.connect(self.offer_wanted)
        self._delete = self._button("delete-term", self.tr("Delete"))
        self._delete.clicked.connect(self.delete_wanted)
        self._instead.currentIndexChanged.connect(self._enable)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._said)
        column.addWidget(self._head)
        column.addWidget(self._instead)
        row = QWidget()
        flow = FlowLayout(row)
        for button in (self._retire, self._offer, self._delete):
            flow.addWidget(button)
        column.addWidget(row)
        self._may = False

    def show_state(self, retired: str, choices: Sequence[tuple[str, str]], *, may_change: bool) -> None:
        """Show whether a term is retired, by the sentence `retired`; else what could stand in for it, by id."""
        self._may = may_change
        self._said.setText(
            retired or self.tr("A word that is no longer offered stays readable in the cases that use it.")
        )
        for part in (self._head, self._instead, self._retire):
            part.setVisible(not retired)
        self._offer.setVisible(bool(retired))
        self._offer.setEnabled(may_change)
        self._instead.clear()
        self._instead.addItem(self.tr("Choose…"), "")
        for term_id, path in choices:
            self._instead.addItem(path, term_id)
        self._instead.setEnabled(may_change)
        self._enable()

    def show_deletable(self, why_not: str, *, shown: bool) -> None:
        """Offer to delete the term unless a sentence says why that cannot be."""
        self._delete.setVisible(shown)
        self._delete.setEnabled(self._may and not why_not)
        self._delete.setToolTip(why_not)
        self._delete.setAccessibleDescription(why_not)

    def _button(self, name: str, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        return button

    def _enable(self) -> None:
        self._retire.setEnabled(self._may and bool(self._instead.currentData()))

    def _want_retiring(self) -> None:
        newer = str(self._instead.currentData() or "")
        if newer:
            self.retire_wanted.emit(newer)
