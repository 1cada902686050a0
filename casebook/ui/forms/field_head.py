"""The line above an editor: label, hint, what is to be said of the value, marks, and the button for more."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from casebook.domain.fields import FieldSpec
from casebook.domain.records import Absence, Sensitivity
from casebook.ui.forms.field_menu import FieldMenu
from casebook.ui.forms.form_context import FormContext
from casebook.ui.icons import set_icon
from casebook.ui.theme import State
from casebook.ui.widgets.chip import Chip
from casebook.ui.widgets.look import set_style_property, with_look


class FieldHead(QWidget):
    """Label, required mark, hint, note, chips for absence and sensitivity, and the "⋯" menu."""

    absence_chosen = Signal(object)
    sensitivity_chosen = Signal(object)

    def __init__(self, spec: FieldSpec, context: FormContext, parent: QWidget | None = None) -> None:
        """Short fields have no room for a hint here; their editor shows it below."""
        super().__init__(parent)
        self._spec, self._context = spec, context
        self.absence: Absence | None = None
        self.sensitivity: Sensitivity | None = None
        self.label = with_look(QLabel(self._title(), self), "label")
        self.hint = with_look(QLabel(self), "small")
        self._note = with_look(QLabel(self), "small")
        self._note.setTextFormat(Qt.TextFormat.PlainText)
        self._absence: Chip | None = None
        self._level: Chip | None = None
        self._more = self._menu_button()
        self._lay_out()

    @property
    def note(self) -> str:
        """What is said of the value now."""
        return self._note.text()

    def say(self, text: str, state: State | None = None) -> None:
        """Say something of the value beside the label, such as a count of words; a state makes it stand out."""
        if text != self._note.text():
            self._note.setText(text)
            self._note.setVisible(bool(text))
        set_style_property(self._note, "look", "chip" if state else "small")
        set_style_property(self._note, "state", state or "")

    def show_marks(self, absence: Absence | None, sensitivity: Sensitivity | None) -> None:
        """Show why the field is empty and who may see it."""
        if absence != self.absence:
            self.absence = absence
            self._absence = self._marked(self._absence, self.absence_word, "neutral")
        if sensitivity != self.sensitivity:
            self.sensitivity = sensitivity
            word = "" if sensitivity is None else self._context.wording.sensitivity(sensitivity)
            self._level = self._marked(self._level, word, "warning" if word else "neutral")
            if self._level is not None:
                self._level.setToolTip(self.tr("Who may see this field: {level}").format(level=word))

    def open_menu(self) -> None:
        """Offer the reasons for absence and the levels of sensitivity."""
        menu = FieldMenu(self._spec, self._context, self)
        menu.absence_chosen.connect(self.absence_chosen)
        menu.sensitivity_chosen.connect(self.sensitivity_chosen)
        menu.show_state(self.absence, self.sensitivity)
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def set_read_only(self, read_only: bool) -> None:
        """Leave out the menu when nothing may be changed."""
        self._more.setVisible(not read_only)

    def _title(self) -> str:
        label = self._context.words(self._spec.label)
        return f"{label} *" if self._spec.required else label

    @property
    def absence_word(self) -> str:
        """Why the field is empty, in words; empty when nothing was said."""
        if self.absence is None:
            return ""
        word = self._context.wording.absence(self.absence)
        return word[:1].upper() + word[1:]

    def _marked(self, chip: Chip | None, word: str, state: State) -> Chip | None:
        if chip is None and word:
            chip = Chip(word, state, self)
            self._row.insertWidget(self._row.indexOf(self._more), chip, 0, Qt.AlignmentFlag.AlignVCenter)
        if chip is not None:
            chip.show_term(word, state)
            chip.setVisible(bool(word))
        return chip

    def _menu_button(self) -> QToolButton:
        button = with_look(QToolButton(self), "more")
        side = self.fontMetrics().height()
        set_icon(button, "more-horizontal", "muted")
        button.setIconSize(QSize(side, side))
        button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        label = self._context.words(self._spec.label)
        button.setAccessibleName(self.tr("More for “{field}”").format(field=label))
        button.setToolTip(self.tr("Not recorded, not applicable, who may see it (Alt+Down)"))
        button.setObjectName(f"{self._spec.name}:more")
        button.clicked.connect(self.open_menu)
        return button

    def _lay_out(self) -> None:
        if self._spec.required:
            self.label.setToolTip(self.tr("Needed before the case can be sent for review"))
        self.hint.setText(self._context.words(self._spec.hint))
        self.hint.setWordWrap(True)
        self.hint.setVisible(bool(self._spec.hint) and not self._spec.short)
        self._note.hide()
        self.label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.label, 0)
        row.addWidget(self.hint, 1)
        row.addWidget(self._note, 0, Qt.AlignmentFlag.AlignVCenter)
        if not self.hint.isVisibleTo(self):
            row.addStretch(1)
        row.addWidget(self._more, 0, Qt.AlignmentFlag.AlignVCenter)
