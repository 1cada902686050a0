"""Cases, or pairs of cases, that are alike, as a list: how alike, what they are called, why."""

import math
from collections.abc import Sequence
from enum import IntEnum
from typing import Any

import attrs
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex

DOTS = 5
"""Dots that show how alike two cases are."""


class LikenessRole(IntEnum):
    """What a row tells beside its title."""

    SCORE = Qt.ItemDataRole.UserRole + 1  # from 0 to 1
    HEADS = Qt.ItemDataRole.UserRole + 2  # ((title, reference), …)
    REASONS = Qt.ItemDataRole.UserRole + 3


@attrs.frozen(kw_only=True)
class LikenessRow:
    """A case, or two, by id; `heads` are their titles and references."""

    ids: tuple[str, ...]
    heads: tuple[tuple[str, str], ...]
    score: float
    reasons: str


def dots_of(score: float) -> int:
    """How many of the dots are full: half of them already where a quarter is in common, for most pairs have less."""
    return max(1, min(DOTS, round(DOTS * math.sqrt(score))))


class LikenessModel(QAbstractListModel):
    """The rows in the order they are given."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Empty until `show_rows`."""
        super().__init__(parent)
        self.rows: tuple[LikenessRow, ...] = ()

    def show_rows(self, rows: Sequence[LikenessRow]) -> None:
        """Show these and nothing else."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return " · ".join(title for title, _reference in row.heads)
            case Qt.ItemDataRole.AccessibleTextRole:
                heads = ", ".join(" ".join(head) for head in row.heads)
                full = self.tr("{} of {}").format(dots_of(row.score), DOTS)
                return f"{heads}. {full}. {row.reasons}"
            case LikenessRole.SCORE:
                return row.score
            case LikenessRole.HEADS:
                return row.heads
            case LikenessRole.REASONS:
                return row.reasons
        return None
