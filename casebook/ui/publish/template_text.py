"""The text of a template: numbered lines, a line that is at fault, snippets put in at the cursor."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontDatabase, QPainter, QPaintEvent, QResizeEvent, QTextCursor, QTextFormat
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from casebook.ui.publish.template_highlighter import TemplateHighlighter
from casebook.ui.theme import tokens_of


class TemplateText(QPlainTextEdit):
    """A plain text of one width, with the numbers of its lines beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("template-text")
        self.setAccessibleName(self.tr("Text of the template"))
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setTabChangesFocus(True)
        # A template is read from left to right in every language.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._numbers = _LineNumbers(self)
        self._highlighter = TemplateHighlighter(self.document(), tokens_of(self))
        self.blockCountChanged.connect(lambda _count: self._make_room())
        self.updateRequest.connect(self._move_numbers)
        self._make_room()
        self._set_font()

    def load(self, text: str, *, keep_undo: bool = False) -> None:
        """Show a text; with `keep_undo` as a change that can be taken back, the cursor staying on its line."""
        if not keep_undo:
            self.setPlainText(text)
            return
        line, scrolled = self.textCursor().blockNumber(), self.verticalScrollBar().value()
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        self.go_to(line + 1)
        self.verticalScrollBar().setValue(scrolled)

    def put_in(self, snippet: str) -> None:
        """Put a snippet at the cursor, its lines indented like the one it stands in."""
        cursor = self.textCursor()
        line = cursor.block().text()
        indent = line[: len(line) - len(line.lstrip())]
        cursor.insertText(snippet.replace("\n", f"\n{indent}"))
        self.setFocus()

    def show_fault(self, line: int) -> None:
        """Mark the line that is at fault, counted from 1; 0 for none."""
        block = self.document().findBlockByNumber(line - 1) if line else None
        if block is None or not block.isValid():
            self.setExtraSelections([])
            return
        mark = QTextEdit.ExtraSelection()
        mark.cursor = QTextCursor(block)
        mark.format.setBackground(tokens_of(self).state("danger")[0])
        mark.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
        self.setExtraSelections([mark])

    def go_to(self, line: int) -> None:
        """Put the cursor on a line, counted from 1."""
        block = self.document().findBlockByNumber(min(line, self.blockCount()) - 1)
        self.setTextCursor(QTextCursor(block))
        self.ensureCursorVisible()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange) and hasattr(
            self, "_highlighter"
        ):
            self._highlighter.set_colours(tokens_of(self))
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_numbers"):
            self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_numbers()

    def number_width(self) -> int:
        """How wide the numbers are."""
        return self.fontMetrics().horizontalAdvance("9" * max(3, len(str(self.blockCount())))) + 16

    def paint_numbers(self, area: QRect) -> None:
        """Draw the numbers of the lines in sight."""
        tokens = tokens_of(self)
        painter = QPainter(self._numbers)
        painter.fillRect(area, QColor(tokens.surface))
        painter.setPen(QColor(tokens.muted))
        painter.setFont(self.font())
        block = self.firstVisibleBlock()
        height = self.fontMetrics().height()
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        while block.isValid() and top <= area.bottom():
            if block.isVisible():
                place = QRect(0, round(top), self._numbers.width() - 8, height)
                painter.drawText(place, Qt.AlignmentFlag.AlignRight, str(block.blockNumber() + 1))
            top += self.blockBoundingRect(block).height()
            block = block.next()
        painter.end()

    def _set_font(self) -> None:
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        self.setStyleSheet(f'QPlainTextEdit {{ font-family: "{fixed.family()}", monospace; }}')

    def _make_room(self) -> None:
        self.setViewportMargins(self.number_width(), 0, 0, 0)
        self._place_numbers()

    def _place_numbers(self) -> None:
        inside = self.contentsRect()
        self._numbers.setGeometry(inside.left(), inside.top(), self.number_width(), inside.height())

    def _move_numbers(self, area: QRect, moved: int) -> None:
        if moved:
            self._numbers.scroll(0, moved)
        else:
            self._numbers.update(0, area.y(), self._numbers.width(), area.height())


class _LineNumbers(QWidget):
    def __init__(self, text: TemplateText) -> None:
        super().__init__(text)
        self._text = text

    def sizeHint(self) -> QSize:
        return QSize(self._text.number_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._text.paint_numbers(event.rect())
