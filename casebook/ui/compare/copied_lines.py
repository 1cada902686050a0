"""Lines of the comparison to be taken elsewhere: as a table of text, as HTML, as a picture."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QMimeData, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QStyleOptionViewItem

from casebook.ui.compare.comparison_table import ComparisonTable
from casebook.ui.compare.line_model import LineModel
from casebook.ui.theme import tokens_of

TALLEST = 20_000
"""Pixels of a picture; further lines are left out."""
STARTS = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would take for the beginning of a formula."""


def table_of(model: LineModel, rows: Sequence[int]) -> list[list[str]]:
    """The lines as text, with a row of titles above and the labels first."""
    columns = range(model.columnCount())
    titles = [str(model.headerData(at, Qt.Orientation.Horizontal) or "") for at in columns]
    made = [["", *titles]]
    for row in rows:
        label = str(model.headerData(row, Qt.Orientation.Vertical) or "")
        made.append([label, *(str(model.data(model.index(row, at)) or "") for at in columns)])
    return made


def as_mime(table: Sequence[Sequence[str]]) -> QMimeData:
    """A table for the clipboard: tabs between cells, and HTML."""
    data = QMimeData()
    data.setText("\n".join("\t".join(_safe(cell) for cell in row) for row in table))
    rows = []
    for number, row in enumerate(table):
        name = "td" if number else "th"
        cells = "".join(f"<{name}>{escape(cell).replace(chr(10), '<br>')}</{name}>" for cell in row)
        rows.append(f"<tr>{cells}</tr>")
    data.setHtml(f"<table>{''.join(rows)}</table>")
    return data


def _safe(cell: str) -> str:
    text = " ".join(cell.split())
    return "'" + text if text.startswith(STARTS) else text


def picture_of(table: ComparisonTable, rows: Sequence[int]) -> QPixmap:
    """The lines as they look, with the titles of the cases above."""
    header, across = table.row_header.width(), table.case_header.length()
    top = table.case_header.height()
    shown, high = [], top
    for row in rows:
        if high + table.rowHeight(row) > TALLEST:
            break
        shown.append(row)
        high += table.rowHeight(row)
    ratio = table.devicePixelRatioF()
    picture = QPixmap(round((header + across) * ratio), round(high * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(QColor(tokens_of(table).paper))
    painter = QPainter(picture)
    for column in range(table.model().columnCount()):
        place = QRect(header + table.columnViewportPosition(column) + table.horizontalOffset(), 0, 0, top)
        table.case_header.paintSection(
            painter,
            QRect(place.topLeft(), QPoint(place.left() + table.columnWidth(column) - 1, top - 1)),
            column,
        )
    for row in shown:
        place = QRect(0, top, header, table.rowHeight(row))
        table.row_header.paintSection(painter, place, row)
        _paint_cells(painter, table, row, QPoint(header, top))
        top += table.rowHeight(row)
    painter.end()
    return picture


def _paint_cells(painter: QPainter, table: ComparisonTable, row: int, at: QPoint) -> None:
    for column in range(table.model().columnCount()):
        option = QStyleOptionViewItem()
        option.initFrom(table)
        left = at.x() + table.columnViewportPosition(column) + table.horizontalOffset()
        option.rect = QRect(left, at.y(), table.columnWidth(column), table.rowHeight(row))
        table.cells.paint(painter, option, table.model().index(row, column))
