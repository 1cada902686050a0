"""The form of a record, made from its declaration: one editor a field, short fields side by side."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from casebook.domain.case import Case
from casebook.domain.changes import OF_RECORD, Batch, Change, SetField
from casebook.domain.fields import FieldSpec
from casebook.domain.records import Record
from casebook.ui.forms.audience_editor import AudienceEditor
from casebook.ui.forms.editors import make_editor
from casebook.ui.forms.field_editor import FieldEditor
from casebook.ui.forms.form_context import FormContext
from casebook.ui.forms.rows_layout import RowsLayout


class RecordForm(QWidget):
    """Built once for a record type and shown for one record after another; it has no scroll area of its own.

    It changes nothing by itself: it emits wishes, which `FormContext.change`, `absence_change` and
    `sensitivity_change` turn into changes.
    """

    edited = Signal(str, str, object)
    """(record id, field, value)"""
    absence_chosen = Signal(str, str, object)
    """(record id, field, Absence or None for "not recorded")"""
    sensitivity_chosen = Signal(str, str, object)
    """(record id, field or OF_RECORD for the whole record, Sensitivity or None for "as the record")"""
    committed = Signal()
    """The person left a field or pressed Enter: a good moment to save."""
    focused = Signal(str)
    """The field with this name has the focus now."""

    def __init__(
        self,
        context: FormContext,
        record_type: type[Record],
        fields: Sequence[FieldSpec],
        parent: QWidget | None = None,
    ) -> None:
        """`fields` are the fields of `record_type` to edit here, in order."""
        super().__init__(parent)
        raise NotImplementedError

    @property
    def record_id(self) -> str:
        """Id of the record shown; empty when none is."""
        raise NotImplementedError

    def editor(self, name: str) -> FieldEditor:
        """The editor of field `name`.

        Raises:
            KeyError: the form has no such field.
        """
        raise NotImplementedError

    def show_record(self, case: Case, record: Record) -> None:
        """Show another record of the type; what was still being typed into the one before is emitted first."""
        raise NotImplementedError

    def refresh(self, case: Case, change: Change | None = None) -> None:
        """Show what `change` (or anything, when None) made different; never touches a field being typed in."""
        raise NotImplementedError

    def flush(self) -> None:
        """Emit what is still held back."""
        raise NotImplementedError

    def focus_field(self, name: str) -> bool:
        """Scroll to a field and put the keyboard there; False when the form has no such field."""
        raise NotImplementedError
