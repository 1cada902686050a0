"""Edits a field that holds free words."""

import re
from collections.abc import Callable

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from casebook.domain.clean_text import cleaned, one_line
from casebook.domain.fields import FieldSpec
from casebook.domain.find_in_case import Occurrence
from casebook.ui.forms.form_context import FormContext
from casebook.ui.forms.tokens_editor import TokensEditor

TAGS = "tags"
"""The field whose words have colours."""

LONGEST = 200
"""Characters of one word."""

MOST = 100
"""Words taken from one paste."""

_BREAKS = re.compile(r"[\n;；؛\t]+")
_COMMAS = re.compile(r"[\n;；؛\t,，、،]+")


class ChipsEditor(TokensEditor):
    """Enter, a semicolon or leaving the line makes a word; so does a comma, unless names hold commas here."""

    def __init__(self, spec: FieldSpec, context: FormContext, parent: QWidget | None = None) -> None:
        self._breaks = _BREAKS if spec.comma_within else _COMMAS
        line = _WordLine()
        super().__init__(spec, context, line, parent)
        line.setMaxLength(LONGEST)
        line.textEdited.connect(self._split)
        line.finished = self._finish_word
        line.pasted = self._paste
        self._coloured = False
        if spec.name == TAGS:
            self.colour_tags()

    def colour_tags(self) -> None:
        """Show the words in the colours that the library gives them as tags."""
        self._coloured = True
        self.context.workbench.tag_colours.changed.connect(self.relabel)

    def relabel(self) -> None:
        super().relabel()
        if self._coloured:
            colours = self.context.workbench.tag_colours
            self._field.show_states([colours.state(word, "notice") for word in self._values])

    def mark_place(self, place: Occurrence) -> None:
        self._field.focus_token(place.item)

    def flush(self) -> None:
        self._finish_word()
        super().flush()

    def _split(self, text: str) -> None:
        self.set_problem("")
        *whole, rest = self._breaks.split(text)
        if whole:
            self._line.setText(rest.lstrip())
            self.add([one_line(word, LONGEST) for word in whole])

    def _finish_word(self) -> bool:
        """Make a word of what is typed; False when nothing is."""
        word = one_line(self._line.text(), LONGEST)
        self._line.clear()
        self.add([word] if word else [])
        return bool(word)

    def _paste(self, data: QMimeData) -> bool:
        """Make words of a pasted list; False when it is a single word to go on typing at."""
        words = [one_line(word, LONGEST) for word in self._breaks.split(cleaned(data.text()))]
        words = [word for word in words if word]
        if len(words) < 2:
            return False
        words[0] = one_line(self._line.text() + words[0], LONGEST)
        self._line.clear()
        self.add(words[:MOST])
        if len(words) > MOST:
            self.set_problem(
                self.tr("Only the first {number} words of the list were taken.").format(number=MOST)
            )
        return True


class _WordLine(QLineEdit):
    """Turns Enter, leaving and pasting over to the editor."""

    def __init__(self) -> None:
        super().__init__()
        self.finished: Callable[[], bool] | None = None
        self.pasted: Callable[[QMimeData], bool] | None = None

    def focusOutEvent(self, event: QFocusEvent) -> None:
        kept = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if event.reason() not in kept and self.finished is not None:
            self.finished()
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if entered and self.finished is not None and self.finished():
            return
        pasting = event.matches(QKeySequence.StandardKey.Paste) and self.pasted is not None
        if pasting and self.pasted is not None and self.pasted(QGuiApplication.clipboard().mimeData()):
            return
        super().keyPressEvent(event)
