"""The list of suggestions that hangs from a line while somebody types in it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QLabel, QListView, QVBoxLayout, QWidget

from casebook.ui.forms.choice import Choice
from casebook.ui.forms.choice_delegate import ChoiceDelegate
from casebook.ui.forms.choice_model import CHOICE, ChoiceModel
from casebook.ui.widgets.look import with_look

ROWS = 9
"""Rows shown before the list scrolls."""

NARROWEST = 40
"""Average characters the list is at least wide."""

MOVES = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: ROWS - 1,
    Qt.Key.Key_PageUp: 1 - ROWS,
}


class ChoicePopup(QFrame):
    """Never takes the keyboard: the line that owns it hands over the keys it understands with `take_key`."""

    picked = Signal(object)
    """Choice"""

    def __init__(self, owner: QWidget) -> None:
        """Belongs to `owner` and closes when the owner moves or loses the keyboard."""
        super().__init__(owner, Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint)
        with_look(self, "popup")
        self.setObjectName("choices")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._owner = owner
        self._model = ChoiceModel(self)
        self.list = with_look(QListView(self), "choices")
        self.list.setModel(self._model)
        self.list.setItemDelegate(ChoiceDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        self.list.entered.connect(self.list.setCurrentIndex)
        self.list.clicked.connect(self._pick)
        self._meaning = with_look(QLabel(self), "small")
        self._meaning.setWordWrap(True)
        self._meaning.setContentsMargins(8, 4, 8, 6)
        self._meaning.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.list.selectionModel().currentChanged.connect(self._explain)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.list)
        column.addWidget(self._meaning)
        self._watched: list[QObject] = []

    @property
    def current(self) -> Choice | None:
        """The row that Enter would pick."""
        return self.list.currentIndex().data(CHOICE)  # type: ignore[no-any-return]

    def offer(self, choices: Sequence[Choice], under: QRect, current: str = "") -> None:
        """Show suggestions by the rectangle `under` (in the owner), or close when there are none.

        The row with the value `current` is the current one, or the first that matched; what is added to a list that
        others share has to be gone to.
        """
        if not choices:
            self.hide()
            return
        self._model.show(choices)
        held = [at for at, choice in enumerate(choices) if current and choice.value == current]
        first = [at for at, choice in enumerate(choices) if not (choice.aside or choice.offer)]
        self.list.setCurrentIndex(self._model.index((held or first or [-1])[0]))
        self._explain(self.list.currentIndex())
        self._place(under)
        if not self.isVisible():
            self._watch()
            self.show()
        self.list.scrollTo(self.list.currentIndex())

    def take_key(self, event: QKeyEvent) -> bool:
        """Move or pick by a key; False when the key is for the line."""
        if not self.isVisible() or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        key = Qt.Key(event.key())
        if key in MOVES:
            last = self._model.rowCount() - 1
            row = min(max(self.list.currentIndex().row() + MOVES[key], 0), last)
            self.list.setCurrentIndex(self._model.index(row))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current is not None:
            self._pick(self.list.currentIndex())
        elif key == Qt.Key.Key_Escape:
            self.hide()
        else:
            return False
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        leaving = (QEvent.Type.FocusOut, QEvent.Type.Hide, QEvent.Type.WindowDeactivate, QEvent.Type.Move)
        outside = watched is not self._owner and event.type() == QEvent.Type.MouseButtonPress
        if self.isVisible() and (event.type() in leaving or outside):
            self.hide()
        return False

    def hideEvent(self, _event: QEvent) -> None:
        for watched in self._watched:
            watched.removeEventFilter(self)
        self._watched.clear()

    def _watch(self) -> None:
        """Close when the window moves, is left, is clicked elsewhere, or what the owner stands in scrolls."""
        self._watched = [self._owner, self._owner.window()]
        above = self._owner.parentWidget()
        while above is not None:
            if isinstance(above, QAbstractScrollArea):
                self._watched += [above.widget()] if hasattr(above, "widget") else []
            above = above.parentWidget()
        for watched in self._watched:
            watched.installEventFilter(self)

    def _pick(self, index: QModelIndex) -> None:
        choice: Choice | None = index.data(CHOICE)
        self.hide()
        if choice is not None:
            self.picked.emit(choice)

    def _explain(self, index: QModelIndex) -> None:
        choice: Choice | None = index.data(CHOICE)
        said = choice.definition if choice is not None else ""
        self._meaning.setText(said)

    def _place(self, under: QRect) -> None:
        metrics = self.fontMetrics()
        width = max(under.width(), metrics.averageCharWidth() * NARROWEST)
        explained = any(choice.definition for choice in self._model.choices)
        self._meaning.setVisible(explained)
        self._meaning.setFixedHeight(metrics.lineSpacing() * 3 + 8)
        rows = min(self._model.rowCount(), ROWS)
        self.list.setFixedHeight(rows * self.list.sizeHintForRow(0) + 2)
        height = self.list.height() + (self._meaning.height() if explained else 0) + 2
        room = self._owner.screen().availableGeometry()
        top_left = self._owner.mapToGlobal(under.bottomLeft()) + QPoint(0, 2)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            top_left.setX(self._owner.mapToGlobal(under.bottomRight()).x() - width)
        if top_left.y() + height > room.bottom():
            top_left.setY(self._owner.mapToGlobal(under.topLeft()).y() - height - 2)
        top_left.setX(max(min(top_left.x(), room.right() - width), room.left()))
        self.setFixedSize(width, height)
        self.move(top_left)
