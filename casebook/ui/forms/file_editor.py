"""Shows that a file is kept in the library; the attachment view handles the file itself."""

from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from casebook.domain.fields import FieldSpec
from casebook.ui.forms.field_editor import FieldEditor
from casebook.ui.forms.form_context import FormContext

SHOWN = 12
"""Characters of the SHA-256 that are shown."""


class FileEditor(FieldEditor):
    """A line that can be read and copied from, not typed in."""

    def __init__(self, spec: FieldSpec, context: FormContext, parent: QWidget | None = None) -> None:
        super().__init__(spec, context, parent)
        self._value = ""
        self._line = QLineEdit(self)
        self._line.setReadOnly(True)
        self._line.setPlaceholderText(self.tr("No file yet"))
        self.attach(self._line)

    def value(self) -> str:
        return self._value

    def _show(self, value: Any) -> None:
        self._value = value
        self._line.setText(
            self.tr("In the library as {digest}…").format(digest=value[:SHOWN]) if value else ""
        )
        self._line.setToolTip(value)

    def _lock(self, read_only: bool) -> None:
        """Never to be typed in."""
