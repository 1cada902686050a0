"""The list of shared records as Qt sees it: knows the order, reads a page when one is looked at."""

from collections import OrderedDict
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QDateTime,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from casebook.domain.declaration import SectionSpec
from casebook.domain.errors import CasebookError
from casebook.domain.fields import Kind
from casebook.storage.record_query import RecordRow
from casebook.ui.i18n import translated
from casebook.ui.registry.record_columns import COLUMNS, NAME
from casebook.ui.workbench import Workbench

PAGE = 50
"""Records read at a time."""
PAGES_KEPT = 48
"""Pages kept in memory; the one unused longest goes first."""

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class RecordModel(QAbstractTableModel):
    """Emits `renamed` with an id and a name when somebody wrote one into a row, `sorted` when another order is wanted."""

    renamed = Signal(str, str)
    sorted = Signal(str, bool)
    """(field of RecordRow, whether the last come first)"""

    def __init__(self, workbench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._section: SectionSpec | None = None
        self._ids: list[str] = []
        self._pages: OrderedDict[int, list[RecordRow]] = OrderedDict()

    def show_records(self, section: SectionSpec, ids: Sequence[str]) -> None:
        """Show records of a section in this order; what is shown already in the same order is only read anew."""
        if section is self._section and list(ids) == self._ids:
            self._pages.clear()
            if self._ids:
                self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, len(COLUMNS) - 1))
            return
        self.beginResetModel()
        self._section, self._ids = section, list(ids)
        self._pages.clear()
        self.endResetModel()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)

    @property
    def ids(self) -> Sequence[str]:
        """Ids of all records shown, in order."""
        return self._ids

    def record(self, row: int) -> RecordRow | None:
        """The record in a row; None when there is none."""
        if not 0 <= row < len(self._ids):
            return None
        number, at = divmod(row, PAGE)
        page = self._page(number)
        return page[at] if at < len(page) else None

    def row_of(self, record_id: str) -> int:
        """The row of a record; -1 when it is not shown."""
        return self._ids.index(record_id) if record_id in self._ids else -1

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        row = self.record(index.row()) if index.isValid() else None
        if row is None:
            return None
        key = COLUMNS[index.column()].key
        if role == Qt.ItemDataRole.EditRole:
            return row.name if index.column() == NAME else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.words(row, key)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._said(row) if index.column() == NAME else self.words(row, key)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and 0 <= section < len(COLUMNS):
            if role == Qt.ItemDataRole.DisplayRole:
                return self._heading(COLUMNS[section].key, COLUMNS[section].title)
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        editable = index.isValid() and index.column() == NAME and not self._workbench.read_only
        return flags | Qt.ItemFlag.ItemIsEditable if editable else flags

    def setData(self, index: Index, value: Any, role: int = int(Qt.ItemDataRole.EditRole)) -> bool:
        """Take a name written into a row; the row shows it once it is saved."""
        row = self.record(index.row()) if index.isValid() else None
        name = " ".join(str(value).split())
        if row is None or role != Qt.ItemDataRole.EditRole or index.column() != NAME:
            return False
        if name and name != row.name:
            self.renamed.emit(row.id, name)
        return bool(name)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Ask for another order."""
        if 0 <= column < len(COLUMNS):
            self.sorted.emit(COLUMNS[column].key, order is Qt.SortOrder.DescendingOrder)

    def words(self, row: RecordRow, key: str) -> str:
        """What stands in the column `key` of a row."""
        match key:
            case "name":
                return row.name or self.tr("Untitled")
            case "mark":
                return row.mark
            case "type":
                return self.type_words(row.type)
            case "cases":
                return self.tr("1 case") if row.cases == 1 else self.tr("{} cases").format(row.cases)
            case _:
                return _day(row.updated_at)

    def type_words(self, term: str) -> str:
        """A type in words."""
        fields = self._section.fields if self._section is not None else ()
        spec = next((one for one in fields if one.kind is Kind.TERM and one.required), None)
        return self._workbench.wording.term(spec.vocabulary, term) if spec is not None and term else ""

    def _said(self, row: RecordRow) -> str:
        parts = (self.words(row, key) for key in ("name", "mark", "type", "cases"))
        return ", ".join(part for part in parts if part)

    def _heading(self, key: str, title: str) -> str:
        if key != "mark" or self._section is None:
            return translated(title)
        fields = self._section.fields
        naming = [spec for spec in fields if spec.short_form] + [spec for spec in fields if spec.identifying]
        return translated(naming[0].label) if naming else ""

    def _page(self, number: int) -> list[RecordRow]:
        if number in self._pages:
            self._pages.move_to_end(number)
            return self._pages[number]
        library = self._workbench.library
        rows: list[RecordRow] = []
        if library is not None and self._section is not None:
            ids = self._ids[number * PAGE : (number + 1) * PAGE]
            try:
                found = {row.id: row for row in library.records.rows(self._section.key, ids)}
                rows = [found.get(ident) or _lost(ident) for ident in ids]
            except CasebookError as error:
                self._workbench.problem.emit(str(error))
        self._pages[number] = rows
        while len(self._pages) > PAGES_KEPT:
            self._pages.popitem(last=False)
        return rows


def _day(moment: str) -> str:
    """The day of a moment as the system writes it; nothing when it is not known."""
    read = QDateTime.fromString(moment, Qt.DateFormat.ISODate)
    return (
        QLocale().toString(read.toLocalTime().date(), QLocale.FormatType.ShortFormat)
        if read.isValid()
        else ""
    )


def _lost(ident: str) -> RecordRow:
    """What stands where a record was deleted meanwhile, until the list is read anew."""
    return RecordRow(
        id=ident, name="", mark="", type="", cases=0, updated_at="", updated_by="", trashed=False
    )
