"""What was found in a case as a tree: sections, their entries, and each place with a tick to replace it."""

from collections.abc import Iterator, Mapping, Sequence
from enum import IntEnum
from typing import Any

import attrs
from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from casebook.domain.case import Case
from casebook.domain.fields import field_spec
from casebook.domain.find_in_case import OBSTACLE_WORDS, Obstacle, Occurrence
from casebook.domain.replace_in_case import Replacing, replacing
from casebook.domain.wording import Wording
from casebook.ui.i18n import translated
from casebook.ui.write.place_names import PlaceNames

Index = QModelIndex | QPersistentModelIndex
CHECK = Qt.ItemDataRole.CheckStateRole


class FindRole(IntEnum):
    """What a row tells beside its text."""

    SNIPPET = Qt.ItemDataRole.UserRole + 1  # Snippet; None for a group
    NOTE = Qt.ItemDataRole.UserRole + 2  # the field, and why it stays as it is
    COUNT = Qt.ItemDataRole.UserRole + 3  # of a group


@attrs.frozen
class Snippet:
    """A place with the words around it; `new` is None where nothing is put in."""

    before: str
    found: str
    after: str
    new: str | None = None

    @property
    def spoken(self) -> str:
        """The line as it will read."""
        return f"{self.before}{self.found if self.new is None else self.new}{self.after}".strip()


AROUND = 90
"""Characters shown before and after a place at most."""


def snippet_of(occurrence: Occurrence, new: str | None = None) -> Snippet:
    """A place with the words of its own paragraph around it, on one line."""
    text, start, end = occurrence.text, occurrence.start, occurrence.end
    before = text[max(start - AROUND, 0) : start].rpartition("\n")[2]
    after = text[end : end + AROUND].partition("\n")[0]
    return Snippet(before.lstrip(), occurrence.found.replace("\n", " "), after.rstrip(), new)


@attrs.define(eq=False)
class _Row:
    words: str
    above: int = -1
    at: int = 0
    below: list[int] = attrs.field(factory=list)
    occurrence: Occurrence | None = None
    label: str = ""


