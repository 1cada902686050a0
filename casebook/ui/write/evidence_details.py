"""The form of one link between a claim and a source: page, stance, credibility, quotation."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from casebook.domain.case import Case
from casebook.domain.fields import field_spec, field_specs
from casebook.domain.records import Absence, Sensitivity
from casebook.domain.sections.evidence import Evidence
from casebook.ui.forms.form_context import FormContext
from casebook.ui.forms.section_form import RecordForm
from casebook.ui.widgets.look import with_look
from casebook.ui.workbench import Workbench

ENDS = ("claim", "source")
"""The two ends of the link, which the place it is shown in says."""


class EvidenceDetails(QWidget):
    """Shows one piece of evidence after another; `form` holds its fields."""

    def __init__(self, workbench: Workbench, context: FormContext, parent: QWidget | None = None) -> None:
        """Empty until `show_evidence`."""
        super().__init__(parent)
        self._workbench = workbench
        self._context = context
        self._source_id = ""
        fields = [spec for spec in field_specs(Evidence) if spec.name not in ENDS]
        self.form = RecordForm(context, Evidence, fields, self)
        self.form.edited.connect(self._edited)
        self.form.absence_chosen.connect(self._absence_chosen)
        self.form.sensitivity_chosen.connect(self._sensitivity_chosen)
        source = with_look(QPushButton(self.tr("Open the source to describe and grade it")), "link")
        source.setObjectName("open-source")
        source.clicked.connect(lambda: context.record_wanted.emit(self._source_id))
        row = QHBoxLayout()
        row.addWidget(source)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 8, 8)
        column.setSpacing(8)
        column.addWidget(self.form)
        column.addLayout(row)

    def show_evidence(self, case: Case, evidence_id: str) -> None:
        """Show a piece of evidence, or the same one after a change."""
        record = case.find(evidence_id)
        if not isinstance(record, Evidence):
            return
        self._source_id = record.source or ""
        self.form.show_record(case, record)
        self.form.set_read_only(self._workbench.read_only)

    def _edited(self, record_id: str, field: str, value: object) -> None:
        if self._is_gone(record_id):
            return
        label = self._workbench.wording.translate(field_spec(Evidence, field).label)
        self._workbench.apply(self._context.change(record_id, field, value), label)

    def _absence_chosen(self, record_id: str, field: str, absence: Absence | None) -> None:
        if self._is_gone(record_id):
            return
        label = self._workbench.wording.translate(field_spec(Evidence, field).label)
        self._workbench.apply(self._context.absence_change(record_id, field, absence), label)

    def _sensitivity_chosen(self, record_id: str, field: str, level: Sensitivity | None) -> None:
        if self._is_gone(record_id):
            return
        change = self._context.sensitivity_change(record_id, field, level)
        self._workbench.apply(change, self.tr("Who may see this"))

    def _is_gone(self, record_id: str) -> bool:
        """Whether the link was removed while its form still had something to say."""
        case = self._workbench.case
        return case is None or case.find(record_id) is None
