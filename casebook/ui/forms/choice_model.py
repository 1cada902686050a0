"""The rows of a list of suggestions."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from casebook.ui.forms.choice import Choice

CHOICE = Qt.ItemDataRole.UserRole
"""Role under which a row gives its Choice."""

NOWHERE = QModelIndex()


class ChoiceModel(QAbstractListModel):
    """Suggestions in the order they are offered."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choices: tuple[Choice, ...] = ()

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What is offered now."""
        return self._choices

    def show(self, choices: Sequence[Choice]) -> None:
        """Offer something else."""
        self.beginResetModel()
        self._choices = tuple(choices)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._choices)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if not index.isValid():
            return None
        choice = self._choices[index.row()]
        if role == CHOICE:
            return choice
        if role == Qt.ItemDataRole.DisplayRole:
            if not choice.creates:
                return choice.label
            return choice.offer or self.tr("Create “{name}”").format(name=choice.label)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return " ".join(part for part in (choice.detail, choice.definition) if part)
        return None
