"""The list of what is left to fix; as high as its content, so that it scrolls with what stands above it."""

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QStyleOptionViewItem, QWidget

from casebook.ui.widgets.card_list import CardList
from casebook.ui.widgets.look import with_look
from casebook.ui.write.finding_delegate import FindingDelegate
from casebook.ui.write.finding_model import FindingModel


class FindingList(CardList):
    """A click, Enter or Space on a card emits `chosen` with the record id and the field."""

    chosen = Signal(str, str)
    moved = Signal(QModelIndex)
    """The keyboard stands on this row now; it should be scrolled to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Shows the rows of `findings`."""
        super().__init__(parent)
        with_look(self, "cards")
        self.setObjectName("findings")
        self.setAccessibleName(self.tr("To fix before review"))
        self.findings = FindingModel(self)
        self.setModel(self.findings)
        self.setItemDelegate(FindingDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._choose)
        self.findings.modelReset.connect(self._fit)
        self.findings.modelReset.connect(self._stand)
        self.selectionModel().currentChanged.connect(self.moved)

    def sizeHint(self) -> QSize:
        return QSize(200, self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Stand on the first row, so that arrow keys and Enter do something at once."""
        super().focusInEvent(event)
        self._stand()
        self.moved.emit(self.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _stand(self) -> None:
        if self.hasFocus() and not self.currentIndex().isValid() and self.findings.rowCount():
            self.setCurrentIndex(self.findings.index(0))

    def _fit(self) -> None:
        option = self._option()
        rows = range(self.findings.rowCount())
        delegate = self.itemDelegate()
        height = sum(delegate.sizeHint(option, self.findings.index(row)).height() for row in rows)
        self.setFixedHeight(height + 2 * self.frameWidth() + 2)

    def _option(self) -> QStyleOptionViewItem:
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        return option

    def _choose(self, index: QModelIndex) -> None:
        record_id, field = self.findings.target_at(index.row())
        if record_id:
            self.chosen.emit(record_id, field)
