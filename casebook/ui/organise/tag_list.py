"""The tags of a library with their colours and counts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from casebook.ui.forms.matching import matches
from casebook.ui.icons import icon
from casebook.ui.tag_colours import TagColours
from casebook.ui.theme import tokens_of
from casebook.ui.widgets.line_delegate import NOTE_ROLE, LineDelegate
from casebook.ui.widgets.look import with_look

if TYPE_CHECKING:
    from casebook.services.tags import Tag

NAME = int(Qt.ItemDataRole.UserRole)


class TagList(QListWidget):
    """Several can be chosen; F2 and Delete say that the chosen ones are to be renamed or deleted."""

    rename_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, colours: TagColours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        with_look(self, "popup")
        self.setObjectName("tag-list")
        self.setAccessibleName(self.tr("Tags"))
        self.setItemDelegate(LineDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self._colours = colours
        colours.changed.connect(self._paint)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The chosen tags, in the order of the list."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(str(self.item(row).data(NAME)) for row in rows)

    def show_tags(self, tags: Sequence[Tag], chosen: Sequence[str]) -> None:
        """Show these, with those of them chosen that are there."""
        self.blockSignals(True)
        self.clear()
        for tag in tags:
            item = QListWidgetItem(tag.name)
            item.setData(NAME, tag.name)
            item.setData(NOTE_ROLE, f"{tag.count:n}")
            self.addItem(item)
            item.setSelected(tag.name in chosen)
        self.blockSignals(False)
        self._paint()
        self.itemSelectionChanged.emit()

    def filter(self, typed: str) -> None:
        """Show only those that answer to what is typed."""
        for row in range(self.count()):
            item = self.item(row)
            item.setHidden(not matches(typed, str(item.data(NAME))))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2:
            self.rename_wanted.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _paint(self) -> None:
        tokens = tokens_of(self)
        for row in range(self.count()):
            item = self.item(row)
            name = str(item.data(NAME))
            _ground, ink = tokens.state(self._colours.state(name))
            item.setIcon(icon("tag", ink.name()))
            words = self.tr("{tag}: {count}").format(tag=name, count=item.data(NOTE_ROLE))
            colour = self._colours.colour(name)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{words}, {colour}" if colour else words)
