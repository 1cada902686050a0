"""Notes a case in a minute: title, where, when, who, what happened, why it matters."""

import attrs
from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from casebook.domain.case import Case, new_case
from casebook.domain.errors import CasebookError
from casebook.domain.fields import FieldSpec, field_spec, links
from casebook.domain.marking import _
from casebook.domain.sections.registry import Actor
from casebook.services.new_cases import Capture, capture_case
from casebook.ui.dialogs.plain_dialog import PlainDialog
from casebook.ui.forms.editors import make_editor
from casebook.ui.forms.field_editor import FieldEditor
from casebook.ui.forms.form_context import FormContext
from casebook.ui.forms.lookalike_line import LookalikeLine
from casebook.ui.widgets.look import with_look
from casebook.ui.workbench import Workbench

LINES = 3
"""Lines of text the two larger fields show."""


class CaptureContext(FormContext):
    """What the editors may ask while there is no case yet: an empty one stands in for it."""

    def __init__(self, workbench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(workbench, parent)
        self._stub = new_case()

    @property
    def case(self) -> Case | None:
        """The empty case."""
        return self._stub


class QuickCaptureDialog(PlainDialog):
    """After `accept`, `captured` is the case that is in the library; after `reject`, `wanted` one to open instead."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("QuickCaptureDialog", "Quick capture"), parent, 560)
        self._workbench = workbench
        self._context = CaptureContext(workbench, self)
        self.captured: Case | None = None
        self.wanted = ""
        self.add_text(
            self.tr("A title is enough. The case can be found at once, and shows what it lacks."), "muted"
        )
        self._editors: dict[str, FieldEditor] = {}
        *first, last = capture_fields()
        for spec in first:
            self._add_editor(spec)
        self._happened = self._prose(self.tr("What happened"), "what_happened")
        self._matters = self._prose(self.tr("Why it matters"), "why_it_matters")
        self._add_editor(last)
        self.add_cancel()
        self.add_button(self.tr("Capture"), "capture", primary=True).clicked.connect(self._capture)
        self._lookalike = LookalikeLine(workbench, self)
        self._lookalike.case_wanted.connect(self._go_to)
        self._editors["title"].add_below(self._lookalike)
        for name in ("title", "countries", "period"):
            self._editors[name].edited.connect(lambda _value: self._look())
        self._editors["title"].setFocus()

    def _look(self) -> None:
        """Look whether there is such a case already."""
        title, countries, period = (self._editors[name].value() for name in ("title", "countries", "period"))
        self._lookalike.ask(title, countries, period)

    def _go_to(self, case_id: str) -> None:
        self.wanted = case_id
        self.reject()

    def _add_editor(self, spec: FieldSpec) -> None:
        editor = make_editor(spec, self._context, self)
        # Absence and sensitivity can wait until the case is written.
        editor.head.set_read_only(True)
        self._editors[spec.name] = editor
        self.body.addWidget(editor)

    def _prose(self, label: str, name: str) -> QPlainTextEdit:
        field = QPlainTextEdit()
        field.setObjectName(name)
        field.setTabChangesFocus(True)
        field.setFixedHeight(field.fontMetrics().lineSpacing() * LINES + 16)
        head = with_look(QLabel(label), "label")
        head.setBuddy(field)
        field.setAccessibleName(label)
        self.body.addWidget(head)
        self.body.addWidget(field)
        return field

    def _capture(self) -> None:
        library = self._workbench.library
        unclear = next((editor for editor in self._editors.values() if editor.problem), None)
        if unclear is not None:
            unclear.setFocus()
            return
        values = {name: editor.value() for name, editor in self._editors.items()}
        if not values["title"].strip():
            self.show_problem(self.tr("Give the case a title; everything else can wait."))
            self._editors["title"].setFocus()
            return
        if library is None:
            return
        try:
            self.captured = capture_case(library, self._noted(values), self._workbench.language)
        except CasebookError as error:
            self.show_problem(str(error))
            return
        self.accept()

    def _noted(self, values: dict[str, object]) -> Capture:
        who = values.pop("who")
        actors = [self._context.record(record_id) for record_id in who] if isinstance(who, tuple) else []
        return Capture(
            **values,  # type: ignore[arg-type]
            who=tuple(actor for actor in actors if isinstance(actor, Actor)),
            what_happened=self._happened.toPlainText().strip(),
            why_it_matters=self._matters.toPlainText().strip(),
        )


def capture_fields() -> tuple[FieldSpec, ...]:
    """The declared fields a capture asks for, under shorter names; `who` is of its own."""
    who: FieldSpec = links(_("Who"), "actor_records").metadata["spec"]
    return (
        field_spec(Case, "title"),
        attrs.evolve(field_spec(Case, "countries"), label=_("Where"), required=False),
        attrs.evolve(field_spec(Case, "period"), label=_("When"), required=False),
        attrs.evolve(who, name="who", hint=_("Forces, organisations, groups")),
        field_spec(Case, "tags"),
    )
