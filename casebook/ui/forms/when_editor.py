"""Edits a partial, fuzzy or open date."""

from typing import Any

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from casebook.domain.date_text import LONGEST, parse
from casebook.domain.dates import When
from casebook.domain.errors import DateError
from casebook.domain.fields import FieldSpec
from casebook.ui.forms.calendar_popup import CalendarPopup
from casebook.ui.forms.field_editor import FieldEditor
from casebook.ui.forms.form_context import FormContext
from casebook.ui.icons import set_icon
from casebook.ui.widgets.look import with_look


class WhenEditor(FieldEditor):
    """Reads what people type and says back how it was understood; what is no date stays typed and is not applied."""

    LIKES = 28

    def __init__(self, spec: FieldSpec, context: FormContext, parent: QWidget | None = None) -> None:
        super().__init__(spec, context, parent)
        self._value: When | None = None
        self._line = _DateLine(self)
        self._line.setMaxLength(2 * LONGEST)
        self._line.textEdited.connect(self._typed)
        self._line.returnPressed.connect(self._finish)
        self._button = with_look(QToolButton(self), "plain")
        set_icon(self._button, "calendar", "muted")
        self._button.setObjectName(f"{spec.name}:calendar")
        self._button.setAccessibleName(self.tr("Pick an exact day for “{field}”").format(field=self.label))
        self._button.setToolTip(self.tr("Pick an exact day (F4)"))
        self._button.clicked.connect(self.open_calendar)
        self._line.calendar_wanted.connect(self.open_calendar)
        row = QWidget(self)
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(4)
        across.addWidget(self._line, 1)
        across.addWidget(self._button)
        self.attach(self._line, row)
        self._invite("")

    def value(self) -> When | None:
        return self._value

    def open_calendar(self) -> None:
        """Offer the days of the month that is written there, or of this month."""
        day = None
        if self._value is not None and not self._value.is_interval and self._value.earliest.year > 1:
            day = self._value.earliest
        popup = CalendarPopup(QDate(day.year, day.month, day.day) if day else QDate.currentDate(), self)
        popup.chosen.connect(self._choose)
        popup.show_under(self._line)

    def draft(self) -> str:
        return self._line.text() if self._sentence() else ""

    def restore_draft(self, text: str) -> None:
        self._line.setText(text)
        self.set_problem(self._sentence())

    def _show(self, value: Any) -> None:
        self._value = value
        self._line.setText(readable(value))
        self._line.setCursorPosition(0)
        self.head.say("")

    def _typed(self) -> None:
        self.set_problem("")
        if self._sentence():
            self.head.say("…")
            return
        value = parse(self._line.text())
        said = str(value) if value is not None else ""
        self.head.say(
            f"= {said}" if said.casefold() != " ".join(self._line.text().split()).casefold() else ""
        )
        if value != self._value:
            self._value = value
            self.hold()

    def _choose(self, day: QDate) -> None:
        self.set_value(When(day.toString(Qt.DateFormat.ISODate)))
        self.edited.emit(self._value)
        self._line.setFocus(Qt.FocusReason.PopupFocusReason)

    def _finish(self) -> None:
        sentence = self._sentence()
        self.set_problem(sentence)
        if sentence:
            self.head.say("")
        super()._finish()

    def _sentence(self) -> str:
        """What is wrong with the text typed; empty when it is good."""
        try:
            parse(self._line.text())
        except DateError as error:
            return str(error)
        return ""

    def _invite(self, absence: str) -> None:
        self._line.setPlaceholderText(absence or self.tr("June 2003, about 2003, 2003–2018 …"))

    def _lock(self, read_only: bool) -> None:
        self._line.setReadOnly(read_only)
        self._button.setEnabled(not read_only)


def readable(value: When | None) -> str:
    """A date in words if typing them gives the same date again, else in EDTF; empty for None."""
    if value is None:
        return ""
    try:
        return str(value) if parse(str(value)) == value else value.edtf
    except DateError:
        return value.edtf


class _DateLine(QLineEdit):
    """F4 asks for the calendar."""

    calendar_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F4 and not event.modifiers() and not self.isReadOnly():
            self.calendar_wanted.emit()
            return
        super().keyPressEvent(event)
