"""Which list: the file, its sheet, whether it has headings, where its rows go; and its first rows to look at."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from casebook.domain.list_file import ListFile
from casebook.services.lists.targets import sections_for
from casebook.ui.lists.list_model import ListModel
from casebook.ui.widgets.elided_label import ElidedLabel
from casebook.ui.widgets.flow_layout import FlowLayout
from casebook.ui.widgets.look import with_look
from casebook.ui.workbench import Workbench

NARROW = 24
"""Characters a list asks for at least."""
WIDEST = 36
"""Characters of a column at first."""


class ListSource(QWidget):
    """Emits what the person chose; the desk acts on it."""

    file_chosen = Signal(object)
    sheet_chosen = Signal(str)
    headings_set = Signal(bool)
    into_chosen = Signal(str)

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._file = ElidedLabel(self.tr("No file chosen"))
        self._file.setObjectName("file")
        self._choose = QPushButton(self.tr("Choose a file…"))
        self._choose.setObjectName("choose-file")
        self._choose.setAutoDefault(False)
        self._choose.clicked.connect(self._ask)
        self._sheet = self._box("sheet", self.tr("Sheet"))
        self._sheet.activated.connect(lambda _at: self.sheet_chosen.emit(self._sheet.currentText()))
        self._into = self._box("into", self.tr("The rows become"))
        self._into.activated.connect(lambda _at: self.into_chosen.emit(str(self._into.currentData())))
        self._headings = QCheckBox(self.tr("The first row holds headings"))
        self._headings.setObjectName("headings")
        self._headings.setChecked(True)
        self._headings.clicked.connect(self.headings_set)
        self._count = with_look(QLabel(), "small")
        self._count.setObjectName("row-count")
        self._count.setWordWrap(True)
        self._model = ListModel(self)
        self._table = self._make_table()
        self._lay_out()
        self._fill_into()
        self.show_list(None)

    def show_file(self, path: Path) -> None:
        """Name the file that is being read."""
        self._file.setText(path.name)
        self._count.setText(self.tr("Reading the list …"))

    def show_into(self, into: str) -> None:
        """Show where the rows go."""
        self._into.setCurrentIndex(max(self._into.findData(into), 0))

    def show_list(self, listed: ListFile | None) -> None:
        """Show the rows of a list, or that there is none."""
        self._model.show_list(listed)
        sheets = listed.sheets if listed is not None else ()
        self._sheet_box.setVisible(len(sheets) > 1)
        self._sheet.clear()
        self._sheet.addItems(list(sheets))
        self._headings.setEnabled(listed is not None)
        if listed is None:
            self._count.setText(
                self.tr("A list from Excel (.xlsx) or as CSV: one row for each case or entry.")
            )
            return
        self._sheet.setCurrentText(listed.sheet)
        rows = (
            self.tr("1 row") if len(listed.rows) == 1 else self.tr("{} rows").format(f"{len(listed.rows):,}")
        )
        columns = (
            self.tr("1 column")
            if len(listed.columns) == 1
            else self.tr("{} columns").format(len(listed.columns))
        )
        self._count.setText(" ".join((f"{rows}, {columns}.", listed.note)).strip())
        unit = self.fontMetrics().averageCharWidth()
        for at in range(len(listed.columns)):
            wanted = max([len(listed.columns[at]), *(len(self._text(row, at)) for row in range(8))])
            self._table.setColumnWidth(at, unit * min(wanted + 4, WIDEST))

    def _text(self, row: int, column: int) -> str:
        return str(self._model.index(row, column).data() or "")

    def _ask(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(
            self, self.tr("Import a list"), "", self.tr("Lists (*.xlsx *.xlsm *.csv *.tsv *.txt)")
        )
        if name:
            self.file_chosen.emit(Path(name))

    def _fill_into(self) -> None:
        case, words = self._workbench.case, self._workbench.wording
        self._into.addItem(self.tr("New cases"), "")
        for section in sections_for(self._workbench.declaration) if case is not None else ():
            label = self.tr("{section} of “{case}”")
            title = words.title(case, case)[:40] if case is not None else ""
            self._into.addItem(label.format(section=words.translate(section.title), case=title), section.key)

    def _box(self, name: str, label: str) -> QComboBox:
        box = QComboBox()
        box.setObjectName(name)
        box.setAccessibleName(label)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(NARROW)
        return box

    def _lay_out(self) -> None:
        file_row = QHBoxLayout()
        file_row.setSpacing(8)
        file_row.addWidget(self._choose)
        file_row.addWidget(self._file, 1)
        choices = QWidget()
        flow = FlowLayout(choices, spacing=16)
        self._sheet_box = _labelled(self._sheet)
        flow.addWidget(_labelled(self._into))
        flow.addWidget(self._sheet_box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(file_row)
        column.addWidget(choices)
        column.addWidget(self._headings)
        column.addWidget(self._table, 1)
        column.addWidget(self._count)

    def _make_table(self) -> QTableView:
        table = with_look(QTableView(), "rows")
        table.setObjectName("rows")
        table.setAccessibleName(self.tr("Rows of the list"))
        table.setModel(self._model)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.setShowGrid(False)
        table.horizontalHeader().setHighlightSections(False)
        return table


def _labelled(box: QComboBox) -> QWidget:
    """A list to choose from, with its label above."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    head = with_look(QLabel(box.accessibleName()), "label")
    head.setBuddy(box)
    column.addWidget(head)
    column.addWidget(box)
    return whole
