"""What left the library, a line for each file: when, which case, which report, for whom, by whom, its hash."""

from pathlib import Path
from typing import Any

import attrs
from PySide6.QtCore import (
    QAbstractTableModel,
    QDateTime,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from casebook.domain.marking import _
from casebook.domain.records import Sensitivity
from casebook.storage.exports import Export, ExportedFile
from casebook.ui.i18n import translated
from casebook.ui.workbench import Workbench

Index = QModelIndex | QPersistentModelIndex
COLUMNS = (_("When"), _("Case"), _("File"), _("Audience"), _("Who"))


@attrs.frozen
class ExportLine:
    """One file of one export."""

    export: Export
    file: ExportedFile

    @property
    def path(self) -> Path | None:
        """Where the file was written; None where that is not known."""
        return Path(self.file.folder) / self.file.name if self.file.folder else None


class ExportsModel(QAbstractTableModel):
    """Filtered by words that stand in case, reference, file or name of the person."""

    def __init__(self, workbench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._all: list[ExportLine] = []
        self._lines: list[ExportLine] = []
        self._words: list[str] = []

    def read(self) -> None:
        """Show what the library knows now."""
        library = self._workbench.library
        exports = library.exports.latest() if library is not None else []
        self._all = [ExportLine(export, file) for export in exports for file in export.files]
        self._sift()

    def sift(self, text: str) -> None:
        """Show only lines that hold all these words."""
        self._words = text.casefold().split()
        self._sift()

    def line(self, row: int) -> ExportLine | None:
        """The line in a row; None outside the list."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was ever exported."""
        return not self._all

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return translated(COLUMNS[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cells(line)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{line.path or line.file.name}\nSHA-256 {line.file.digest}"
        return None

    def _cells(self, line: ExportLine) -> tuple[str, ...]:
        export = line.export
        case = " ".join(part for part in (export.ref_code, export.title) if part)
        return when(export.at), case, line.file.name, self._audience(export.audience), export.who

    def _audience(self, key: str) -> str:
        try:
            return self._workbench.wording.sensitivity(Sensitivity.of(key))
        except KeyError:
            return key

    def _sift(self) -> None:
        self.beginResetModel()
        self._lines = [line for line in self._all if self._holds(line)]
        self.endResetModel()

    def _holds(self, line: ExportLine) -> bool:
        said = " ".join(self._cells(line)).casefold()
        return all(word in said for word in self._words)


def when(at: str) -> str:
    """A time of the record as the reader's clock has it."""
    moment = QDateTime.fromString(at, Qt.DateFormat.ISODateWithMs).toLocalTime()
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat) if moment.isValid() else at
