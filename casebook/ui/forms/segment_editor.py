"""Edits a scale, or a yes-or-no field: a few alternatives that are all in sight."""

from typing import Any

from PySide6.QtWidgets import QWidget

from casebook.domain.fields import FieldSpec, Kind
from casebook.ui.forms.field_editor import FieldEditor
from casebook.ui.forms.form_context import FormContext
from casebook.ui.forms.segment_row import SegmentRow


class SegmentEditor(FieldEditor):
    """A scale shows its steps as numbered circles and the word of the chosen one above them."""

    LIKES = 26

    def __init__(self, spec: FieldSpec, context: FormContext, parent: QWidget | None = None) -> None:
        super().__init__(spec, context, parent)
        scale = spec.kind is Kind.SCALE
        self._row = SegmentRow(
            self._steps() if scale else self._answers(), self, look="step" if scale else "segment"
        )
        self._row.chosen.connect(self._choose)
        self.attach(self._row)

    def value(self) -> Any:
        return self._row.value

    def _show(self, value: Any) -> None:
        self._row.show_value(value)
        self._say()

    def _choose(self, value: Any) -> None:
        self._say()
        self.edited.emit(value)

    def _say(self) -> None:
        scale = self.spec.kind is Kind.SCALE
        self.head.say(self._row.meaning() if scale else "")
        self._describe()

    def _described(self) -> tuple[str, ...]:
        return (self._row.meaning() or self.context.wording.absence(self.head.absence), *super()._described())

    def _steps(self) -> list[tuple[Any, str, str]]:
        spec = self.spec
        return [
            (spec.low + at, str(spec.low + at), self.context.words(word))
            for at, word in enumerate(spec.words)
        ]

    def _answers(self) -> list[tuple[Any, str, str]]:
        return [(True, self.tr("Yes"), ""), (False, self.tr("No"), ""), (None, self.tr("Not recorded"), "")]
