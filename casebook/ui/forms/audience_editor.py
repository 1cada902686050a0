"""Chooses who may see a whole record."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from casebook.domain.changes import OF_RECORD
from casebook.domain.records import Sensitivity
from casebook.ui.forms.form_context import FormContext
from casebook.ui.widgets.look import with_look


class AudienceEditor(QWidget):
    """A label and a list of the four levels, each with what it means."""

    chosen = Signal(object)
    """Sensitivity"""

    def __init__(self, context: FormContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(OF_RECORD)
        label = with_look(QLabel(self.tr("Who may see this"), self), "label")
        label.setMinimumHeight(self.fontMetrics().height() + 4)
        self._meaning = with_look(QLabel(self), "small")
        self._meaning.setWordWrap(True)
        self._box = _LevelBox(self)
        self._box.setObjectName(f"{OF_RECORD}:control")
        self._box.setAccessibleName(label.text())
        terms = context.vocabulary("sensitivity")
        self._meanings: dict[Sensitivity, str] = {}
        for level in Sensitivity:
            term = terms.get(level.key)
            meaning = term.definition.get(context.language, term.definition.get("en", "")) if term else ""
            self._meanings[level] = meaning
            self._box.addItem(context.wording.sensitivity(level), level)
        self._box.currentIndexChanged.connect(self._explain)
        self._box.activated.connect(lambda index: self.chosen.emit(Sensitivity(self._box.itemData(index))))
        label.setBuddy(self._box)
        self.setFocusProxy(self._box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (label, self._box, self._meaning):
            column.addWidget(widget)
        self._explain()

    def value(self) -> Sensitivity:
        """The level shown."""
        return Sensitivity(self._box.currentData())

    def set_value(self, level: Sensitivity) -> None:
        """Show a level without telling anybody."""
        self._box.setCurrentIndex(list(Sensitivity).index(level))

    def set_read_only(self, read_only: bool) -> None:
        """Whether the level may only be looked at."""
        self._box.setEnabled(not read_only)

    def _explain(self) -> None:
        meaning = self._meanings[self.value()]
        self._meaning.setText(meaning)
        self._box.setAccessibleDescription(meaning)


class _LevelBox(QComboBox):
    """The wheel moves the page, not the choice, unless the box has the keyboard."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
