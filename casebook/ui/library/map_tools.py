"""The buttons on the map: nearer, further off, everything, draw, and what is in view."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QToolButton, QVBoxLayout, QWidget

from casebook.ui.icons import set_icon
from casebook.ui.widgets.look import with_look


class MapTools(QFrame):
    """A column of buttons; `draw` stays down while dragging draws."""

    nearer = Signal()
    further = Signal()
    everything = Signal()
    drawing = Signal(bool)
    view_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        with_look(self, "panel")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(2, 2, 2, 2)
        self._column.setSpacing(2)
        self._add("map-nearer", "plus", self.tr("Nearer (+)")).clicked.connect(self.nearer)
        self._add("map-further", "minus", self.tr("Further off (−)")).clicked.connect(self.further)
        self._add("map-fit", "globe", self.tr("All cases found (0)")).clicked.connect(self.everything)
        self.draw = self._add("map-draw", "lasso", self.tr("Draw round cases (Shift and drag)"))
        self.draw.setCheckable(True)
        self.draw.toggled.connect(self.drawing)
        self._add("map-view", "scan", self.tr("Only the cases in view")).clicked.connect(self.view_wanted)

    def _add(self, name: str, picture: str, words: str) -> QToolButton:
        button = with_look(QToolButton(), "plain")
        button.setObjectName(name)
        button.setToolTip(words)
        button.setAccessibleName(words.partition(" (")[0])
        set_icon(button, picture)
        self._column.addWidget(button)
        return button
