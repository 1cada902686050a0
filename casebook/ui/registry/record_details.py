"""Right of the list: one record in full, written once for all cases, and the cases that hold it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from casebook.domain.changes import Change
from casebook.domain.declaration import SectionSpec
from casebook.domain.errors import ChangeError
from casebook.domain.fields import field_spec
from casebook.domain.records import Absence, Sensitivity, SharedRecord
from casebook.services.registry import changing
from casebook.ui.forms.section_form import RecordForm
from casebook.ui.registry.record_context import RecordContext
from casebook.ui.registry.used_in import UsedIn
from casebook.ui.widgets.look import with_look
from casebook.ui.workbench import SAVE_AFTER, Workbench

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casebook.storage.record_query import RecordUse


class RecordDetails(QScrollArea):
    """What is typed is saved once the keyboard rests, or goes elsewhere."""

    case_wanted = Signal(str, str)
    """Id of a case and of what is to be shown in it."""
    record_wanted = Signal(str)
    """Id of another record that a field points to."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        with_look(self, "aside")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("pane", True)
        self._workbench = workbench
        self._section: SectionSpec | None = None
        self._record: SharedRecord | None = None
        self._forms: dict[str, RecordForm] = {}
        self._context = RecordContext(workbench, self)
        self._context.record_wanted.connect(self.record_wanted)
        self._label = ""
        self._rest = QTimer(self, singleShot=True, interval=SAVE_AFTER)
        self._rest.timeout.connect(self.save)
        self._title = with_look(QLabel(), "title")
        self._title.setObjectName("record-title")
        self._notice = with_look(QLabel(), "small")
        self._notice.setObjectName("record-notice")
        for label in (self._title, self._notice):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.uses = UsedIn(workbench)
        self.uses.opened.connect(self.case_wanted)
        self._lay_out()
        workbench.settling.connect(self.flush)

    @property
    def record_id(self) -> str:
        """The record that is looked at; empty for none."""
        return self._record.id if self._record is not None else ""

    def show_record(self, section: SectionSpec, record: SharedRecord) -> None:
        """Show another record, or the same as the library holds it now."""
        if record.id != self.record_id:
            self.flush()
        same = self._section is section and record.id == self.record_id
        self._section, self._record = section, record
        self._context.take(section.key, record)
        form = self._form(section)
        for key, other in self._forms.items():
            other.setVisible(key == section.key)
        case = self._context.case
        if case is not None and same:
            form.refresh(case)
        elif case is not None:
            form.show_record(case, record)
            self.verticalScrollBar().setValue(0)
        form.set_read_only(self._workbench.read_only or record.trashed)
        self._name()

    def show_uses(self, record_id: str, uses: Sequence[RecordUse] | None, count: int) -> None:
        """Show where the record is used, if it is still the one that is looked at."""
        if record_id == self.record_id:
            self.uses.show_uses(record_id, uses, count)

    def clear(self) -> None:
        """Look at nothing."""
        self.flush()
        self._record = None
        self._context.drop()

    def write(self) -> None:
        """Put the keyboard into the first field."""
        if self._section is not None and self._record is not None:
            self._form(self._section).focus_field(self._section.fields[0].name)

    def flush(self) -> None:
        """Save what is typed and not saved yet."""
        if self._section is not None and self._section.key in self._forms:
            self._forms[self._section.key].flush()
        self.save()

    def save(self) -> None:
        """Save what was changed, as one step."""
        self._rest.stop()
        pairs = [] if self._workbench.read_only else self._context.changed()
        if not pairs:
            return
        section, record = self._section, self._record
        made = next(
            (after for _before, after in pairs if after is not None and after.id == self.record_id), None
        )
        if section is not None and made is not None:
            # What is saved now is what the next change starts from; the list tells when it was not.
            self._context.take(section.key, made)
            self._record = made
        self._workbench.records.do(
            changing(pairs, self._workbench.author()), self._label or self.tr("Change a record")
        )
        library = self._workbench.library
        if library is not None and section is not None and record is not None and record.id == self.record_id:
            for there in library.records.get(section.key, [record.id]):
                if there != self._record:  # refused: show what is so
                    self.show_record(section, there)

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 56, 400)

    def minimumSizeHint(self) -> QSize:
        """As wide as what stands in it needs at least, since it does not scroll sideways."""
        page = self.widget()
        inside = page.minimumSizeHint().width() if page is not None else 0
        return QSize(inside + self.verticalScrollBar().sizeHint().width() + 2, 100)

    def _form(self, section: SectionSpec) -> RecordForm:
        if section.key not in self._forms:
            form = RecordForm(self._context, section.entry_type, section.fields, self)
            form.edited.connect(self._edited)
            form.absence_chosen.connect(self._absence_chosen)
            form.sensitivity_chosen.connect(self._sensitivity_chosen)
            form.committed.connect(self.save)
            self._forms[section.key] = form
            self._place.addWidget(form)
            self.updateGeometry()
        return self._forms[section.key]

    def _edited(self, record_id: str, field: str, value: object) -> None:
        case = self._context.case
        record = case.find(record_id) if case is not None else None
        if record is None or self._section is None or getattr(record, field) == value:
            return
        spec = field_spec(self._section.entry_type, field)
        self._make(
            self._context.change(record_id, field, value), self._workbench.wording.translate(spec.label)
        )

    def _absence_chosen(self, record_id: str, field: str, absence: Absence | None) -> None:
        self._make(self._context.absence_change(record_id, field, absence), self.tr("Why it is empty"))

    def _sensitivity_chosen(self, record_id: str, field: str, level: Sensitivity | None) -> None:
        self._make(self._context.sensitivity_change(record_id, field, level), self.tr("Who may see this"))

    def _make(self, change: Change, label: str) -> None:
        with suppress(ChangeError):
            if label != self._label:
                self.save()  # each field is a step of its own
            self._context.make(change)
            self._label = label
            case = self._context.case
            if case is not None and self._section is not None:
                self._form(self._section).refresh(case, change)
            self._rest.start()
            self._name()

    def _name(self) -> None:
        case, record = self._context.case, self._record
        if case is None or record is None:
            return
        shown = case.find(record.id) or record
        name = str(getattr(shown, self._section.summary.name)) if self._section is not None else ""
        self._title.setText(" ".join(name.split()) or self.tr("Untitled"))
        notice = ""
        if record.trashed:
            notice = self.tr("It lies in the Trash. Restore it to change it.")
        elif self._workbench.read_only:
            notice = self.tr("This library is open for reading only.")
        self._notice.setText(notice)
        self._notice.setVisible(bool(notice))

    def _lay_out(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 16, 16, 24)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._notice)
        self._place = QVBoxLayout()
        column.addSpacing(4)
        column.addLayout(self._place)
        column.addSpacing(12)
        column.addWidget(with_look(QLabel(self.tr("Where it is used").upper()), "caps"))
        column.addWidget(self.uses)
        column.addStretch(1)
        self.setWidget(page)
