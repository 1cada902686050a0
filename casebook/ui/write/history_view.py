"""Shows one change in full: a heading, then before and after of each field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QTextEdit, QVBoxLayout, QWidget

from casebook.ui.theme import tokens_of
from casebook.ui.widgets.look import with_look
from casebook.ui.write.history_detail import Detail, trimmed
from casebook.ui.write.history_model import moment

if TYPE_CHECKING:
    from casebook.storage.history import HistoryEntry


class HistoryView(QWidget):
    """Hidden while no change is chosen; emits `copy_wanted` when its button is pressed."""

    copy_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: HistoryEntry | None = None
        self._when = with_look(QLabel(self), "small")
        self._when.setWordWrap(True)
        copy = with_look(QPushButton(self.tr("Copy")), "link")
        copy.setObjectName("copy-change")
        copy.setAccessibleName(self.tr("Copy this change in full"))
        copy.clicked.connect(self.copy_wanted)
        self.text = QTextEdit(self)
        self.text.setObjectName("change-detail")
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("What was there before and after"))
        head = QHBoxLayout()
        head.addWidget(self._when, 1)
        head.addWidget(copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 12)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.text, 1)
        self.show_nothing()

    def show_nothing(self) -> None:
        """No change is chosen."""
        self.shown = None
        self.hide()

    def show_details(self, entry: HistoryEntry, details: tuple[Detail, ...]) -> None:
        """Show a change; what is equal before and after in a long text is left out."""
        self.shown = entry
        self._when.setText(f"{moment(entry)} · {entry.who}")
        self.text.clear()
        self._add(entry.what, bold=True)
        for detail in details:
            if detail.label:
                self._add(detail.label, bold=True, space=8)
            self._add_sides(detail)
        self.show()
        self.text.moveCursor(self.text.textCursor().MoveOperation.Start)

    def _add_sides(self, detail: Detail) -> None:
        before, after = detail.before, detail.after
        if before is not None and after is not None:
            before, after = trimmed(before, after)
        if before is not None:
            self._add(self.tr("Before"), quiet=True)
            self._add(before)
        if after is not None:
            if before is not None:
                self._add(self.tr("After"), quiet=True)
            self._add(after)

    def _add(self, words: str, *, bold: bool = False, quiet: bool = False, space: int = 0) -> None:
        signs = QTextCharFormat()
        signs.setFontWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        tokens = tokens_of(self)
        signs.setForeground(QColor(tokens.muted if quiet else tokens.ink))
        block = QTextBlockFormat()
        block.setTopMargin(space or (4 if quiet else 0))
        cursor = self.text.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        if not self.text.document().isEmpty():
            cursor.insertBlock(block)
        cursor.setBlockFormat(block)
        cursor.insertText(words, signs)
