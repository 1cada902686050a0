"""The bar below the list when several cases are chosen: what can be done with all of them."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from casebook.ui.actions import Actions
from casebook.ui.widgets.flow_layout import FlowLayout
from casebook.ui.widgets.look import with_look

USUAL = ("compare-cases", "publish-cases", "export", "duplicate", "change-cases", "trash")
IN_TRASH = ("restore", "delete")


class SelectionBar(QFrame):
    """Its buttons are the actions of the menu: enabled when they are, doing what they do."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        with_look(self, "actions")
        self.setAccessibleName(self.tr("With the chosen cases"))
        self._words = QLabel()
        self._words.setObjectName("chosen-count")
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._buttons = {key: self._button(actions[key]) for key in (*USUAL, *IN_TRASH)}
        buttons = QWidget()
        flow = FlowLayout(buttons, spacing=8, spread=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 8, 18, 8)
        row.setSpacing(12)
        row.addWidget(self._words, 1)
        row.addWidget(buttons)
        for button in self._buttons.values():
            flow.addWidget(button)

    def show_choice(self, count: int, *, trash: bool) -> None:
        """Show itself when there is something to do with `count` cases."""
        self._words.setText(self.tr("1 chosen") if count == 1 else self.tr("{} chosen").format(count))
        for key, button in self._buttons.items():
            button.setVisible((key in IN_TRASH) == trash)
        self.setVisible(count >= (1 if trash else 2))

    def _button(self, action: QAction) -> QPushButton:
        button = QPushButton(action.text())
        button.setObjectName(f"bar-{action.objectName()}")
        button.clicked.connect(action.trigger)
        action.enabledChanged.connect(button.setEnabled)
        button.setEnabled(action.isEnabled())
        return button
