"""The tree in which collections are shown and moved."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from casebook.ui.organise.collection_model import CollectionModel
from casebook.ui.widgets.line_delegate import LineDelegate
from casebook.ui.widgets.look import with_look


class CollectionView(QTreeView):
    """F2 renames; Insert makes a new one, with Shift inside the current; Delete takes it away; Alt and arrows move it."""

    new_wanted = Signal(bool)
    """A new collection is wanted: inside the current one, or beside it."""
    delete_wanted = Signal()
    stepped = Signal(int)
    """The current one is to go up (-1) or down (1) among those beside it."""
    nested = Signal(bool)
    """The current one is to go into the one before it (True), or out of the one it is in."""

    def __init__(self, model: CollectionModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        with_look(self, "lists")
        self.setObjectName("collections")
        self.setAccessibleName(self.tr("Collections"))
        self.setProperty("pane", True)
        self.setModel(model)
        self.setItemDelegate(LineDelegate(self))
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setMouseTracking(True)
        self.setIndentation(14)
        self.setExpandsOnDoubleClick(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.EditKeyPressed | triggers.DoubleClicked)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        alone = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        ahead = (
            Qt.Key.Key_Left if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else Qt.Key.Key_Right
        )
        if alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(1 if key == Qt.Key.Key_Down else -1)
        elif alt and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.nested.emit(key == ahead)
        elif key == Qt.Key.Key_Insert:
            self.new_wanted.emit(event.modifiers() == Qt.KeyboardModifier.ShiftModifier)
        elif key == Qt.Key.Key_Delete and alone:
            self.delete_wanted.emit()
        else:
            super().keyPressEvent(event)
