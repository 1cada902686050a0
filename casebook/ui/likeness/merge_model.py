"""The rows of a merge with what was chosen for each; shows all of them, or only those that differ."""

from collections.abc import Iterator
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from casebook.domain.marking import _
from casebook.domain.merge_rows import Choice, MergeKind, MergePlan, MergeRow
from casebook.ui.i18n import translated
from casebook.ui.likeness.merge_lines import MergeLine

Index = QModelIndex | QPersistentModelIndex

KEEP = {Choice.KEPT: _("Keep"), Choice.OTHER: _("Take"), Choice.BOTH: _("Both")}
BRING = {Choice.KEPT: _("Leave out"), Choice.OTHER: _("Bring over")}
ONE_OR_TWO = {Choice.KEPT: _("One entry"), Choice.BOTH: _("Two entries")}


class MergeRole(IntEnum):
    """What a row tells beside its label."""

    LINE = Qt.ItemDataRole.UserRole + 1
    CHOICE = Qt.ItemDataRole.UserRole + 2  # Choice, None where there is none
    DECIDED = Qt.ItemDataRole.UserRole + 3  # whether a person has chosen, or need not


def choice_words(row: MergeRow, choice: Choice) -> str:
    """What a choice is called in a row."""
    words = {MergeKind.OTHER: BRING, MergeKind.PAIR: ONE_OR_TWO}.get(row.kind, KEEP)
    return translated(words[choice])


class MergeModel(QAbstractListModel):
    """Emits `decided` when a choice was made."""

    decided = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Empty until `show_plan`."""
        super().__init__(parent)
        self.plan: MergePlan | None = None
        self.choices: dict[str, Choice] = {}
        self._all: tuple[MergeLine, ...] = ()
        self._shown: list[MergeLine] = []
        self._only_differences = True

    def show_plan(self, plan: MergePlan, lines: tuple[MergeLine, ...]) -> None:
        """Show another plan, with nothing chosen yet."""
        self.plan, self._all, self.choices = plan, lines, {}
        self._arrange()
        self.decided.emit()

    def show_only_differences(self, only: bool) -> None:
        """Leave out what is the same in both, and what only the case that stays has."""
        self._only_differences = only
        self._arrange()

    @property
    def open_count(self) -> int:
        """How many rows differ and nobody has decided."""
        return len(self.plan.open_rows(self.choices)) if self.plan is not None else 0

    def line_at(self, place: int) -> MergeLine | None:
        """The line at a place of the list."""
        return self._shown[place] if 0 <= place < len(self._shown) else None

    def next_open(self, place: int) -> int:
        """The place of the next row to decide after `place`, from the top again at the end; -1 if there is none."""
        if self.plan is None:
            return -1
        keys = {row.key for row in self.plan.open_rows(self.choices)}
        count = len(self._shown)
        for step in range(1, count + 1):
            at = (place + step) % count
            row = self._shown[at].row
            if row is not None and row.key in keys:
                return at
        return -1

    def choose(self, place: int, choice: Choice) -> None:
        """Choose for a row; what it does not offer is not chosen."""
        line = self.line_at(place)
        if line is None or line.row is None or choice not in line.row.choices:
            return
        self.choices[line.row.key] = choice
        if line.row.kind is MergeKind.PAIR:
            self._arrange_below(place)
        index = self.index(place)
        self.dataChanged.emit(index, index)
        self.decided.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._shown)

    def flags(self, index: Index) -> Qt.ItemFlag:
        line = self.line_at(index.row())
        return super().flags(index) if line is not None and line.row is not None else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line_at(index.row()) if index.isValid() else None
        if line is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return line.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._told(line)
            case MergeRole.LINE:
                return line
            case MergeRole.CHOICE:
                return self._choice(line.row) if line.row is not None and line.row.choices else None
            case MergeRole.DECIDED:
                return line.row is None or not line.row.asks or line.row.key in self.choices
        return None

    def _choice(self, row: MergeRow) -> Choice:
        return self.plan.choice(row, self.choices) if self.plan is not None else row.default

    def _told(self, line: MergeLine) -> str:
        row = line.row
        if row is None:
            return line.title
        kept, other = line.kept.text or self.tr("nothing"), line.other.text or self.tr("nothing")
        said = self.tr("{label}. Stays: {kept}. Other: {other}.").format(
            label=line.title, kept=kept, other=other
        )
        return f"{said} {choice_words(row, self._choice(row))}" if row.choices else said

    def _arrange(self) -> None:
        self.beginResetModel()
        self._shown = list(self._wanted())
        self.endResetModel()

    def _arrange_below(self, place: int) -> None:
        """A pair is one entry or two now: its values come or go."""
        wanted = list(self._wanted())
        more = len(wanted) - len(self._shown)
        if more > 0:
            self.beginInsertRows(QModelIndex(), place + 1, place + more)
            self._shown = wanted
            self.endInsertRows()
        elif more < 0:
            self.beginRemoveRows(QModelIndex(), place + 1, place - more)
            self._shown = wanted
            self.endRemoveRows()

    def _wanted(self) -> Iterator[MergeLine]:
        """The lines to show, headings only where something stands below them."""
        heading: MergeLine | None = None
        for line in self._all:
            if line.row is None:
                heading = line
            elif self._is_wanted(line.row):
                if heading is not None:
                    yield heading
                    heading = None
                yield line

    def _is_wanted(self, row: MergeRow) -> bool:
        if row.parent and self.choices.get(row.parent) is Choice.BOTH:
            return False
        return bool(row.choices) or not self._only_differences
