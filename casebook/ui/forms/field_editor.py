"""What every editor of a field has in common: head, control, problem, marks, and how it speaks up."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from casebook.domain.fields import FieldSpec
from casebook.domain.find_in_case import Occurrence
from casebook.domain.records import Absence, Record, Sensitivity
from casebook.ui.forms.field_head import FieldHead
from casebook.ui.forms.form_context import FormContext
from casebook.ui.widgets.look import set_style_property, with_look

PAUSE = 250
"""Milliseconds that `hold` waits before it tells; typing does not prolong it."""


class FieldEditor(QWidget):
    """Edits one field; `objectName` is the field's name, `control` the widget that takes the keys.

    Subclasses build their control, hand it to `attach`, and implement `value` and `_show`.
    """

    LIKES = 24
    """Average characters a short editor of this kind likes to be wide."""

    edited = Signal(object)
    """The person gave the field this value."""
    committed = Signal()
    """The person went on to something else, or pressed Enter."""
    focused = Signal()
    """The keyboard came here."""
    absence_chosen = Signal(object)
    sensitivity_chosen = Signal(object)

    def __init__(self, spec: FieldSpec, context: FormContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spec, self.context = spec, context
        self.control: QWidget = self
        self._read_only = False
        self._held = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.flush)
        self.setObjectName(spec.name)
        self.head = FieldHead(spec, context, self)
        self.head.absence_chosen.connect(self.absence_chosen)
        self.head.sensitivity_chosen.connect(self.sensitivity_chosen)
        self._problem: QLabel | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self.head)

    @property
    def label(self) -> str:
        """The field's label in the language of the window."""
        return self.context.words(self.spec.label)

    def value(self) -> Any:
        """The field's value as it stands; what is typed but not understood does not count."""
        raise NotImplementedError

    def add_below(self, widget: QWidget) -> None:
        """Put something below the control that is about what is typed in it."""
        self._column.addWidget(widget)

    def set_value(self, value: Any) -> None:
        """Show a value without telling anybody; what was typed before is gone."""
        self.release()
        self.set_problem("")
        self._show(value)

    def set_marks(self, absence: Absence | None, sensitivity: Sensitivity | None) -> None:
        """Show why the field is empty, and who may see it when that differs from the record."""
        self.head.show_marks(absence, sensitivity)
        self._invite(self.head.absence_word)

    def set_record(self, record: Record) -> None:
        """Take note of the record the field belongs to; for fields that depend on their neighbours."""

    def set_read_only(self, read_only: bool) -> None:
        """Whether the value may only be looked at."""
        if read_only != self._read_only:
            self._read_only = read_only
            self.head.set_read_only(read_only)
            self._lock(read_only)

    @property
    def held(self) -> bool:
        """Whether something typed has not been emitted yet."""
        return self._held

    def hold(self) -> None:
        """Emit the value shortly, so that a long text is not read out at every key."""
        if not self._held:
            self._held = True
            self._pause.start()

    def release(self) -> None:
        """Hold nothing back any longer and tell nobody."""
        self._held = False
        self._pause.stop()

    def flush(self) -> None:
        """Emit what is still held back, now."""
        if self._held:
            self.release()
            self.edited.emit(self.value())

    def mark_place(self, place: Occurrence) -> None:
        """Mark where words were found in the value, as if somebody had selected them."""

    def relabel(self) -> None:
        """Name anew what the value points at; for fields that link to records."""

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
            self._column.addWidget(self._problem)
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
        self._column.addWidget(body or control)
        if self.spec.hint and self.spec.short:
            hint = with_look(QLabel(self.context.words(self.spec.hint), self), "small")
            hint.setWordWrap(True)
            self._column.addWidget(hint)
        self._describe()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.control:
            kind = event.type()
            if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._asks_more(event):
                self.head.open_menu()
                return True
            if kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_undo(event):
                self.flush()
                event.ignore()
                return True
            if kind == QEvent.Type.FocusIn:
                self.focused.emit()
            elif kind == QEvent.Type.FocusOut:
                self._finish()
        return super().eventFilter(watched, event)

    def _finish(self) -> None:
        """The person has done with this field for now."""
        self.flush()
        self.committed.emit()

    def _asks_more(self, event: QKeyEvent) -> bool:
        alt_down = event.key() == Qt.Key.Key_Down and event.modifiers() == Qt.KeyboardModifier.AltModifier
        return alt_down and not self._read_only

    def _invite(self, absence: str) -> None:
        """Show in an empty control why it is empty; `absence` is empty when it is just not recorded."""

    def _show(self, value: Any) -> None:
        raise NotImplementedError

    def _lock(self, read_only: bool) -> None:
        self.control.setEnabled(not read_only)

    def _describe(self) -> None:
        self.control.setAccessibleDescription(" ".join(part for part in self._described() if part))

    def _described(self) -> tuple[str, ...]:
        needed = self.tr("Needed before review.") if self.spec.required else ""
        return self.problem, needed, self.context.words(self.spec.hint)


def units(text: str) -> int:
    """How long `text` is as Qt counts, which takes some signs for two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _is_undo(event: QKeyEvent) -> bool:
    """Undo and redo belong to the window: they take back changes of the case, not of one widget."""
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
