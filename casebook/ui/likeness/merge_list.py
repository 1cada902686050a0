"""The list of what two cases differ in: a click or the keys 1, 2 and 3 choose; F8 goes to the next open row."""

from PySide6.QtCore import QItemSelectionModel, QPoint, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QListView, QStyleOptionViewItem, QWidget

from casebook.domain.merge_rows import Choice
from casebook.ui.likeness.merge_delegate import MergeDelegate
from casebook.ui.likeness.merge_model import MergeModel
from casebook.ui.widgets.card_list import CardList
from casebook.ui.widgets.look import with_look

KEYS = {Qt.Key.Key_1: Choice.KEPT, Qt.Key.Key_2: Choice.OTHER, Qt.Key.Key_3: Choice.BOTH}
LIKED = 440
"""Pixels it likes to be high; it does with less."""
AT_ONCE = 40
"""Cards that are laid out between two looks at the keyboard."""


class MergeList(CardList):
    """Shows the rows of `merge`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        with_look(self, "cards")
        self.setObjectName("merge-rows")
        self.setAccessibleName(self.tr("What the two cases have"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(AT_ONCE)
        self.merge = MergeModel(self)
        self.setModel(self.merge)
        self._cards = MergeDelegate(self)
        self.setItemDelegate(self._cards)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), LIKED)

    def go_to_open(self) -> None:
        """Go to the next row that nobody has decided."""
        self._stand(self.merge.next_open(self.currentIndex().row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in KEYS:
            self.merge.choose(self.currentIndex().row(), KEYS[key])
        elif key == Qt.Key.Key_F8:
            self.go_to_open()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        at = event.position().toPoint()
        index = self.indexAt(at)
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            choice = self._cards.choice_at(self._option(at), index, at)
            if choice is not None:
                self.merge.choose(index.row(), choice)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Stand on the first row, so that the keys do something at once."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            first = next(
                (
                    at
                    for at in range(self.merge.rowCount())
                    if self.merge.index(at).flags() != Qt.ItemFlag.NoItemFlags
                ),
                -1,
            )
            self._stand(first)

    def _stand(self, place: int) -> None:
        if place >= 0:
            index = self.merge.index(place)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)

    def _option(self, at: QPoint) -> QStyleOptionViewItem:
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        option.rect = self.visualRect(self.indexAt(at))
        return option
