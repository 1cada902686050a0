"""What every editor of a field has in common: head, control, problem, marks, and how it speaks up."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from casebook.domain.fields import FieldSpec
from casebook.domain.records import Absence, Record, Sensitivity
from casebook.ui.forms.field_head import FieldHead
from casebook.ui.forms.form_context import FormContext
from casebook.ui.widgets.look import set_style_property, with_look


class FieldEditor(QWidget):
    """Edits one field; `objectName` is the field's name, `control` the widget that takes the keys.

    Subclasses build their control, hand it to `attach`, and implement `value` and `_show`.
    """

    edited = Signal(object)
    """The person gave the field this value."""
    committed = Signal()
    """The person went on to something else, or pressed Enter."""
    absence_chosen = Signal(object)
    sensitivity_chosen = Signal(object)

    def __init__(self, spec: FieldSpec, context: FormContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spec, self.context = spec, context
        self.control: QWidget = self
        self._read_only = False
        self.setObjectName(spec.name)
        self.head = FieldHead(spec, context, self)
        self.head.absence_chosen.connect(self.absence_chosen)
        self.head.sensitivity_chosen.connect(self.sensitivity_chosen)
        self._problem: QLabel | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.head)

    @property
    def label(self) -> str:
        """The field's label in the language of the window."""
        return self.context.words(self.spec.label)

    def value(self) -> Any:
        """The field's value as it stands; what is typed but not understood does not count."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        """Show a value without telling anybody; what was typed before is gone."""
        self.set_problem("")
        self._show(value)

    def set_marks(self, absence: Absence | None, sensitivity: Sensitivity | None) -> None:
        """Show why the field is empty, and who may see it when that differs from the record."""
        self.head.show_marks(absence, sensitivity)

    def set_record(self, record: Record) -> None:
        """Take note of the record the field belongs to; for fields that depend on their neighbours."""

    def set_read_only(self, read_only: bool) -> None:
        """Whether the value may only be looked at."""
        if read_only != self._read_only:
            self._read_only = read_only
            self.head.set_read_only(read_only)
            self._lock(read_only)

    def flush(self) -> None:
        """Emit what is still held back."""

    def draft(self) -> str:
        """What is typed but could not become a value; empty when there is none."""
        return ""

    def restore_draft(self, text: str) -> None:
        """Put back what `draft` gave."""

    @property
    def problem(self) -> str:
        """The sentence under the field; empty when all is well."""
        return self._problem.text() if self._problem is not None else ""

    def set_problem(self, sentence: str) -> None:
        """Say under the field what is wrong with it; an empty sentence takes that back."""
        if sentence == self.problem:
            return
        if self._problem is None:
            self._problem = with_look(QLabel(self), "problem")
            self._problem.setObjectName(f"{self.spec.name}:problem")
            self._problem.setTextFormat(Qt.TextFormat.PlainText)
            self._problem.setWordWrap(True)
            self.layout().addWidget(self._problem)
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        set_style_property(self.control, "problem", "true" if sentence else "")
        self._describe()

    def attach(self, control: QWidget, body: QWidget | None = None) -> None:
        """Make `control` take the keys; `body` is what is laid out, when the control is only part of it."""
        self.control = control
        control.setObjectName(f"{self.spec.name}:control")
        control.setAccessibleName(self.label)
        control.installEventFilter(self)
        self.setFocusProxy(control)
        self.head.label.setBuddy(control)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.addWidget(body or control)
        if self.spec.hint and self.spec.short:
            hint = with_look(QLabel(self.context.words(self.spec.hint), self), "small")
            hint.setWordWrap(True)
            column.addWidget(hint)
        self._describe()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.control:
            if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._asks_more(event):
                self.head.open_menu()
                return True
            if event.type() == QEvent.Type.FocusOut:
                self.flush()
                self.committed.emit()
        return super().eventFilter(watched, event)

    def _asks_more(self, event: QKeyEvent) -> bool:
        alt_down = event.key() == Qt.Key.Key_Down and event.modifiers() == Qt.KeyboardModifier.AltModifier
        return alt_down and not self._read_only

    def _show(self, value: Any) -> None:
        raise NotImplementedError

    def _lock(self, read_only: bool) -> None:
        self.control.setEnabled(not read_only)

    def _describe(self) -> None:
        needed = self.tr("Needed before review.") if self.spec.required else ""
        said = (self.problem, needed, self.context.words(self.spec.hint))
        self.control.setAccessibleDescription(" ".join(part for part in said if part))
