"""The list of cases as Qt sees it: knows how many there are, reads a page when one is looked at."""

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

import attrs
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from casebook.domain.dates import words as date_words
from casebook.domain.errors import CasebookError, DateError
from casebook.domain.records import Sensitivity
from casebook.domain.wanted import words_wanted
from casebook.storage.listing import CaseRow, ListQuery
from casebook.ui.i18n import translated
from casebook.ui.library.case_columns import COLUMNS
from casebook.ui.workbench import Workbench

if TYPE_CHECKING:
    from casebook.storage.snippets import Snippet

PAGE = 50
"""Cases read at a time."""
SNIPPETS = 20
"""Cases whose places are looked up at a time: about what is seen."""
PAGES_KEPT = 48
"""Pages kept in memory; the one unused longest goes first."""

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class CaseModel(QAbstractTableModel):
    """Rows of one ListQuery; a page that cannot be read is told and shows empty lines."""

    def __init__(self, workbench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._pages: OrderedDict[int, list[CaseRow]] = OrderedDict()
        self._worded: dict[tuple[str, str], str] = {}
        self._numbers: Sequence[int] = ()
        self._snippets: dict[int, Snippet | None] = {}
        self.query = ListQuery()

    def show(self, query: ListQuery) -> None:
        """List another query, or the same one anew."""
        self.beginResetModel()
        self.query = query
        self._pages.clear()
        self._worded.clear()
        self._snippets.clear()
        library = self._workbench.library
        self._numbers = ()
        if library is not None:
            try:
                self._numbers = library.lookup.listed(query)
            except CasebookError as error:
                self._workbench.problem.emit(str(error))
        self.endResetModel()

    def rows_of(self, case_ids: Sequence[str]) -> list[int]:
        """The rows of some cases, ascending; those that are not listed are left out."""
        library = self._workbench.library
        if library is None or not case_ids:
            return []
        try:
            numbers = set(library.lookup.numbers(case_ids))
        except CasebookError as error:
            self._workbench.problem.emit(str(error))
            return []
        return [row for row, number in enumerate(self._numbers) if number in numbers]

    @property
    def has_words(self) -> bool:
        """Whether words are looked for, so that lines show where they stand."""
        return bool(words_wanted(self.query.wanted))

    def case(self, row: int) -> CaseRow | None:
        """The case in a row; None when there is none."""
        if not 0 <= row < len(self._numbers):
            return None
        number, at = divmod(row, PAGE)
        page = self._page(number)
        return page[at] if at < len(page) else None

    def snippet(self, row: int) -> "Snippet | None":
        """Where the case in a row has the words that are looked for."""
        if row not in self._snippets and 0 <= row < len(self._numbers):
            first = row // SNIPPETS * SNIPPETS
            some = list(self._numbers[first : first + SNIPPETS])
            library = self._workbench.library
            found: dict[int, Snippet] = {}
            if library is not None and self.has_words:
                try:
                    found = library.lookup.snippets(some, self.query)
                except CasebookError as error:
                    self._workbench.problem.emit(str(error))
            self._snippets |= {first + at: found.get(number) for at, number in enumerate(some)}
        return self._snippets.get(row)

    def part_title(self, found: "Snippet") -> str:
        """What the part of a case is called in which words were found; empty for what stands in its head."""
        declaration = self._workbench.declaration
        if found.section:
            return translated(declaration.sections[found.section].title)
        labels = {spec.name: spec.label for spec in declaration.header}
        return translated(labels[found.field]) if found.field in labels else ""

    def ids(self, rows: Iterable[int]) -> list[str]:
        """Ids of the cases in some rows."""
        library = self._workbench.library
        numbers = [self._numbers[row] for row in rows if row < len(self._numbers)]
        return library.lookup.ids(numbers) if library is not None else []

    def place(self, row: CaseRow) -> str:
        """The names of its countries."""
        return ", ".join(self._workbench.wording.country(code) for code in row.countries)

    def period(self, row: CaseRow) -> str:
        """Its period in years where it runs from one to another, else in words."""
        start, slash, end = row.period.partition("/")
        years = [f"{int(point[:4])}" if point[:4].isdecimal() else "" for point in (start, end)]
        if slash and any(years):
            return years[0] if years[0] == years[1] else "–".join(years)
        return self._period_words(row)

    def status(self, row: CaseRow) -> str:
        """Its status in words."""
        return self._workbench.wording.term("status", row.status)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._numbers)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        row = self.case(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.words(row, COLUMNS[index.column()].key)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(row, COLUMNS[index.column()].key)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and 0 <= section < len(COLUMNS):
            if role == Qt.ItemDataRole.DisplayRole:
                return translated(COLUMNS[section].title) if COLUMNS[section].title else ""
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order by a column, in the library, so that no page has to be read for it."""
        if 0 <= column < len(COLUMNS) and COLUMNS[column].sort:
            descending = order is Qt.SortOrder.DescendingOrder
            self.show(attrs.evolve(self.query, sort=COLUMNS[column].sort, descending=descending))

    def words(self, row: CaseRow, key: str) -> str:
        """What stands in the column `key` of a row; put into words once while its page is kept."""
        kept = self._worded.get((row.id, key))
        if kept is None:
            kept = self._worded[(row.id, key)] = self._put(row, key)
        return kept

    def _put(self, row: CaseRow, key: str) -> str:
        match key:
            case "case":
                return row.title or self.tr("Untitled case")
            case "place":
                return self.place(row)
            case "period":
                return self.period(row)
            case "partners":
                return " · ".join(row.partners)
            case "status":
                return self.status(row)
            case "complete":
                return self.tr("{} %").format(row.completeness)
            case "sensitivity":
                return self._workbench.wording.sensitivity(Sensitivity.of(row.sensitivity))
            case "changed":
                return _day(row.updated_at)
            case "by":
                return row.updated_by
            case _:
                return ""

    def _period_words(self, row: CaseRow) -> str:
        """Its period in words; as stored when this version cannot read it."""
        try:
            return date_words(row.period) if row.period else ""
        except DateError:
            return row.period

    def _tip(self, row: CaseRow, key: str) -> str:
        words = self._period_words(row) if key == "period" else self.words(row, key)
        return f"{words}\n{row.brief}".strip() if key == "case" else words

    def _page(self, number: int) -> list[CaseRow]:
        if number in self._pages:
            self._pages.move_to_end(number)
            return self._pages[number]
        library = self._workbench.library
        rows: list[CaseRow] = []
        if library is not None:
            try:
                rows = library.lookup.rows(self._numbers[number * PAGE : (number + 1) * PAGE])
            except CasebookError as error:
                self._workbench.problem.emit(str(error))
        self._pages[number] = rows
        while len(self._pages) > PAGES_KEPT:
            self._pages.popitem(last=False)
            self._worded.clear()
        return rows


def _day(stamp: str) -> str:
    """The day of a moment in UTC as the clock here has it: "2026-05-01"."""
    try:
        return datetime.fromisoformat(stamp).astimezone().date().isoformat() if stamp else ""
    except ValueError:
        return stamp
