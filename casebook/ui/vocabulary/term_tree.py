"""The terms of one list as a tree: renamed in place, dragged or stepped among their neighbours."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QBrush, QColor, QDragMoveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from casebook.domain.vocabulary import Term
from casebook.domain.word_list import WordList
from casebook.ui.forms.matching import matches
from casebook.ui.theme import tokens_of
from casebook.ui.vocabulary.new_term_delegate import NewTermDelegate
from casebook.ui.widgets.look import with_look

ID = int(Qt.ItemDataRole.UserRole)
WORD, CASES = 0, 1
Indicator = QAbstractItemView.DropIndicatorPosition


class TermTree(QTreeWidget):
    """Says what a person wants; what becomes of it is shown with `show_list`."""

    renamed = Signal(str, str)
    """Id of a term and its new label."""
    made = Signal(str, str, str)
    """Label of a new term, the id of the term above it and of the one before it; empty where there is none."""
    moved = Signal(str, int)
    """Id of a term, and its new place among those beside it."""
    stepped = Signal(int)
    """The current term is to go up (-1) or down (1)."""
    new_wanted = Signal(bool)
    """A new term is wanted: below the current one, or beside it."""
    delete_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        with_look(self, "terms")
        self.setObjectName("terms")
        self.setAccessibleName(self.tr("Words"))
        self.setProperty("pane", True)
        self.setColumnCount(2)
        self.setHeaderLabels([self.tr("Word"), self.tr("Cases")])
        self.header().setSectionResizeMode(WORD, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(CASES, QHeaderView.ResizeMode.ResizeToContents)
        self.header().setStretchLastSection(False)
        self.headerItem().setTextAlignment(CASES, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setExpandsOnDoubleClick(False)
        self.setUniformRowHeights(True)
        self._delegate = NewTermDelegate(self)
        self._delegate.left.connect(self._drop_new)
        self.setItemDelegateForColumn(WORD, self._delegate)
        self.itemChanged.connect(self._edited)
        self._items: dict[str, QTreeWidgetItem] = {}
        self._new: tuple[QTreeWidgetItem, str, str] | None = None
        self._filling = False
        self._filtered = False
        self._may_move = False

    @property
    def current_id(self) -> str:
        """Id of the current term; empty when there is none."""
        item = self.currentItem()
        return str(item.data(WORD, ID) or "") if item is not None else ""

    def show_list(self, words: WordList, language: str, *, may_change: bool) -> None:
        """Show the terms of a list; the current one stays."""
        kept, folded = self.current_id, {key for key, item in self._items.items() if not item.isExpanded()}
        self._filling, self._new, self._items = True, None, {}
        self._may_move = may_change and not words.fixed
        self.clear()
        for _depth, term in words.listed.walk():
            above = self._items.get(term.broader)
            item = QTreeWidgetItem(above) if above is not None else QTreeWidgetItem(self)
            self._items[term.id] = item
            self._fill(item, words, term, language, may_change=may_change)
        for key, item in self._items.items():
            item.setExpanded(key not in folded)
        self._filling = False
        if kept in self._items:
            self.setCurrentItem(self._items[kept])
        elif self._items:
            self.setCurrentItem(next(iter(self._items.values())))

    def show_counts(self, counts: Mapping[str, int] | None) -> None:
        """Show in how many cases each term is used; None while that is not known."""
        self._filling = True
        for term_id, item in self._items.items():
            count = counts.get(term_id, 0) if counts is not None else 0
            item.setText(CASES, f"{count:n}" if count else "")
        self._filling = False

    def choose(self, term_id: str) -> None:
        """Make a term the current one."""
        if term_id in self._items:
            self.setCurrentItem(self._items[term_id])

    def filter(self, typed: str, words: WordList) -> bool:
        """Show only terms that match, below those they stand in; False when none does."""
        self._filtered = bool(typed.strip())
        shown: set[str] = set()
        for term_id, term in words.listed.by_id.items():
            if matches(typed, *term.label.values(), term.id):
                at = term_id
                while at:
                    shown.add(at)
                    at = words.listed.by_id[at].broader
        for term_id, item in self._items.items():
            item.setHidden(term_id not in shown)
        return bool(shown)

    def begin_new(self, *, below: bool, text: str = "") -> None:
        """Open a line for a new term beside the current one, or below it."""
        current = self.currentItem()
        above = (current if below else current.parent()) if current is not None else None
        after = "" if below or current is None else self.current_id
        self._filling = True
        item = QTreeWidgetItem([text])
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        siblings = above or self.invisibleRootItem()
        at = siblings.indexOfChild(current) + 1 if after and current is not None else siblings.childCount()
        siblings.insertChild(at, item)
        if above is not None:
            above.setExpanded(True)
        self._filling = False
        self._new = item, str(above.data(WORD, ID)) if above is not None else "", after
        self.setCurrentItem(item)
        self.scrollToItem(item)
        self.editItem(item, WORD)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        alone = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if step and event.modifiers() == Qt.KeyboardModifier.AltModifier:
            self.stepped.emit(step)
        elif event.key() == Qt.Key.Key_Insert:
            self.new_wanted.emit(event.modifiers() == Qt.KeyboardModifier.ShiftModifier)
        elif event.key() == Qt.Key.Key_Delete and alone:
            self.delete_wanted.emit()
        else:
            super().keyPressEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        if self._place_at(event) is None:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """A term goes among its neighbours only: what stands above it is part of what it means."""
        place = self._place_at(event)
        # The list itself is shown anew once the move is kept; Qt must not move the row as well.
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if place is not None:
            self.moved.emit(self.current_id, place)

    def _place_at(self, event: QDropEvent) -> int | None:
        target, moving = self.itemAt(event.position().toPoint()), self.currentItem()
        if target is None or moving is None or target is moving or not self._may_move or self._filtered:
            return None
        if target.parent() is not moving.parent():
            return None
        siblings = moving.parent() or self.invisibleRootItem()
        start, end = siblings.indexOfChild(moving), siblings.indexOfChild(target)
        below = event.position().y() > self.visualItemRect(target).center().y()
        return end + (1 if below else 0) - (1 if start < end else 0)

    def _fill(
        self, item: QTreeWidgetItem, words: WordList, term: Term, language: str, *, may_change: bool
    ) -> None:
        label = term.words(language)
        notes = [self.tr("added here")] if words.is_own(term.id) else []
        if words.is_reworded(term.id):
            notes.append(self.tr("reworded"))
        if term.deprecated_by:
            newer = words.listed.label(term.deprecated_by, language)
            notes.append(self.tr("no longer offered, use “{}”").format(newer))
            item.setForeground(WORD, QBrush(QColor(tokens_of(self).muted)))
        item.setText(WORD, label)
        item.setData(WORD, ID, term.id)
        item.setData(WORD, NewTermDelegate.NOTE, "; ".join(notes))
        item.setData(WORD, Qt.ItemDataRole.AccessibleDescriptionRole, "; ".join(notes))
        item.setToolTip(WORD, term.definition.get(language) or term.definition.get("en", ""))
        item.setTextAlignment(CASES, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        flags = item.flags() & ~Qt.ItemFlag.ItemIsEditable
        item.setFlags(flags | Qt.ItemFlag.ItemIsEditable if may_change else flags)

    def _edited(self, item: QTreeWidgetItem, column: int) -> None:
        if self._filling or column != WORD:
            return
        text = " ".join(item.text(WORD).split())
        if self._new is not None and item is self._new[0]:
            _item, above, after = self._new
            self._new = None
            self._soon(lambda: self._finish_new(item, text, above, after))
            return
        term_id = str(item.data(WORD, ID))
        self._soon(lambda: self.renamed.emit(term_id, text))

    def _soon(self, step: Callable[[], None]) -> None:
        """Do something once Qt has done with the row: the list is shown anew by what is told."""
        QTimer.singleShot(0, self, step)

    def _finish_new(self, item: QTreeWidgetItem, text: str, above: str, after: str) -> None:
        self._take_out(item)
        if text:
            self.made.emit(text, above, after)

    def _drop_new(self, index: QModelIndex | QPersistentModelIndex) -> None:
        """The line for a new term was left with nothing in it."""
        if self._new is not None and self.itemFromIndex(index) is self._new[0]:
            item, self._new = self._new[0], None
            self._take_out(item)

    def _take_out(self, item: QTreeWidgetItem) -> None:
        siblings = item.parent() or self.invisibleRootItem()
        siblings.removeChild(item)
