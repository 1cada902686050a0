"""What editors of several words have in common: tokens that can be removed and reordered, and a line to add more."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from casebook.domain.fields import FieldSpec
from casebook.ui.forms.field_editor import FieldEditor
from casebook.ui.forms.form_context import FormContext
from casebook.ui.forms.token_field import TokenField


class TokensEditor(FieldEditor):
    """Keeps the order chosen; subclasses say how a value reads and how the line adds one."""

    def __init__(
        self, spec: FieldSpec, context: FormContext, line: QLineEdit, parent: QWidget | None = None
    ) -> None:
        super().__init__(spec, context, parent)
        self._values: tuple[str, ...] = ()
        self._line = line
        self._field = TokenField(line, self)
        self._field.removed.connect(self._remove)
        self._field.moved.connect(self._move)
        self._field.opened.connect(lambda at: context.record_wanted.emit(self._values[at]))
        self._field.left.connect(self.committed)
        self.attach(line, self._field)
        self._invite("")

    def value(self) -> tuple[str, ...]:
        return self._values

    def relabel(self) -> None:
        self._field.show_words([self.shown(value) for value in self._values])

    def shown(self, value: str) -> tuple[str, bool]:
        """How one value reads, and whether it can be opened."""
        return value, False

    def add(self, values: Sequence[str]) -> None:
        """Put more values behind the others, each once, up to the number allowed."""
        fresh = [value for value in dict.fromkeys(values) if value and value not in self._values]
        room = self.spec.high - len(self._values) if self.spec.high else len(fresh)
        if len(fresh) > room:
            self.set_problem(
                self.tr("At most {number} can be given; remove one to make room.").format(
                    number=self.spec.high
                )
            )
        self._take((*self._values, *fresh[: max(room, 0)]))

    def _show(self, value: Any) -> None:
        self._values = tuple(value)
        self._line.clear()
        self._follow()

    def _take(self, values: tuple[str, ...]) -> None:
        if values != self._values:
            self._values = values
            self._follow()
            self.edited.emit(values)

    def _follow(self) -> None:
        self.relabel()
        count = len(self._values)
        self.head.say(f"{count} / {self.spec.high}" if self.spec.high and count else "")
        self._invite(self.head.absence_word)

    def _remove(self, at: int) -> None:
        self.set_problem("")
        self._take(self._values[:at] + self._values[at + 1 :])

    def _move(self, start: int, end: int) -> None:
        values = list(self._values)
        values.insert(end, values.pop(start))
        self._take(tuple(values))

    def _invite(self, absence: str) -> None:
        self._line.setPlaceholderText(absence or self.tr("Add…"))

    def _lock(self, read_only: bool) -> None:
        self._field.setEnabled(not read_only)
        self._line.setHidden(read_only)
