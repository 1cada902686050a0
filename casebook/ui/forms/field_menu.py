"""The menu beside a field: why it is empty, and who may see it."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from casebook.domain.fields import FieldSpec
from casebook.domain.records import Absence, Sensitivity
from casebook.ui.forms.form_context import FormContext


class FieldMenu(QMenu):
    """Not recorded, none found, not applicable; as the record, or one of the levels."""

    absence_chosen = Signal(object)
    sensitivity_chosen = Signal(object)

    def __init__(self, spec: FieldSpec, context: FormContext, parent: QWidget | None = None) -> None:
        """Belongs to the field that `spec` declares; goes away when it is closed."""
        super().__init__(parent)
        self.setObjectName(f"{spec.name}:menu")
        self._wording = context.wording
        self._absences = QActionGroup(self)
        self._levels = QActionGroup(self)
        self._head(self.tr("This field is empty because it is"))
        for absence in (None, *Absence):
            word = self._wording.absence(absence)
            self._offer(self._absences, absence, word[:1].upper() + word[1:])
        self.addSeparator()
        self._head(self.tr("Who may see this field"))
        self._offer(self._levels, None, self.tr("As the whole record"))
        for level in Sensitivity:
            self._offer(self._levels, level, self._wording.sensitivity(level))
        self._absences.triggered.connect(lambda action: self.absence_chosen.emit(_absence(action.data())))
        self._levels.triggered.connect(lambda action: self.sensitivity_chosen.emit(_level(action.data())))
        self.aboutToHide.connect(self.deleteLater)

    def show_state(self, absence: Absence | None, sensitivity: Sensitivity | None) -> None:
        """Tick what holds now."""
        for group, held in ((self._absences, absence), (self._levels, sensitivity)):
            for action in group.actions():
                action.setChecked(action.data() == held)

    def _head(self, text: str) -> None:
        """A line that cannot be chosen; the text of a section of Qt's own is not drawn under a style sheet."""
        self.addAction(text).setEnabled(False)

    def _offer(self, group: QActionGroup, value: Any, text: str) -> None:
        action = self.addAction(text)
        action.setCheckable(True)
        action.setData(value)
        group.addAction(action)


def _absence(data: Any) -> Absence | None:
    """Qt hands an enumeration of texts back as a plain text."""
    return None if data is None else Absence(data)


def _level(data: Any) -> Sensitivity | None:
    """Qt hands an enumeration of whole numbers back as a plain number."""
    return None if data is None else Sensitivity(data)
