"""One record on the page: its form, its evidence, and what stands in it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from casebook.domain.case import Case
from casebook.domain.changes import Change, SetField
from casebook.domain.declaration import Part, SectionSpec
from casebook.domain.fields import FieldSpec, field_spec
from casebook.domain.records import Absence, Sensitivity
from casebook.domain.sections.evidence import Evidence
from casebook.ui.forms.form_context import FormContext
from casebook.ui.forms.section_form import MEASURE, RecordForm
from casebook.ui.workbench import Workbench
from casebook.ui.write.child_group import ChildGroup
from casebook.ui.write.evidence_strip import EvidenceStrip
from casebook.ui.write.nested_view import NestedView
from casebook.ui.write.special_bar import SpecialBar
from casebook.ui.write.special_views import special_bar
from casebook.ui.write.title_watch import TitleWatch


class RecordView(NestedView):
    """The form for one kind of record; the same view serves one record after another."""

    _watch: TitleWatch | None = None

    def __init__(
        self,
        workbench: Workbench,
        context: FormContext,
        shown: SectionSpec | Part,
        parent: QWidget | None = None,
    ) -> None:
        """`shown` is the section whose entries it shows, or the part of the case."""
        super().__init__(parent)
        self.setMaximumWidth(MEASURE * self.fontMetrics().averageCharWidth())
        self._workbench = workbench
        self._context = context
        self._record_id = ""
        self.groups: list[ChildGroup] = []
        self._bar: SpecialBar | None = None
        self.evidence: EvidenceStrip | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        if isinstance(shown, Part):
            fields = workbench.declaration.part_fields(shown.key)
            self._listen(RecordForm(context, workbench.declaration.case_type, fields, self), fields)
            column.addWidget(self.form)
            column.addStretch(1)
            self._watch = TitleWatch.of(workbench, self.form, fields)
            return
        self._listen(RecordForm(context, shown.entry_type, shown.fields, self), shown.fields)
        self._bar = special_bar(shown.key, workbench, self)
        if self._bar is not None:
            column.addWidget(self._bar)
        column.addWidget(self.form)
        if not shown.shared and shown.entry_type is not Evidence:
            self.evidence = EvidenceStrip(workbench, context, self)
            column.addWidget(self.evidence)
        for child in workbench.declaration.children(shown.key):
            group = ChildGroup(workbench, child, self._child_view, self)
            self.groups.append(group)
            column.addWidget(group)
        # Not an alignment: that lays out by the size hint, and squeezes what is higher at the width there is.
        column.addStretch(1)

    @property
    def record_id(self) -> str:
        """The record it shows."""
        return self._record_id

    def show_record(self, case: Case, record_id: str, change: Change | None = None) -> None:
        """Show an entry, or the same entry after `change`; what somebody is typing is left alone."""
        record = case.find(record_id)
        if record is None:
            return
        same = record_id == self._record_id
        if same:
            self.form.refresh(case, change)
        else:
            self.form.show_record(case, record)
            change = None
            if self._watch is not None:
                self._watch.show_case(case)
        self._record_id = record_id
        self.form.set_read_only(self._workbench.read_only)
        if self._bar is not None:
            self._bar.show_record(case, record_id)
        if same and isinstance(change, SetField) and change.target == record_id:
            return  # neither its evidence nor what stands in it can look different
        if self.evidence is not None:
            self.evidence.show_record(case, record_id)
        for group in self.groups:
            group.show_parent(case, record_id, change)

    def reveal(self, case: Case, path: list[str], field: str) -> None:
        """Open the children on `path` (ids from this record down) and focus `field` of the last, or its first."""
        if not path:
            self.form.focus_field(field or self._first)
            return
        key = case.section_key(path[0])
        for group in self.groups:
            if group.spec.key == key:
                group.reveal(case, path, field)

    def flush(self) -> None:
        """Hand over what is typed but not yet told."""
        self.form.flush()
        if self.evidence is not None:
            self.evidence.flush()
        for group in self.groups:
            group.flush()

    def _listen(self, form: RecordForm, fields: tuple[FieldSpec, ...]) -> None:
        self.form = form
        self._first = fields[0].name
        form.edited.connect(self._edited)
        form.absence_chosen.connect(self._absence_chosen)
        form.sensitivity_chosen.connect(self._sensitivity_chosen)

    def _child_view(self, spec: SectionSpec, parent: QWidget) -> NestedView:
        return RecordView(self._workbench, self._context, spec, parent)

    def _edited(self, record_id: str, field: str, value: object) -> None:
        record = self._workbench.case.find(record_id) if self._workbench.case is not None else None
        if record is None or getattr(record, field) == value:
            return
        self._workbench.apply(self._context.change(record_id, field, value), self._label(field))

    def _absence_chosen(self, record_id: str, field: str, absence: Absence | None) -> None:
        self._workbench.apply(self._context.absence_change(record_id, field, absence), self._label(field))

    def _sensitivity_chosen(self, record_id: str, field: str, level: Sensitivity | None) -> None:
        self._workbench.apply(
            self._context.sensitivity_change(record_id, field, level), self.tr("Who may see this")
        )

    def _label(self, field: str) -> str:
        return self._workbench.wording.translate(field_spec(self.form.record_type, field).label)
