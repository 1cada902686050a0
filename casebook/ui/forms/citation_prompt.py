"""Citing while writing: type @, pick a source, give the page, go on."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QToolTip

from casebook.domain.records import Record
from casebook.ui.forms.choice import Choice
from casebook.ui.forms.choice_popup import ChoicePopup
from casebook.ui.forms.citing_sources import SOURCES, key_of
from casebook.ui.forms.form_context import FormContext

LONGEST = 60
"""Characters after the @ that are still looked for."""


class CitationPrompt(QObject):
    """Watches the keys of one text while a citation is being made in it."""

    def __init__(self, text: QPlainTextEdit, context: FormContext) -> None:
        super().__init__(text)
        self._text, self._context = text, context
        self._start = -1
        self._page_at = -1
        self._popup: ChoicePopup | None = None
        text.installEventFilter(self)
        text.cursorPositionChanged.connect(self._follow)

    @property
    def popup(self) -> ChoicePopup:
        """The list of sources, made when it is first needed."""
        if self._popup is None:
            self._popup = ChoicePopup(self._text)
            self._popup.picked.connect(self._pick)
        return self._popup

    def begin(self) -> None:
        """Offer the sources for the @ that stands before the cursor."""
        self._start = self._text.textCursor().position() - 1
        self._page_at = -1
        self._offer("")

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if self._start >= 0 and self.popup.isVisible():
            if self.popup.take_key(event):
                return True
            if event.key() == Qt.Key.Key_Tab:
                current = self.popup.current
                self.popup.hide()
                if current is not None and not current.creates:
                    self._pick(current)
                return True
        return self._take_page_key(event) or self._steps_out(event)

    def _take_page_key(self, event: QKeyEvent) -> bool:
        """The key after a source was picked: a digit begins the page, a space or full stop goes on behind the bracket."""
        cursor, sign = self._text.textCursor(), event.text()
        if self._page_at < 0 or cursor.position() != self._page_at or not sign:
            return False
        self._page_at = -1
        QToolTip.hideText()
        if sign.isdigit():
            cursor.insertText(f", p. {sign}")
            return True
        if sign in (" ", ".", ","):
            self._step(sign)
            return True
        return False

    def _steps_out(self, event: QKeyEvent) -> bool:
        """Enter and "]" before the closing bracket of a citation go on behind it."""
        cursor = self._text.textCursor()
        if event.text() not in ("\r", "\n", "]") or cursor.hasSelection():
            return False
        before, after = _around(cursor)
        if (
            not after.startswith("]")
            or "@" not in before.rpartition("[")[2]
            or "]" in before.rpartition("[")[2]
        ):
            return False
        self._step("")
        return True

    def _step(self, sign: str) -> None:
        cursor = self._text.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
        cursor.insertText(sign)
        self._text.setTextCursor(cursor)

    def _follow(self) -> None:
        """Look for what stands between the @ and the cursor, or stop when the cursor has gone elsewhere."""
        cursor = self._text.textCursor()
        if self._page_at >= 0 and cursor.position() != self._page_at:
            self._page_at = -1
        if self._start < 0:
            return
        typed = self._typed()
        if typed is None:
            self._start = -1
            self.popup.hide()
        else:
            self._offer(typed)

    def _typed(self) -> str | None:
        """What stands behind the @; None when the cursor is no longer there."""
        cursor = self._text.textCursor()
        if not self._start < cursor.position() <= self._start + LONGEST or cursor.hasSelection():
            return None
        cursor.setPosition(self._start, QTextCursor.MoveMode.KeepAnchor)
        text = cursor.selectedText()
        gone = not text.startswith("@") or "\u2029" in text or text.endswith(("  ", "]"))
        return None if gone else text[1:]

    def _offer(self, typed: str) -> None:
        rows = [self._choice(record) for record in self._context.shared(SOURCES, typed) if key_of(record)]
        name = " ".join(typed.split())
        if name and not rows:
            rows.append(Choice(value="", label=name, creates=True))
        self.popup.offer(rows, self._where())

    def _where(self) -> QRect:
        place = self._text.cursorRect()
        offset = self._text.viewport().mapTo(self._text, place.topLeft())
        return QRect(offset.x(), offset.y(), 1, place.height())

    def _choice(self, record: Record) -> Choice:
        case = self._context.case
        title = self._context.wording.title(record, case) if case is not None else record.id
        return Choice(value=record.id, label=title, detail=key_of(record))

    def _pick(self, choice: Choice) -> None:
        record_id = self._context.create(SOURCES, choice.label) if choice.creates else choice.value
        record = self._context.record(record_id)
        key = key_of(record) if record is not None else ""
        start, self._start = self._start, -1
        if not key or start < 0:
            return
        cursor = self._text.textCursor()
        cursor.setPosition(start, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(f"[@{key}]")
        cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter)
        self._text.setTextCursor(cursor)
        self._page_at = cursor.position()
        place = self._text.viewport().mapToGlobal(self._text.cursorRect().bottomRight())
        QToolTip.showText(place, self.tr("Page number, or Enter to go on"), self._text)


def _around(cursor: QTextCursor) -> tuple[str, str]:
    """The text of the paragraph before and after the cursor."""
    start, end = QTextCursor(cursor), QTextCursor(cursor)
    start.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
    end.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    return start.selectedText(), end.selectedText()
