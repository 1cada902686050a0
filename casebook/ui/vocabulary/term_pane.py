"""The middle of the word lists: a filter, the terms, and what can be done with them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from casebook.domain.word_list import WordList
from casebook.ui.icons import icon, set_icon
from casebook.ui.theme import tokens_of
from casebook.ui.vocabulary.term_tree import TermTree
from casebook.ui.widgets.empty_state import EmptyState
from casebook.ui.widgets.flow_layout import FlowLayout
from casebook.ui.widgets.look import with_look


class TermPane(QWidget):
    """Emits `chosen` with the id of the term that is looked at, empty for none."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tree = TermTree()
        self._words: WordList | None = None
        self._empty = EmptyState()
        self._empty.action.connect(self._take_next_step)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.tree)
        self._pages.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._filter_bar())
        column.addWidget(self._pages, 1)
        column.addWidget(self._button_bar())
        self._may_change = False
        self.tree.currentItemChanged.connect(lambda _now, _before: self._enable())
        self.tree.currentItemChanged.connect(lambda _now, _before: self.chosen.emit(self.tree.current_id))
        self.tree.new_wanted.connect(lambda below: self._begin(below=below))

    def show_list(self, words: WordList, language: str, *, may_change: bool) -> None:
        """Show the terms of a list."""
        if self._words is not None and self._words.key != words.key:
            self._filter.clear()
        self._words, self._may_change = words, may_change and not words.fixed
        self.tree.show_list(words, language, may_change=may_change)
        self._show_found()
        self._enable()

    def search(self) -> None:
        """Put the keyboard into the filter."""
        self._filter.setFocus()
        self._filter.selectAll()

    def _filter_bar(self) -> QFrame:
        bar = with_look(QFrame(), "bar")
        self._filter = QLineEdit()
        self._filter.setObjectName("term-filter")
        self._filter.setPlaceholderText(self.tr("Filter the words"))
        self._filter.setAccessibleName(self._filter.placeholderText())
        self._filter.setClearButtonEnabled(True)
        self._filter.addAction(
            icon("search", tokens_of(self).muted), QLineEdit.ActionPosition.LeadingPosition
        )
        self._filter.textChanged.connect(lambda _text: self._show_found())
        self._filter.returnPressed.connect(self.tree.setFocus)
        escape = QShortcut(Qt.Key.Key_Escape, self._filter, context=Qt.ShortcutContext.WidgetShortcut)
        escape.activated.connect(self._filter.clear)
        row = QVBoxLayout(bar)
        row.setContentsMargins(16, 8, 16, 8)
        row.addWidget(self._filter)
        return bar

    def _button_bar(self) -> QFrame:
        bar = with_look(QFrame(), "status")
        flow = FlowLayout(bar)
        flow.setContentsMargins(12, 8, 12, 8)
        self._buttons: dict[str, QAbstractButton] = {}
        for name, text, picture, keys in (
            ("add-term", self.tr("Add a word"), "plus", "Ins"),
            ("add-below", self.tr("Add below"), "arrow-down", "Shift+Ins"),
            ("rename-term", self.tr("Rename"), "write", "F2"),
            ("term-up", self.tr("Move up"), "chevron-up", "Alt+Up"),
            ("term-down", self.tr("Move down"), "chevron-down", "Alt+Down"),
        ):
            button = QPushButton(text) if name.startswith("add") else with_look(QToolButton(), "plain")
            button.setObjectName(name)
            button.setAccessibleName(text)
            button.setToolTip(f"{text} ({keys})")
            set_icon(button, picture, "ink")
            flow.addWidget(button)
            self._buttons[name] = button
        self._buttons["add-term"].clicked.connect(lambda: self._begin(below=False))
        self._buttons["add-below"].clicked.connect(lambda: self._begin(below=True))
        self._buttons["rename-term"].clicked.connect(self._rename)
        self._buttons["term-up"].clicked.connect(lambda: self.tree.stepped.emit(-1))
        self._buttons["term-down"].clicked.connect(lambda: self.tree.stepped.emit(1))
        return bar

    def _begin(self, *, below: bool) -> None:
        if self._may_change:
            self._filter.clear()
            self.tree.begin_new(below=below)

    def _rename(self) -> None:
        item = self.tree.currentItem()
        if item is not None:
            self.tree.setFocus()
            self.tree.editItem(item, 0)

    def _enable(self) -> None:
        item = self.tree.currentItem()
        for name, button in self._buttons.items():
            needs_one = name != "add-term"
            button.setEnabled(self._may_change and (item is not None or not needs_one))
        editable = item is not None and bool(item.flags() & Qt.ItemFlag.ItemIsEditable)
        self._buttons["rename-term"].setEnabled(editable)
        filtered = bool(self._filter.text().strip())
        for name in ("term-up", "term-down"):
            self._buttons[name].setEnabled(self._buttons[name].isEnabled() and not filtered)

    def _show_found(self) -> None:
        if self._words is None:
            return
        typed = self._filter.text()
        found = self.tree.filter(typed, self._words)
        self._pages.setCurrentWidget(self.tree if found else self._empty)
        if not found:
            self._empty.show_words(
                self.tr("No word of this list begins so."),
                self.tr("Try fewer or shorter words; all languages are looked through."),
                self.tr("Clear the filter"),
            )
        self._enable()

    def _take_next_step(self) -> None:
        self._filter.clear()
        self._filter.setFocus()
