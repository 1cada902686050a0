"""The text area of a prose field: grows with its text, pastes plain text, continues lists."""

from math import ceil

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent, QTextCursor, QTextOption, QWheelEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

from casebook.domain.clean_text import LONGEST, cleaned
from casebook.ui.forms.markdown_highlighter import MarkdownHighlighter
from casebook.ui.forms.markdown_marks import continued_lead
from casebook.ui.forms.pasted_text import markdown_of
from casebook.ui.theme import Tokens, tokens_of
from casebook.ui.widgets.look import with_look

FEWEST_LINES = 3
SHARE = 0.4
"""How much of the window's height a text may take before it scrolls inside."""

MARGIN = 4
"""Pixels around the text."""

PADDING = 2
"""Pixels that the style sheet adds to them."""

SCROLLS = Qt.ScrollBarPolicy.ScrollBarAsNeeded


class ProseText(QPlainTextEdit):
    """Undo belongs to the window, so it keeps none of its own."""

    at_typed = Signal()
    """An @ was typed where a citation may begin."""
    shortened = Signal()
    """A paste was longer than is taken in."""

    _tokens: Tokens | None = None
    """The colours in force; None until everything is there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        with_look(self, "bare")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(MARGIN)
        self._needed = FEWEST_LINES * self.fontMetrics().lineSpacing()
        self._highlighter = MarkdownHighlighter(self.document(), tokens_of(self))
        self._sight = QTimer(self, singleShot=True, interval=0)
        self._sight.timeout.connect(lambda: self._highlighter.look_at(*self.in_sight()))
        self.verticalScrollBar().valueChanged.connect(lambda: self._sight.start())
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._tokens = tokens_of(self)

    def text(self) -> str:
        """The text as typed; unlike `toPlainText` it keeps spaces that do not break."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def show_text(self, text: str) -> None:
        """Show another text: at its beginning, or where it differs if somebody has been working in much the same."""
        old = self.text()
        if text == old:
            return
        if not self.hasFocus() or not self._mend(old, text):
            self.setPlainText(text)
            self.moveCursor(QTextCursor.MoveOperation.Start)
        self._sight.start()

    def in_sight(self) -> tuple[int, int]:
        """Numbers of the first and last paragraph in sight, with some room around them."""
        first = self.firstVisibleBlock().blockNumber()
        lines = self.viewport().height() // max(self.fontMetrics().lineSpacing(), 1)
        return max(first - 2, 0), first + lines + 2

    def sizeHint(self) -> QSize:
        return QSize(200, self._wanted_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self._wanted_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self._sight.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        tokens = tokens_of(self)
        if self._tokens is None:
            return
        if event.type() == QEvent.Type.FontChange:
            self._fit()
        if tokens is not self._tokens:
            self._tokens = tokens
            self._highlighter.set_colours(tokens)
            self._highlighter.rehighlight()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Only a text that is being worked in scrolls; otherwise the wheel moves the page."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and not event.modifiers()
            and self._continue()
        ):
            return
        super().keyPressEvent(event)
        if event.text() == "@" and self._may_cite():
            self.at_typed.emit()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasHtml()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take in plain text, or HTML as the Markdown that reads alike."""
        text = markdown_of(source.html()) if source.hasHtml() else cleaned(source.text())
        room = max(LONGEST - self.document().characterCount(), 0)
        if len(text) > room or len(source.text()) > LONGEST:
            self.shortened.emit()
        self.textCursor().insertText(text[:room])
        self.ensureCursorVisible()

    def _may_cite(self) -> bool:
        place = self.textCursor().positionInBlock() - 2
        return place < 0 or not self.textCursor().block().text()[place].isalnum()

    def _continue(self) -> bool:
        """Begin the next item of a list, or end the list at an empty item."""
        cursor = self.textCursor()
        if cursor.hasSelection() or not cursor.atBlockEnd():
            return False
        lead = continued_lead(cursor.block().text())
        if lead is None:
            return False
        if lead:
            cursor.insertText("\n" + lead)
        else:
            cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        return True

    def _mend(self, old: str, new: str) -> bool:
        """Replace only what lies between the common beginning and the common end; False if that is too little."""
        start = 0
        shorter = min(len(old), len(new))
        while start < shorter and old[start] == new[start]:
            start += 1
        tail = 0
        while tail < shorter - start and old[len(old) - 1 - tail] == new[len(new) - 1 - tail]:
            tail += 1
        if 2 * (start + tail) < max(shorter, 1):
            return False
        before, kept = _units(old[:start]), _units(old[start : len(old) - tail])
        cursor = QTextCursor(self.document())
        cursor.setPosition(before)
        cursor.setPosition(before + kept, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(new[start : len(new) - tail])
        self.setTextCursor(cursor)
        return True

    def _fit(self) -> None:
        """Ask for another height when the text needs one."""
        height = self._needed_height()
        if height != self._needed:
            self._needed = height
            self.updateGeometry()
            scrolls = height >= self._most_height()
            self.setVerticalScrollBarPolicy(SCROLLS if scrolls else Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _needed_height(self) -> int:
        """Pixels for the lines of the text, within bounds; looks at no more paragraphs than can be seen."""
        spacing = self.fontMetrics().lineSpacing()
        least, most = FEWEST_LINES * spacing, self._most_height()
        height, block = 0.0, self.document().firstBlock()
        while block.isValid() and height < most:
            height += self.blockBoundingRect(block).height()
            block = block.next()
        return int(min(max(ceil(height), least), most))

    def _most_height(self) -> int:
        spacing = self.fontMetrics().lineSpacing()
        return max(int(self.window().height() * SHARE), (FEWEST_LINES + 2) * spacing)

    def _wanted_height(self) -> int:
        return self._needed + 2 * (MARGIN + PADDING) + 2


def _units(text: str) -> int:
    """How many positions a text takes in a Qt document, which counts in UTF-16."""
    return len(text) + sum(sign > "\uffff" for sign in text)
