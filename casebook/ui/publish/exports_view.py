"""What was exported: a table to look something up in, with a way to each file and its hash."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from casebook.ui.publish.exports_model import ExportLine, ExportsModel
from casebook.ui.publish.result_list import open_path
from casebook.ui.widgets.elided_label import ElidedLabel
from casebook.ui.widgets.empty_state import EmptyState
from casebook.ui.widgets.flow_layout import FlowLayout
from casebook.ui.widgets.look import with_look
from casebook.ui.workbench import Workbench


class ExportsView(QWidget):
    """Shows the record that the library keeps; `read` it anew before it is shown."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self.model = ExportsModel(workbench, self)
        self._filter = QLineEdit()
        self._filter.setObjectName("filter-exports")
        self._filter.setPlaceholderText(self.tr("Filter by case, file, audience or person"))
        self._filter.setAccessibleName(self.tr("Filter what was exported"))
        self._filter.setClearButtonEnabled(True)
        self._filter.textChanged.connect(self._sift)
        self._table = self._make_table()
        self._empty = EmptyState(
            self.tr("Nothing was exported yet"),
            self.tr("Each export is noted here: when, by whom, for whom, and every file with its SHA-256."),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self._table)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = with_look(QFrame(), "bar")
        row = QHBoxLayout(top)
        row.setContentsMargins(18, 8, 18, 8)
        row.addWidget(self._filter)
        column.addWidget(top)
        column.addWidget(self._stack, 1)
        column.addWidget(self._foot())
        self._show_line()

    def read(self) -> None:
        """Show what the library knows now."""
        self.model.read()
        self._stack.setCurrentWidget(self._empty if self.model.is_empty else self._table)
        self._choose_first()

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setObjectName("exports")
        table.setAccessibleName(self.tr("What was exported"))
        table.setProperty("pane", True)
        table.setModel(self.model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        for column, mode in enumerate("csscc"):
            modes = QHeaderView.ResizeMode
            header.setSectionResizeMode(column, modes.Stretch if mode == "s" else modes.ResizeToContents)
        table.selectionModel().currentRowChanged.connect(lambda _now, _before: self._show_line())
        table.doubleClicked.connect(lambda _index: self._open())
        return table

    def _foot(self) -> QFrame:
        foot = with_look(QFrame(), "bar")
        self._hash = with_look(ElidedLabel(mode=Qt.TextElideMode.ElideMiddle), "small")
        self._hash.setObjectName("export-hash")
        column = QVBoxLayout(foot)
        column.setContentsMargins(18, 8, 18, 8)
        column.setSpacing(8)
        column.addWidget(self._hash)
        buttons = QWidget()
        row = FlowLayout(buttons, spacing=8)
        column.addWidget(buttons)
        self._copy = self._button("copy-hash", self.tr("Copy the hash"), self._copy_hash)
        self._opener = self._button("open-export", self.tr("Open"), self._open)
        self._folder = self._button("show-export", self.tr("Show in folder"), self._show_folder)
        for button in (self._copy, self._opener, self._folder):
            row.addWidget(button)
        return foot

    def _button(self, name: str, words: str, do: Callable[[], object]) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName(name)
        button.clicked.connect(lambda: do())
        return button

    def _line(self) -> ExportLine | None:
        return self.model.line(self._table.currentIndex().row())

    def _sift(self, text: str) -> None:
        self.model.sift(text)
        self._choose_first()

    def _choose_first(self) -> None:
        if self.model.rowCount():
            self._table.selectRow(0)
        self._show_line()

    def _show_line(self) -> None:
        """What can be done with the chosen file; one that has gone can only be looked up."""
        line = self._line()
        path = line.path if line is not None else None
        there = path is not None and path.is_file()
        self._copy.setEnabled(line is not None)
        self._opener.setEnabled(there)
        self._folder.setEnabled(path is not None and path.parent.is_dir())
        words = f"SHA-256 {line.file.digest}" if line is not None else ""
        self._hash.setText(words if there or line is None else self.tr("{} · no longer there").format(words))

    def _copy_hash(self) -> None:
        line = self._line()
        if line is not None:
            QGuiApplication.clipboard().setText(line.file.digest)
            self._workbench.told.emit(self.tr("The hash of {} is copied.").format(line.file.name), None)

    def _open(self) -> None:
        line = self._line()
        if line is not None and line.path is not None and line.path.is_file():
            open_path(line.path)

    def _show_folder(self) -> None:
        line = self._line()
        if line is not None and line.path is not None:
            open_path(line.path.parent)
