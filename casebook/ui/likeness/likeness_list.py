"""The list of cases, or pairs, that are alike: Enter or a double click opens, several can be chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QWidget

from casebook.ui.likeness.likeness_delegate import LikenessDelegate
from casebook.ui.likeness.likeness_model import LikenessModel, LikenessRow
from casebook.ui.widgets.card_list import CardList
from casebook.ui.widgets.look import with_look

LIKED = 380
"""Pixels it likes to be high; it does with less."""


class LikenessList(CardList):
    """Emits `opened` with a row, `changed` when another choice is made, `delete_wanted` on Delete."""

    opened = Signal(object)
    changed = Signal()
    delete_wanted = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """`name` says what it lists, for those who cannot see it."""
        super().__init__(parent)
        with_look(self, "cards")
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._model = LikenessModel(self)
        self.setModel(self._model)
        self.setItemDelegate(LikenessDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.selectionModel().selectionChanged.connect(lambda _now, _before: self.changed.emit())
        self.doubleClicked.connect(lambda index: self.opened.emit(self._model.rows[index.row()]))

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), LIKED)

    @property
    def rows(self) -> tuple[LikenessRow, ...]:
        """What it lists."""
        return self._model.rows

    @property
    def chosen(self) -> tuple[LikenessRow, ...]:
        """The chosen rows, from the top."""
        places = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return tuple(self._model.rows[place] for place in places)

    def show_rows(self, rows: Sequence[LikenessRow], current: int = 0) -> None:
        """List these, with one of them chosen."""
        self._model.show_rows(rows)
        if rows:
            index = self._model.index(max(0, min(current, len(rows) - 1)))
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self._model.rows[self.currentIndex().row()])
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_wanted.emit()
        else:
            super().keyPressEvent(event)
