"""Which sections go into a report, and in which order: a list to tick and to rearrange."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from casebook.publishing.contents import offered
from casebook.publishing.templates import Template
from casebook.ui.i18n import translated
from casebook.ui.widgets.look import with_look
from casebook.ui.workbench import Workbench

KEY = int(Qt.ItemDataRole.UserRole) + 1
PARENT = KEY + 1
ROWS = 8
"""Rows shown at once."""


class SectionChoice(QWidget):
    """Emits `changed` when something was ticked or moved; a report with an order of its own lets things be ticked only."""

    changed = Signal()

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._usual: tuple[tuple[str, str, str], ...] = ()
        self._movable = True
        self._filling = False
        self._list = QListWidget()
        self._list.setObjectName("sections")
        self._list.setAccessibleName(self.tr("What to include"))
        self._list.setDefaultDropAction(Qt.DropAction.MoveAction)
        self._list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.installEventFilter(self)
        self._list.itemChanged.connect(self._on_ticked)
        self._list.model().rowsMoved.connect(lambda *_moved: self._on_moved())
        with_look(self._list, "ticks")
        self._words = with_look(QLabel(), "small")
        self._words.setObjectName("sections-words")
        self._words.setWordWrap(True)
        self._all = with_look(QPushButton(self.tr("All, in the usual order")), "link")
        self._all.setObjectName("sections-all")
        self._all.clicked.connect(self._take_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self._list, self._words, self._all):
            column.addWidget(widget)

    @property
    def first(self) -> tuple[str, ...]:
        """Keys in the order chosen; empty when it is the usual one."""
        keys = self._keys()
        return keys if self._movable and keys != tuple(key for key, _title, _parent in self._usual) else ()

    @property
    def left_out(self) -> tuple[str, ...]:
        """Keys of what is not ticked."""
        return tuple(item.data(KEY) for item in self._items() if item.checkState() == Qt.CheckState.Unchecked)

    def show_choice(self, template: Template | None, first: Sequence[str], left_out: Sequence[str]) -> None:
        """Show what a report may be made of, and what of it is chosen."""
        rows = offered(self._workbench.declaration)
        own = template.sections if template is not None else ()
        self._movable = not own
        self._usual = tuple(row for row in rows if not own or row[0] in own)
        places = {key: place for place, key in enumerate(first if self._movable else ())}
        titles = {key: (title, parent) for key, title, parent in self._usual}
        tops = [key for key in titles if not self._within(key)]
        tops.sort(key=lambda key: places.get(key, len(places)))
        ordered = [key for top in tops for key in (top, *self._inside(top))]
        self._fill([(key, translated(titles[key][0]), self._within(key)) for key in ordered], left_out)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Alt with the arrows moves a section; what stands in it goes along."""
        keys = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in keys:
            self._move(keys[Qt.Key(event.key())])
            return True
        return False

    def _within(self, key: str) -> str:
        """What a section stands in, where that is offered too."""
        parents = {one: parent for one, _title, parent in self._usual}
        return parents[key] if parents.get(key) in parents else ""

    def _inside(self, key: str) -> list[str]:
        found = []
        for one, _title, parent in self._usual:
            if parent == key:
                found += [one, *self._inside(one)]
        return found

    def _fill(self, rows: Sequence[tuple[str, str, str]], left_out: Sequence[str]) -> None:
        self._filling = True
        self._list.clear()
        for key, title, parent in rows:
            item = QListWidgetItem(f"\u2003{title}" if parent else title)
            item.setData(KEY, key)
            item.setData(PARENT, parent)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, title)
            item.setCheckState(Qt.CheckState.Unchecked if key in left_out else Qt.CheckState.Checked)
            self._list.addItem(item)
        can_move = self._movable and not self._workbench.read_only
        self._list.setDragDropMode(
            QAbstractItemView.DragDropMode.InternalMove
            if can_move
            else QAbstractItemView.DragDropMode.NoDragDrop
        )
        self._settle()
        self._filling = False

    def _settle(self) -> None:
        """Flags, height and words that follow from what is ticked and where things stand."""
        was, self._filling = self._filling, True
        off = set(self.left_out)
        flag = Qt.ItemFlag
        for item in self._items():
            flags = flag.ItemIsUserCheckable | flag.ItemIsSelectable
            gone = item.data(PARENT) in off
            flags |= flag.NoItemFlags if gone else flag.ItemIsEnabled
            if not item.data(PARENT):
                flags |= flag.ItemIsDragEnabled
            item.setFlags(flags)
        self._filling = was
        rows = min(self._list.count(), ROWS)
        self._list.setFixedHeight(max(rows, 1) * max(self._list.sizeHintForRow(0), 20) + 8)
        shown = self._list.count() - len(off)
        words = (
            self.tr("All sections")
            if not off
            else self.tr("{} of {} sections").format(shown, self._list.count())
        )
        if self._movable:
            words += " · " + (
                self.tr("an order of your own") if self.first else self.tr("in the usual order")
            )
        self._words.setText(words)
        self._all.setVisible(bool(off or self.first))

    def _on_ticked(self, _item: QListWidgetItem) -> None:
        if not self._filling:
            self._settle()
            self.changed.emit()

    def _on_moved(self) -> None:
        """After a drag: what stands in something follows it again."""
        if not self._filling:
            self._arrange([key for key in self._keys() if not self._within(key)])

    def _move(self, step: int) -> None:
        item: QListWidgetItem | None = self._list.currentItem()
        if item is None or not self._movable or item.data(PARENT):
            return
        tops = [key for key in self._keys() if not self._within(key)]
        start = tops.index(item.data(KEY))
        if 0 <= start + step < len(tops):
            tops.insert(start + step, tops.pop(start))
            self._arrange(tops)

    def _arrange(self, tops: Sequence[str]) -> None:
        current: QListWidgetItem | None = self._list.currentItem()
        key = current.data(KEY) if current is not None else ""
        titles = {one: title for one, title, _parent in self._usual}
        ordered = [one for top in tops for one in (top, *self._inside(top))]
        self._fill([(one, translated(titles[one]), self._within(one)) for one in ordered], self.left_out)
        if key in ordered:
            self._list.setCurrentRow(ordered.index(key))
        self.changed.emit()

    def _take_all(self) -> None:
        self._fill([(key, translated(title), self._within(key)) for key, title, _parent in self._usual], ())
        self._list.setFocus()
        self.changed.emit()

    def _items(self) -> list[QListWidgetItem]:
        return [self._list.item(row) for row in range(self._list.count())]

    def _keys(self) -> tuple[str, ...]:
        return tuple(item.data(KEY) for item in self._items())