class FindModel(QAbstractItemModel):
    """Ticks are kept while the same words are looked for; what other cases share is not ticked until somebody does."""

    chosen_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Empty until `show_found`."""
        super().__init__(parent)
        self._rows: list[_Row] = []
        self._tops: list[int] = []
        self._case: Case | None = None
        self._replacement: str | None = None
        self._choices: dict[tuple[str, str, int], bool] = {}
        self.found: tuple[Occurrence, ...] = ()
        self.outcome: Replacing | None = None
        """What replacing would do now; None while nothing is to be replaced."""

    def show_found(
        self, case: Case | None, found: Sequence[Occurrence], wording: Wording, *, anew: bool
    ) -> None:
        """Show places of a case; `anew` forgets what was ticked before."""
        if anew:
            self._choices.clear()
        elif case is not None and self._case is not None and self.found == tuple(found):
            self._case = case
            self._told_anew()
            return
        self.beginResetModel()
        self._case, self.found = case, tuple(found)
        self._rows, self._tops = [], []
        if case is not None:
            self._build(case, wording)
        self._reckon()
        self.endResetModel()
        self.chosen_changed.emit()

    def set_replacement(self, replacement: str | None) -> None:
        """What is to be put in; None to find only."""
        if replacement == self._replacement:
            return
        self._replacement = replacement
        self._told_anew()

    def choose_all(self, chosen: bool) -> None:
        """Tick every place that can be replaced, or none."""
        self._choose(self.found, chosen)

    @property
    def all_chosen(self) -> Qt.CheckState:
        """Whether all, some or none of the places that can be replaced are ticked."""
        return self._state([self._ticked(one) for one in self.found if self._free(one)])

    def index_of(self, occurrence: Occurrence) -> QModelIndex:
        """The row of a place; an invalid index if it is not shown."""
        for number, row in enumerate(self._rows):
            if row.occurrence == occurrence:
                return self.createIndex(row.at, 0, number)
        return QModelIndex()

    def occurrence_at(self, index: Index) -> Occurrence | None:
        """The place in a row, or the first one of a group; None for no row."""
        return next(self._places(index)) if index.isValid() else None

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        below = self._below(parent)
        return self.createIndex(row, 0, below[row]) if 0 <= row < len(below) and not column else QModelIndex()

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        above = self._row(index).above if index.isValid() else -1
        return self.createIndex(self._rows[above].at, 0, above) if above >= 0 else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(self._below(parent))

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if self.data(index, CHECK) is not None else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._row(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._snippet(row).spoken if row.occurrence else row.words
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(index, row)
            case Qt.ItemDataRole.CheckStateRole:
                free = [one for one in self._places(index) if self._free(one)]
                shown = self._replacement is not None and free
                return self._state([self._ticked(one) for one in free]) if shown else None
            case Qt.ItemDataRole.ToolTipRole | FindRole.NOTE:
                return self._note(row) or None
            case FindRole.SNIPPET:
                return self._snippet(row) if row.occurrence else None
            case FindRole.COUNT:
                return None if row.occurrence else len(list(self._places(index)))
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not self.flags(index) & Qt.ItemFlag.ItemIsUserCheckable:
            return False
        self._choose(list(self._places(index)), Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def _choose(self, places: Sequence[Occurrence], chosen: bool) -> None:
        for one in places:
            if self._free(one):
                self._choices[_key(one)] = chosen
        self._told_anew()

    def _told_anew(self) -> None:
        self._reckon()
        for number, row in enumerate(self._rows):
            if row.below:
                first, last = row.below[0], row.below[-1]
                self.dataChanged.emit(
                    self.createIndex(0, 0, first), self.createIndex(self._rows[last].at, 0, last)
                )
            if row.above < 0:
                self.dataChanged.emit(
                    self.createIndex(row.at, 0, number), self.createIndex(row.at, 0, number)
                )
        self.chosen_changed.emit()

    def _reckon(self) -> None:
        """Work out what replacing the ticked places comes to."""
        self.outcome = None
        if self._case is not None and self._replacement is not None:
            ticked = [one for one in self.found if self._free(one) and self._ticked(one)]
            self.outcome = replacing(self._case, ticked, self._replacement)

    def _build(self, case: Case, wording: Wording) -> None:
        names = PlaceNames(case, wording)
        groups: dict[tuple[str, str], int] = {}
        for one in self.found:
            if (one.root, "") not in groups:
                title = names.title(one.root)
                words = self.tr("{} – shared with other cases").format(title) if one.shared else title
                groups[one.root, ""] = self._add(_Row(words))
            above = groups[one.root, ""]
            record = case.find(one.record_id)
            if record is None:
                continue
            if record is not case:
                if (one.root, one.record_id) not in groups:
                    title = wording.title(record, case)
                    words = title if one.shared else f"{names.name(one.record_id, one.root)} · {title}"
                    groups[one.root, one.record_id] = self._add(_Row(words, above))
                above = groups[one.root, one.record_id]
            label = wording.translate(field_spec(type(record), one.field).label)
            self._add(_Row("", above, occurrence=one, label=label))

    def _add(self, row: _Row) -> int:
        beside = self._rows[row.above].below if row.above >= 0 else self._tops
        row.at = len(beside)
        beside.append(len(self._rows))
        self._rows.append(row)
        return beside[-1]

    def _row(self, index: Index) -> _Row:
        return self._rows[index.internalId()]

    def _below(self, index: Index) -> list[int]:
        return self._row(index).below if index.isValid() else self._tops

    def _places(self, index: Index) -> Iterator[Occurrence]:
        waiting = [self._row(index)]
        while waiting:
            row = waiting.pop(0)
            if row.occurrence is not None:
                yield row.occurrence
            waiting = [*(self._rows[number] for number in row.below), *waiting]

    def _free(self, one: Occurrence) -> bool:
        return one.kept is None and one.found != self._replacement

    def _ticked(self, one: Occurrence) -> bool:
        return self._choices.get(_key(one), not one.shared)

    @staticmethod
    def _state(ticks: Sequence[bool]) -> Qt.CheckState:
        if all(ticks):
            return Qt.CheckState.Checked if ticks else Qt.CheckState.Unchecked
        return Qt.CheckState.PartiallyChecked if any(ticks) else Qt.CheckState.Unchecked

    def _refusal(self, one: Occurrence) -> Obstacle | None:
        if self._replacement is None:
            return None
        refused: Mapping[Occurrence, Obstacle] = self.outcome.refused if self.outcome is not None else {}
        same = Obstacle.SAME if one.found == self._replacement else None
        return one.kept or same or refused.get(one)

    def _snippet(self, row: _Row) -> Snippet:
        one = row.occurrence
        if one is None:
            return Snippet("", row.words, "")
        changes = self._free(one) and self._ticked(one) and self._refusal(one) is None
        return snippet_of(one, self._replacement if changes else None)

    def _note(self, row: _Row) -> str:
        why = self._refusal(row.occurrence) if row.occurrence is not None else None
        return f"{row.label} · {translated(OBSTACLE_WORDS[why])}" if why is not None else row.label

    def _spoken(self, index: Index, row: _Row) -> str:
        if row.occurrence is None:
            return f"{row.words}, {self.data(index, FindRole.COUNT)}"
        return f"{self._note(row)}: {self._snippet(row).spoken}"


def _key(one: Occurrence) -> tuple[str, str, int]:
    return one.record_id, one.field, one.number
