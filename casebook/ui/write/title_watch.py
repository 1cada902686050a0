"""Watches the title of a case that is new, and says which case of the library it looks like."""

from collections.abc import Sequence
from typing import Self

from casebook.domain.case import Case
from casebook.domain.fields import FieldSpec
from casebook.ui.forms.field_editor import FieldEditor
from casebook.ui.forms.lookalike_line import LookalikeLine
from casebook.ui.forms.section_form import RecordForm
from casebook.ui.workbench import Workbench


class TitleWatch:
    """A case is new for as long as it stays on the page, when it had no title as it came there."""

    def __init__(self, workbench: Workbench, title: FieldEditor) -> None:
        """The line stands below the title."""
        self._workbench = workbench
        self._new = ""
        self._line = LookalikeLine(workbench, title)
        self._line.case_wanted.connect(workbench.open_case)
        title.add_below(self._line)
        title.edited.connect(self._ask)

    @classmethod
    def of(cls, workbench: Workbench, form: RecordForm, fields: Sequence[FieldSpec]) -> Self | None:
        """Watches the title in a form of the case; None when it is not among the fields of the form."""
        named = [spec.name for spec in fields if spec.summary]
        return cls(workbench, form.editor(named[0])) if named else None

    def show_case(self, case: Case) -> None:
        """A case has come to the page."""
        self._new = "" if case.title.strip() else case.id
        self._line.forget()

    def _ask(self, title: object) -> None:
        case = self._workbench.case
        if case is not None and case.id == self._new and isinstance(title, str):
            self._line.ask(title, case.countries, case.period, case.id)
