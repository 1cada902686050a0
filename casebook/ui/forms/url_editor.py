"""Edits a web address, which is opened only when somebody asks for it."""

from typing import Any
from urllib.parse import urlsplit

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from casebook.domain.clean_text import one_line
from casebook.domain.fields import FieldSpec
from casebook.domain.find_in_case import Occurrence
from casebook.ui.forms.field_editor import FieldEditor, units
from casebook.ui.forms.form_context import FormContext
from casebook.ui.icons import set_icon
from casebook.ui.widgets.look import with_look

LONGEST = 2_000


class UrlEditor(FieldEditor):
    """Any text is kept; only http and https addresses count as good and can be opened."""

    def __init__(self, spec: FieldSpec, context: FormContext, parent: QWidget | None = None) -> None:
        super().__init__(spec, context, parent)
        self._value = ""
        self._line = QLineEdit(self)
        self._line.setMaxLength(LONGEST)
        self._line.setPlaceholderText("https://")
        self._line.textEdited.connect(self._typed)
        self._line.returnPressed.connect(self._finish)
        self._button = with_look(QToolButton(self), "plain")
        set_icon(self._button, "external-link", "muted")
        self._button.setObjectName(f"{spec.name}:open")
        self._button.setAccessibleName(self.tr("Open the address in the browser"))
        self._button.setToolTip(self._button.accessibleName())
        self._button.clicked.connect(self._visit)
        row = QWidget(self)
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(4)
        across.addWidget(self._line, 1)
        across.addWidget(self._button)
        self.attach(self._line, row)
        self._follow()

    def value(self) -> str:
        return self._value

    def mark_place(self, place: Occurrence) -> None:
        text = self._line.text()
        self._line.setSelection(units(text[: place.start]), units(place.found))

    def _show(self, value: Any) -> None:
        self._value = value
        self._line.setMaxLength(max(LONGEST, len(value)))
        self._line.setText(value)
        self._line.setCursorPosition(0)
        self._follow()

    def _typed(self, text: str) -> None:
        self._value = one_line(text, LONGEST)
        self.set_problem("")
        self._follow()
        self.edited.emit(self._value)

    def _finish(self) -> None:
        if self._value and not is_web_address(self._value):
            self.set_problem(self.tr("A web address begins with https:// or http:// and names a site."))
        super()._finish()

    def _follow(self) -> None:
        self._button.setEnabled(is_web_address(self._value))

    def _visit(self) -> None:
        if is_web_address(self._value):
            QDesktopServices.openUrl(QUrl(self._value, QUrl.ParsingMode.StrictMode))

    def _lock(self, read_only: bool) -> None:
        self._line.setReadOnly(read_only)


def is_web_address(text: str) -> bool:
    """Whether a text is an http or https address of a named site."""
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and not any(map(str.isspace, text))
    except ValueError:
        return False
