"""Edits a field that holds several things picked from many: terms, records, countries."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from casebook.domain.fields import FieldSpec
from casebook.domain.records import Record
from casebook.ui.forms.choice import Choice, Choices
from casebook.ui.forms.form_context import FormContext
from casebook.ui.forms.pick_line import PickLine
from casebook.ui.forms.tokens_editor import TokensEditor


class PicksEditor(TokensEditor):
    """Tokens and a line with a list below it, from which what was chosen already is left out."""

    def __init__(
        self,
        spec: FieldSpec,
        context: FormContext,
        parent: QWidget | None = None,
        *,
        supply: Callable[[FieldSpec, FormContext], Choices],
    ) -> None:
        """`supply` makes what can be picked from."""
        self._choices = supply(spec, context)
        self._pick_line = PickLine(_Remaining(self._choices, lambda: self._values))
        super().__init__(spec, context, self._pick_line, parent)
        self._pick_line.picked.connect(self._picked)
        self._pick_line.left_with.connect(self._refuse)
        self._pick_line.textEdited.connect(lambda: self.set_problem(""))
        self._pick_line.put_back.connect(lambda: self.set_problem(""))
        self._field.clicked.connect(self._pick_line.open_list)

    def shown(self, value: str) -> tuple[str, bool]:
        return self._choices.of(value).words, self._choices.opens(value)

    def set_record(self, record: Record) -> None:
        self._choices.set_record(record)

    def draft(self) -> str:
        return self._pick_line.draft

    def restore_draft(self, text: str) -> None:
        self._pick_line.restore(text)
        self._refuse(text)

    def _picked(self, choice: Choice) -> None:
        self._pick_line.show_choice(None)
        self.set_problem("")
        self.add((choice.value,))

    def _refuse(self, typed: str) -> None:
        self.set_problem(self._pick_line.refusal(typed))


class _Remaining:
    """The choices of another supply that were not taken yet."""

    def __init__(self, choices: Choices, taken: Callable[[], tuple[str, ...]]) -> None:
        self._choices, self._taken = choices, taken
        self.of, self.create = choices.of, choices.create
        self.set_record, self.opens = choices.set_record, choices.opens

    def find(self, typed: str) -> tuple[Choice, ...]:
        taken = frozenset(self._taken())
        return tuple(choice for choice in self._choices.find(typed) if choice.value not in taken)
