"""The tree of what was found: a click or Enter goes there, Space and the box tick."""

from PySide6.QtCore import QEvent, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QStyle, QStyleOptionViewItem, QTreeView, QWidget

from casebook.domain.find_in_case import Occurrence
from casebook.ui.widgets.look import with_look
from casebook.ui.write.find_delegate import FindDelegate
from casebook.ui.write.find_model import FindModel


class FindTree(QTreeView):
    """Emits `chosen` with the place to go to."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Shows what `found` holds, all of it open."""
        super().__init__(parent)
        with_look(self, "found")
        self.setObjectName("found")
        self.setAccessibleName(self.tr("What was found"))
        self.found = FindModel(self)
        self.setModel(self.found)
        self.setItemDelegate(FindDelegate(self))
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setIndentation(14)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._ticking = False
        self.found.modelReset.connect(self.expandAll)
        self.clicked.connect(self._clicked)

    def stand_on(self, occurrence: Occurrence) -> None:
        """Make a place the current row, without going there."""
        index = self.found.index_of(occurrence)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._go(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        self._ticking = index.isValid() and self.box(index).contains(event.position().toPoint())
        super().mousePressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Rows have another height in another size of text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.scheduleDelayedItemsLayout()

    def box(self, index: QModelIndex) -> QRect:
        """Where the tick of a row is drawn; empty when it has none."""
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        self.itemDelegate().initStyleOption(option, index)  # type: ignore[attr-defined]
        if not option.features & QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator:
            return QRect()
        option.rect = self.visualRect(index)
        return self.style().subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, option, self)

    def _clicked(self, index: QModelIndex) -> None:
        if not self._ticking:
            self._go(index)

    def _go(self, index: QModelIndex) -> None:
        occurrence = self.found.occurrence_at(index)
        if occurrence is not None:
            self.chosen.emit(occurrence)
