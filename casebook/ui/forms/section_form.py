"""The form of a record, made from its declaration: one editor a field, short fields side by side."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from casebook.domain.case import Case
from casebook.domain.changes import OF_RECORD, Batch, Change, SetField
from casebook.domain.fields import FieldSpec
from casebook.domain.records import Record
from casebook.ui.forms.audience_editor import AudienceEditor
from casebook.ui.forms.editors import make_editor
from casebook.ui.forms.field_editor import FieldEditor
from casebook.ui.forms.form_context import FormContext
from casebook.ui.forms.rows_layout import RowsLayout
from casebook.ui.widgets.focus import scroll_to

MEASURE = 70
"""Average characters the form is at most wide; leaves some 75 to a line of prose beside borders and padding."""

SHORT = 24
"""Average characters a short field likes to be wide when its editor says nothing else."""


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
    """The field with this name has the keyboard now."""

    def __init__(
        self,
        context: FormContext,
        record_type: type[Record],
        fields: Sequence[FieldSpec],
        parent: QWidget | None = None,
    ) -> None:
        """`fields` are the fields of `record_type` to edit here, in order."""
        super().__init__(parent)
        self.context, self.record_type = context, record_type
        self._record: Record | None = None
        self._drafts: dict[tuple[str, str], str] = {}
        self._editors = {spec.name: make_editor(spec, context, self) for spec in fields}
        self._audience = AudienceEditor(context, self)
        unit = self.fontMetrics().averageCharWidth()
        self.setMaximumWidth(MEASURE * unit)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        rows = RowsLayout(self)
        for spec, editor in zip(fields, self._editors.values(), strict=True):
            if spec.short:
                rows.add_short(editor, editor.LIKES * unit)
            else:
                rows.add_wide(editor)
            self._listen(spec.name, editor)
        rows.add_short(self._audience, SHORT * unit)
        self._audience.chosen.connect(
            lambda level: self.sensitivity_chosen.emit(self.record_id, OF_RECORD, level)
        )

    @property
    def record_id(self) -> str:
        """Id of the record shown; empty when none is."""
        return self._record.id if self._record is not None else ""

    def editor(self, name: str) -> FieldEditor:
        """The editor of field `name`.

        Raises:
            KeyError: the form has no such field.
        """
        return self._editors[name]

    def show_record(self, case: Case, record: Record) -> None:
        """Show another record of the type; what was still being typed into the one before is emitted first."""
        if record.id == self.record_id:
            self.refresh(case)
            return
        if self._record is not None:
            self._leave()
        self._record = case.find(record.id) or record
        self.setUpdatesEnabled(False)
        for name, editor in self._editors.items():
            if editor.draft():
                editor.set_value(editor.spec.empty)
            self._fill(editor, self._record)
            draft = self._drafts.pop((record.id, name), "")
            if draft:
                editor.restore_draft(draft)
        self._audience.set_value(self._record.sensitivity)
        self.setUpdatesEnabled(True)

    def refresh(self, case: Case, change: Change | None = None) -> None:
        """Show what `change` (or anything, when None) made different; never touches a field being typed in."""
        record = case.find(self.record_id)
        if record is None:
            return
        self._record = record
        named = None if change is None else set(_fields_of(change, record.id))
        for name, editor in self._editors.items():
            if (named is None or name in named) and not _typed_in(editor):
                self._fill(editor, record)
            elif editor.spec.to:
                editor.relabel()
            elif editor.spec.within:
                editor.set_record(record)
        self._audience.set_value(record.sensitivity)

    def flush(self) -> None:
        """Emit what is still held back."""
        for editor in self._editors.values():
            editor.flush()

    def focus_field(self, name: str) -> bool:
        """Scroll to a field and put the keyboard there; False when the form has no such field."""
        target: QWidget | None = self._audience if name == OF_RECORD else self._editors.get(name)
        if target is None:
            return False
        # What was just opened around the field has to be laid out before one can scroll to it.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        scroll_to(target)
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def set_read_only(self, read_only: bool) -> None:
        """Whether the form may only be looked at."""
        for editor in self._editors.values():
            editor.set_read_only(read_only)
        self._audience.set_read_only(read_only)

    def _listen(self, name: str, editor: FieldEditor) -> None:
        editor.edited.connect(lambda value: self._tell(name, value))
        editor.absence_chosen.connect(lambda why: self.absence_chosen.emit(self.record_id, name, why))
        editor.sensitivity_chosen.connect(
            lambda level: self.sensitivity_chosen.emit(self.record_id, name, level)
        )
        editor.committed.connect(self.committed)
        editor.focused.connect(lambda: self.focused.emit(name))

    def _tell(self, name: str, value: object) -> None:
        """Pass a wish on, unless the case has been closed in the meantime."""
        if self.context.case is not None:
            self.edited.emit(self.record_id, name, value)

    def _leave(self) -> None:
        """Emit what is held back and keep what could not become a value, for when the person returns."""
        for name, editor in self._editors.items():
            editor.flush()
            draft = editor.draft()
            if draft:
                self._drafts[self.record_id, name] = draft

    @staticmethod
    def _fill(editor: FieldEditor, record: Record) -> None:
        name = editor.spec.name
        editor.set_record(record)
        editor.set_marks(record.absences.get(name), record.field_sensitivities.get(name))
        value = getattr(record, name)
        if editor.value() != value:
            editor.set_value(value)
        elif editor.spec.to:
            editor.relabel()


def _typed_in(editor: FieldEditor) -> bool:
    """Whether somebody is in the middle of typing there; an editor that was all told may be shown an undo."""
    focus = QApplication.focusWidget()
    return (
        focus is not None
        and (focus is editor or editor.isAncestorOf(focus))
        and (editor.held or bool(editor.draft()))
    )


def _fields_of(change: Change, record_id: str) -> Iterator[str]:
    """The fields of one record that a change sets."""
    if isinstance(change, Batch):
        for step in change.changes:
            yield from _fields_of(step, record_id)
    elif isinstance(change, SetField) and change.target == record_id:
        yield change.field
