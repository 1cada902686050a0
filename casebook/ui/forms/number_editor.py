"""Edits a count or a measured number."""

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from casebook.domain.fields import FieldSpec, Kind
from casebook.domain.number_text import NumberError, number, shown, whole_number
from casebook.ui.forms.field_editor import FieldEditor
from casebook.ui.forms.form_context import FormContext
from casebook.ui.widgets.look import with_look

LONGEST = 60


class NumberEditor(FieldEditor):
    """Takes numbers as they are written in different countries; what is no number stays typed and is not applied."""

    LIKES = 20

    def __init__(self, spec: FieldSpec, context: FormContext, parent: QWidget | None = None) -> None:
        super().__init__(spec, context, parent)
        self._value: float | None = None
        self._unit = context.words(spec.unit)
        self._line = QLineEdit(self)
        self._line.setMaxLength(LONGEST)
        self._line.textEdited.connect(self._typed)
        self._line.returnPressed.connect(self._finish)
        row = QWidget(self)
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        across.addWidget(self._line, 1)
        if self._unit:
            across.addWidget(with_look(QLabel(self._unit, row), "muted"))
        self.attach(self._line, row)

    def value(self) -> float | None:
        return self._value

    def draft(self) -> str:
        return self._line.text() if self._sentence() else ""

    def restore_draft(self, text: str) -> None:
        self._line.setText(text)
        self.set_problem(self._sentence())

    def _show(self, value: Any) -> None:
        self._value = value
        self._line.setMaxLength(max(LONGEST, len(shown(value))))
        self._line.setText(shown(value))
        self._line.setCursorPosition(0)

    def _typed(self) -> None:
        sentence = self._sentence()
        self.set_problem("" if self._line.hasFocus() and self._unfinished() else sentence)
        if sentence:
            return
        value = self._read()
        if value != self._value:
            self._value = value
            self.edited.emit(value)

    def _finish(self) -> None:
        sentence = self._sentence()
        self.set_problem(sentence)
        if not sentence and self._line.text() != shown(self._value):
            self._line.setText(shown(self._value))
        super()._finish()

    def _read(self) -> float | None:
        read = whole_number if self.spec.kind is Kind.WHOLE else number
        return read(self._line.text(), self._unit)

    def _sentence(self) -> str:
        """What is wrong with the text typed; empty when it is good."""
        try:
            value = self._read()
        except NumberError as error:
            return str(error)
        low, high = self.spec.low, self.spec.high
        if value is None:
            return ""
        if high and not low <= value <= high:
            return self.tr("Give a number from {low} to {high}.").format(low=low, high=high)
        if self.spec.kind is Kind.WHOLE and value < low:
            return self.tr("Give a number of {low} or more.").format(low=low)
        return ""

    def _unfinished(self) -> bool:
        """Whether the text may still become a number: a lone sign, or a mark at its end."""
        return self._line.text().strip()[-1:] in ("-", "−", "+", ",", ".")

    def _invite(self, absence: str) -> None:
        self._line.setPlaceholderText(absence)

    def _lock(self, read_only: bool) -> None:
        self._line.setReadOnly(read_only)
