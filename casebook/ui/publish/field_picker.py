"""Every name a template may use, to look up and to put in: type to narrow the list, Enter or a double click inserts."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QTreeWidgetItemIterator,
    QVBoxLayout,
    QWidget,
)

from casebook.publishing.template_reference import Group, Variable
from casebook.ui.widgets.look import with_look

SNIPPET, SEARCHED = int(Qt.ItemDataRole.UserRole), int(Qt.ItemDataRole.UserRole) + 1


class FieldPicker(QWidget):
    """Emits `picked` with what is to be typed."""

    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        with_look(self, "side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._filter = QLineEdit()
        self._filter.setObjectName("filter-fields")
        self._filter.setPlaceholderText(self.tr("Find a field"))
        self._filter.setAccessibleName(self.tr("Find a field"))
        self._filter.setClearButtonEnabled(True)
        self._filter.textChanged.connect(self._narrow)
        self._filter.installEventFilter(self)
        self._tree = QTreeWidget()
        self._tree.setObjectName("fields")
        self._tree.setAccessibleName(self.tr("Fields that can be put in"))
        with_look(self._tree, "side")
        self._tree.setColumnCount(3)
        self._tree.setIndentation(12)
        self._tree.setHeaderLabels([self.tr("Field"), self.tr("Type"), self.tr("Example")])
        self._tree.setUniformRowHeights(True)
        self._tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._tree.setExpandsOnDoubleClick(False)
        self._tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self._tree.itemActivated.connect(lambda item, _column: self._pick(item))
        self._tree.currentItemChanged.connect(lambda item, _before: self._explain(item))
        self._words = with_look(QLabel(self.tr("Double-click or press Enter to put a field in.")), "small")
        self._words.setObjectName("field-words")
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(with_look(QLabel(self.tr("Fields").upper()), "caps"))
        column.addWidget(self._filter)
        column.addWidget(self._tree, 1)
        column.addWidget(self._words)

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Offer these names."""
        self._tree.clear()
        above: list[QTreeWidgetItem] = []
        for group in groups:
            item = QTreeWidgetItem([group.title, "", ""])
            item.setData(0, SNIPPET, group.snippet)
            item.setData(0, SEARCHED, group.title.casefold())
            if group.each:
                item.setText(1, self.tr("list"))
                item.setToolTip(0, group.snippet)
            for variable in group.variables:
                item.addChild(self._item(variable))
            del above[group.level :]
            if above:
                above[-1].addChild(item)
            else:
                self._tree.addTopLevelItem(item)
            above.append(item)
        self._tree.setColumnWidth(0, self.fontMetrics().averageCharWidth() * 22)
        self._tree.setColumnWidth(1, self.fontMetrics().averageCharWidth() * 11)
        self._narrow(self._filter.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down goes from the filter into the list; Enter puts the first one found in."""
        if watched is self._filter and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down:
                self._tree.setFocus()
                return True
            current = self._tree.currentItem()
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and current is not None:
                self._pick(current)
                return True
        return super().eventFilter(watched, event)

    def focus_filter(self) -> None:
        """Let the person type what they look for."""
        self._filter.setFocus()
        self._filter.selectAll()

    def _item(self, variable: Variable) -> QTreeWidgetItem:
        item = QTreeWidgetItem([variable.name.rpartition(".")[2], variable.type, variable.example])
        item.setData(0, SNIPPET, variable.snippet)
        item.setData(0, SEARCHED, f"{variable.name} {variable.words}".casefold())
        item.setToolTip(0, f"{variable.snippet}\n{variable.words}\n{variable.example}".strip())
        item.setToolTip(2, variable.example)
        return item

    def _narrow(self, text: str) -> None:
        words = text.casefold().split()
        first = self._narrow_below(self._tree.invisibleRootItem(), words)
        if words and first is not None:
            self._tree.setCurrentItem(first)

    def _narrow_below(self, parent: QTreeWidgetItem, words: list[str]) -> QTreeWidgetItem | None:
        """Hide what has not all the words; the first that has."""
        first = None
        for item in filter(None, map(parent.child, range(parent.childCount()))):
            own = all(word in item.data(0, SEARCHED) for word in words)
            below = self._narrow_below(item, words)
            item.setHidden(bool(words) and not own and below is None)
            item.setExpanded(bool(words) and below is not None)
            first = first or (item if own and item.data(0, SNIPPET) else below)
        return first

    def _pick(self, item: QTreeWidgetItem) -> None:
        snippet = item.data(0, SNIPPET)
        if snippet:
            self.picked.emit(snippet)
        else:
            item.setExpanded(not item.isExpanded())

    def _explain(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            self._words.setText(item.toolTip(0) or item.text(0))

    def count(self) -> int:
        """How many names are in sight."""
        shown = QTreeWidgetItemIterator(self._tree, QTreeWidgetItemIterator.IteratorFlag.NotHidden)
        number = 0
        while shown.value() is not None:
            number += int(shown.value().childCount() == 0)
            shown += 1
        return number
