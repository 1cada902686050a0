"""Draws a cell of the list of shared records: one line of text, the chosen row marked; plain, so that it scrolls smoothly."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from casebook.ui.registry.record_columns import COLUMNS, NAME
from casebook.ui.registry.record_model import Index, RecordModel
from casebook.ui.theme import tokens_of

SIDE = 8
"""Pixels beside the words."""


class RecordDelegate(QStyledItemDelegate):
    """Knows its model, so that it need not ask for each role by itself."""

    def __init__(self, model: RecordModel, parent: QTableView) -> None:
        super().__init__(parent)
        self._model = model
        self._table = parent

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._model.record(index.row())
        if row is None:
            return
        tokens = tokens_of(self._table)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(tokens.selection))
        inner = option.rect.adjusted(SIDE, 0, -SIDE, 0)
        if self._table.hasFocus() and index.row() == self._table.currentIndex().row():
            painter.fillRect(
                option.rect.left(), option.rect.bottom(), option.rect.width(), 1, QColor(tokens.accent)
            )
        words = self._model.words(row, COLUMNS[index.column()].key)
        quiet = index.column() != NAME or not row.name
        painter.setPen(QColor(tokens.muted if quiet else tokens.ink))
        shown = option.fontMetrics.elidedText(words, Qt.TextElideMode.ElideRight, inner.width())
        flags = QStyle.visualAlignment(
            option.direction, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        painter.drawText(inner, flags, shown)
