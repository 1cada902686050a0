"""Edits one line of text."""

from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from casebook.domain.clean_text import cleaned
from casebook.domain.fields import FieldSpec
from casebook.domain.find_in_case import Occurrence
from casebook.ui.forms.field_editor import FieldEditor, units
from casebook.ui.forms.form_context import FormContext

LONGEST = 2_000
"""Characters one may type; a longer text that is there already is left whole."""


class LineEditor(FieldEditor):
    """A line with a count of characters where a length is advised."""

    LIKES = 24

    def __init__(self, spec: FieldSpec, context: FormContext, parent: QWidget | None = None) -> None:
        super().__init__(spec, context, parent)
        self._value = ""
        self.line = QLineEdit(self)
        self.line.setMaxLength(LONGEST)
        self.line.textEdited.connect(self._typed)
        self.line.returnPressed.connect(self._finish)
        self.attach(self.line)

    def value(self) -> str:
        return self._value

    def mark_place(self, place: Occurrence) -> None:
        text = self.line.text()
        self.line.setSelection(units(text[: place.start]), units(place.found))

    def _show(self, value: Any) -> None:
        if value == self._value == self.line.text():
            return
        place = self.line.cursorPosition()
        self._value = value
        self.line.setMaxLength(max(LONGEST, len(value)))
        self.line.setText(value)
        self.line.setCursorPosition(place if self.line.hasFocus() else 0)
        self._count()

    def _typed(self, text: str) -> None:
        clean = cleaned(text).replace("\n", " ").replace("\t", " ")
        if clean != text:
            place = self.line.cursorPosition() - (len(text) - len(clean))
            self.line.setText(clean)
            self.line.setCursorPosition(max(place, 0))
        self._value = clean
        self.set_problem(self._too_long() if len(text) >= self.line.maxLength() else "")
        self._count()
        self.edited.emit(clean)

    def _count(self) -> None:
        limit, count = self.spec.limit, len(self._value)
        if limit and count > limit:
            self.head.say(
                self.tr("{count} of {limit} characters").format(count=count, limit=limit), "warning"
            )
        elif limit:
            self.head.say(f"{count} / {limit}" if count else "")

    def _too_long(self) -> str:
        return self.tr(
            "A line holds at most {limit} characters; what came after them was not taken in. "
            "Longer texts belong into the narrative."
        ).format(limit=LONGEST)

    def _invite(self, absence: str) -> None:
        self.line.setPlaceholderText(absence)

    def _lock(self, read_only: bool) -> None:
        self.line.setReadOnly(read_only)
