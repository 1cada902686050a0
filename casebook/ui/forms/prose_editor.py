"""Edits running text in Markdown."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from casebook.domain.fields import FieldSpec
from casebook.domain.find_in_case import Occurrence
from casebook.ui.forms import markdown_toolbar as toolbar
from casebook.ui.forms.citation_prompt import CitationPrompt
from casebook.ui.forms.field_editor import FieldEditor, units
from casebook.ui.forms.form_context import FormContext
from casebook.ui.forms.markdown_marks import (
    BULLET,
    HEADING,
    NUMBER,
    QUOTE,
    insert_link,
    toggle_around,
    toggle_lead,
)
from casebook.ui.forms.prose_text import ProseText
from casebook.ui.widgets.look import set_style_property, with_look

MARKS: dict[str, Callable[[QTextCursor], None]] = {
    toolbar.BOLD: lambda cursor: toggle_around(cursor, "**"),
    toolbar.ITALIC: lambda cursor: toggle_around(cursor, "*"),
    toolbar.LIST: lambda cursor: toggle_lead(cursor, BULLET),
    toolbar.NUMBERED: lambda cursor: toggle_lead(cursor, NUMBER),
    toolbar.QUOTATION: lambda cursor: toggle_lead(cursor, QUOTE),
    toolbar.HEADING: lambda cursor: toggle_lead(cursor, HEADING),
    toolbar.LINK: insert_link,
}


class ProseEditor(FieldEditor):
    """A text that grows; its marks appear below it while somebody writes, where nothing has to move for them."""

    def __init__(self, spec: FieldSpec, context: FormContext, parent: QWidget | None = None) -> None:
        super().__init__(spec, context, parent)
        self._value: str | None = ""
        self._told = ""
        self._showing = False
        self._frame = with_look(QFrame(self), "field")
        self.text = ProseText(self._frame)
        self._bar: toolbar.MarkdownToolbar | None = None
        self._cite = CitationPrompt(self.text, context)
        self.text.at_typed.connect(self._cite.begin)
        self.text.textChanged.connect(self._changed)
        self.text.shortened.connect(self._tell_shortened)
        self._strip = QWidget(self._frame)
        for around in (self._frame, self._strip):  # a click there means the text
            around.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            around.setFocusProxy(self.text)
        self._strip.setFixedHeight(self.fontMetrics().height() + 10)
        column = QVBoxLayout(self._frame)
        column.setContentsMargins(4, 2, 4, 2)
        column.setSpacing(0)
        column.addWidget(self.text)
        column.addWidget(self._strip)
        self.attach(self.text, self._frame)

    def value(self) -> str:
        if self._value is None:
            self._value = self.text.text()
        return self._value

    def mark_place(self, place: Occurrence) -> None:
        text = self.text.text()
        cursor = self.text.textCursor()
        cursor.setPosition(units(text[: place.start]))
        cursor.setPosition(units(text[: place.end]), QTextCursor.MoveMode.KeepAnchor)
        self.text.setTextCursor(cursor)
        self.text.ensureCursorVisible()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.text and event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            inside = event.type() == QEvent.Type.FocusIn
            set_style_property(self._frame, "focused", "true" if inside else "")
            self._show_bar(inside and not self.text.isReadOnly())
        return super().eventFilter(watched, event)

    def _show_bar(self, shown: bool) -> None:
        """Show the toolbar in the room that is kept for it; it is made when it is first needed."""
        if self._bar is None and shown:
            self._bar = toolbar.MarkdownToolbar(self.text, self._strip)
            self._bar.asked.connect(self._mark)
            row = QVBoxLayout(self._strip)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(self._bar)
        if self._bar is not None:
            self._bar.setVisible(shown)

    def flush(self) -> None:
        if self.held and self.value() == self._told:
            self.release()  # only the colours of the text have changed
        elif self.held:
            self._told = self.value()
            self._count()
        super().flush()

    def _show(self, value: Any) -> None:
        self._showing = True
        self.text.show_text(value)
        self._showing = False
        self._value = self._told = value
        self._count()

    def _changed(self) -> None:
        if not self._showing:
            self._value = None
            self.hold()

    def _mark(self, name: str) -> None:
        if self.text.isReadOnly():
            return
        self.text.setFocus()
        cursor = self.text.textCursor()
        if name == toolbar.CITE:
            self.text.insertPlainText("@")
            self._cite.begin()
            return
        MARKS[name](cursor)
        self.text.setTextCursor(cursor)

    def _count(self) -> None:
        text, limit = self.value(), self.spec.limit
        words = len(text.split())
        if limit and len(text) > limit:
            said = self.tr("{count} of {limit} characters").format(count=len(text), limit=limit)
            self.head.say(said, "warning")
        elif limit:
            self.head.say(f"{len(text)} / {limit}" if text else "")
        else:
            self.head.say(self._word_count(words))

    def _word_count(self, words: int) -> str:
        if words < 2:
            return self.tr("1 word") if words else ""
        return self.tr("{count} words").format(count=words)

    def _tell_shortened(self) -> None:
        QTimer.singleShot(0, self, lambda: self.set_problem(self._too_long()))

    def _too_long(self) -> str:
        return self.tr("The text you pasted was too long; only its beginning was taken in.")

    def _invite(self, absence: str) -> None:
        self.text.setPlaceholderText(absence)

    def _lock(self, read_only: bool) -> None:
        self.text.setReadOnly(read_only)
