"""Edits a field that holds one thing picked from many: a term, a record, a country, a language."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from casebook.domain.fields import FieldSpec
from casebook.domain.records import Record
from casebook.ui.forms.choice import Choice, Choices
from casebook.ui.forms.field_editor import FieldEditor
from casebook.ui.forms.form_context import FormContext
from casebook.ui.forms.pick_line import PickLine
from casebook.ui.icons import set_icon
from casebook.ui.widgets.look import with_look


class PickEditor(FieldEditor):
    """A line with a list below it; emptying the line clears the field."""

    LIKES = 28

    def __init__(
        self,
        spec: FieldSpec,
        context: FormContext,
        parent: QWidget | None = None,
        *,
        supply: Callable[[FieldSpec, FormContext], Choices],
    ) -> None:
        """`supply` makes what can be picked from."""
        super().__init__(spec, context, parent)
        self._value: str | None = None
        self._choices = supply(spec, context)
        self._line = PickLine(self._choices, self)
        self._line.add_arrow()
        self._line.picked.connect(self._picked)
        self._line.cleared.connect(lambda: self._take(None))
        self._line.left_with.connect(self._refuse)
        self._line.textEdited.connect(lambda: self.set_problem(""))
        self._line.put_back.connect(lambda: self.set_problem(""))
        self._open = with_look(QToolButton(self), "plain")
        set_icon(self._open, "write", "muted")
        self._open.setObjectName(f"{spec.name}:open")
        self._open.setAccessibleName(self.tr("Open what “{field}” names").format(field=self.label))
        self._open.setToolTip(self.tr("Open this record"))
        self._open.clicked.connect(self._wish_to_open)
        self._open.hide()
        row = QWidget(self)
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(4)
        across.addWidget(self._line, 1)
        across.addWidget(self._open)
        self.attach(self._line, row)
        self._invite("")

    def value(self) -> str | None:
        return self._value

    def set_record(self, record: Record) -> None:
        self._choices.set_record(record)

    def relabel(self) -> None:
        if not self._line.draft:
            self._show(self._value)

    def draft(self) -> str:
        return self._line.draft

    def restore_draft(self, text: str) -> None:
        self._line.restore(text)
        self._refuse(text)

    def _show(self, value: Any) -> None:
        self._value = value
        self._line.show_choice(self._choices.of(value) if value else None)
        self._open.setVisible(bool(value) and self._choices.opens(value))

    def _wish_to_open(self) -> None:
        if self._value is not None:
            self.context.record_wanted.emit(self._value)

    def _picked(self, choice: Choice) -> None:
        self._take(choice.value)

    def _take(self, value: str | None) -> None:
        self.set_problem("")
        if value != self._value:
            self._value = value
            self._open.setVisible(bool(value) and self._choices.opens(value or ""))
            self.edited.emit(value)

    def _refuse(self, typed: str) -> None:
        self.set_problem(self._line.refusal(typed))

    def _invite(self, absence: str) -> None:
        self._line.setPlaceholderText(absence or self.tr("Choose…"))

    def _lock(self, read_only: bool) -> None:
        self._line.setEnabled(not read_only)
