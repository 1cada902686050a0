"""The matrix of many cases: what is counted, the table, and the passages behind a cell."""

from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QMenu, QSplitter, QWidget

from casebook.domain.co_occurrence import cases_with, co_occurrence
from casebook.domain.grid import Grid
from casebook.domain.grounds import Ground
from casebook.domain.matrix import Matrix, Order, arranged, grid_of, matrix_of, sorted_by, transposed
from casebook.domain.tally import Passage
from casebook.services.tallying import Reader
from casebook.ui.compare.across_view import AcrossView, Reading
from casebook.ui.compare.copying import copy_picture, copy_table
from casebook.ui.compare.matrix_bar import MatrixBar
from casebook.ui.compare.matrix_model import MatrixModel
from casebook.ui.compare.matrix_table import MatrixTable
from casebook.ui.compare.passage_list import PassageList
from casebook.ui.widgets.look import with_look
from casebook.ui.workbench import Workbench

AT_ONCE = 2_000
"""Rows up to which similar lines are put together without leaving the window's own thread."""
MOST_CASES = 200
"""Cases whose passages are read for one cell."""


class MatrixView(AcrossView):
    """Cases against terms, or terms against terms; emits `passages_wanted(case ids, term, section)` for a cell."""

    passages_wanted = Signal(object, str, str)

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(workbench, parent)
        self.setObjectName("matrix-view")
        self._counted: tuple[Matrix, ...] = ()
        self._by_line: tuple[bool, str, bool] | None = None
        """Whether the rows are sorted or the columns, by which line, descending."""
        self.bar = MatrixBar(workbench)
        self.model = MatrixModel(self)
        self.table = MatrixTable(self.model)
        self.passages = PassageList()
        self.passages.hide()
        self._words = with_look(QLabel(), "status")
        self._words.setObjectName("matrix-words")
        self._words.setWordWrap(True)
        self._words.setContentsMargins(16, 6, 16, 6)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        split.addWidget(self.table)
        split.addWidget(self.passages)
        split.setStretchFactor(0, 1)
        self.column.addWidget(self.bar)
        self.column.addWidget(split, 1)
        self.column.addWidget(self._words)
        self._connect()

    @property
    def matrix(self) -> Matrix | None:
        """The matrix as it is shown."""
        return self.model.matrix

    def grid(self) -> Grid:
        """The matrix as it is shown, as a table."""
        matrix, wording = self.matrix, self.workbench.wording
        if matrix is None:
            return Grid(title="", columns=(), rows=())
        return grid_of(matrix, self.tr("Case"), self.tr("Total"), wording.absence)

    def reading(self) -> Reading:
        wording, measure, case_ids = self.workbench.wording, self.bar.measure, self.case_ids
        wanted = [(one, measure) for one in (self.bar.against, self.bar.ground) if one is not None]

        def read(reader: Reader) -> tuple[Matrix, ...]:
            return tuple(matrix_of(tally, wording) for tally in reader.tallies(wanted, case_ids))

        return read

    def take(self, result: tuple[Matrix, ...]) -> None:
        self._counted = result
        self._by_line = None
        self.passages.hide()
        self._arrange()

    def _arrange(self) -> None:
        if not self._counted:
            return
        matrix = co_occurrence(*self._counted) if len(self._counted) > 1 else self._counted[0]
        matrix = transposed(matrix) if self.bar.turned else matrix
        if self._by_line is not None:
            rows, key, descending = self._by_line
            matrix = (
                sorted_by(matrix, key, descending=descending)
                if rows
                else transposed(sorted_by(transposed(matrix), key, descending=descending))
            )
        order = self.bar.order or Order.GIVEN
        if order is Order.SIMILAR and len(matrix.rows) > AT_ONCE:
            title = self.tr("Putting similar lines together")
            self.workbench.run(title, lambda _progress, _cancelled: arranged(matrix, order), self._show)
        else:
            self._show(arranged(matrix, order))

    def _show(self, matrix: Matrix) -> None:
        self._mark_sorted(matrix)
        self.model.show(matrix, self.workbench.wording)
        if matrix.rows and matrix.columns:
            self.table.setCurrentIndex(self.model.index(0, 0))
        self._tell()

    def _mark_sorted(self, matrix: Matrix) -> None:
        for header, heads, rows in (
            (self.table.columns, matrix.columns, True),
            (self.table.rows, matrix.rows, False),
        ):
            by = self._by_line
            keys = [head.key for head in heads]
            here = by is not None and by[0] is rows and by[1] in keys
            header.sorted_section = keys.index(by[1]) if by is not None and here else -1
            header.descending = by is not None and by[2]

    def _connect(self) -> None:
        self.bar.counted.connect(self.refresh)
        self.bar.ordered.connect(self._on_order)
        self.bar.copy.table.triggered.connect(self._copy_table)
        self.bar.copy.picture.triggered.connect(self._copy_picture)
        self.table.opened.connect(self._open)
        self.table.sorting.connect(self._sort_by)
        self.table.selectionModel().currentChanged.connect(lambda _now, _before: self._tell())
        self.table.customContextMenuRequested.connect(self._show_menu)
        self.passages.wanted.connect(self._go_to)
        self.passages.closed.connect(self._close_passages)
        self.workbench.library_changed.connect(self.bar.offer_grounds)
        copy = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self.table)
        copy.setContext(Qt.ShortcutContext.WidgetShortcut)
        copy.activated.connect(self._copy_table)

    def _on_order(self) -> None:
        self._by_line = None
        self._arrange()

    def _sort_by(self, row_head: bool, at: int) -> None:
        """By a column's head the rows are sorted, by a row's head the columns; once more turns the order round."""
        head = self.model.row_head(at) if row_head else self.model.column_head(at)
        if head is None:
            return
        again = self._by_line == (not row_head, head.key, True)
        self._by_line = (not row_head, head.key, not again)
        self.bar.show_one_line()
        self._arrange()

    def _tell(self) -> None:
        """The current cell in words, then what was left out."""
        matrix, index = self.matrix, self.table.currentIndex()
        if matrix is None:
            return
        said = [self.model.sentence(index.row(), index.column())] if index.isValid() else []
        if not matrix.columns:
            said.append(self.tr("None of these cases has an entry of this kind."))
        if matrix.left_out:
            said.append(
                self.tr("1 case is not for this audience.")
                if matrix.left_out == 1
                else self.tr("{} cases are not for this audience.").format(matrix.left_out)
            )
        if matrix.terms_left_out:
            said.append(self.tr("{} less frequent terms are left out.").format(matrix.terms_left_out))
        self._words.setText("   ·   ".join(said))

    def _open(self, row: int, column: int) -> None:
        matrix, cell = self.matrix, self.model.cell(row, column)
        one, other = self.model.row_head(row), self.model.column_head(column)
        ground = self.bar.ground
        if matrix is None or cell is None or one is None or other is None or ground is None:
            return
        if self.bar.turned:
            one, other = other, one
        wanted: list[tuple[Ground, str]] = [(ground, other.key)]
        cases = [one.key]
        if self.bar.against is not None:
            wanted.insert(0, (self.bar.against, one.key))
            having = set(cases_with(self._counted[-1], other.key))
            cases = [case_id for case_id in cases_with(self._counted[0], one.key) if case_id in having]
        self.passages_wanted.emit(tuple(cases), other.key, ground.section)
        title, wording = self.model.sentence(row, column), self.workbench.wording

        def read(reader: Reader) -> list[Passage]:
            return reader.passages(cases[:MOST_CASES], wanted, wording)

        self.read_apart(
            self.tr("Finding the passages"), read, lambda found: self._show_passages(title, found)
        )

    def _show_passages(self, title: str, found: list[Passage]) -> None:
        self.passages.show()
        self.passages.show_passages(title, found)

    def _close_passages(self) -> None:
        self.passages.hide()
        self.table.setFocus()

    def _go_to(self, passage: Passage) -> None:
        if self.workbench.open_case(passage.case_id):
            self.workbench.workspace_requested.emit("write")
            self.workbench.go_to.emit(passage.record_id, passage.field)

    def _show_menu(self, at: QPoint) -> None:
        index = self.table.indexAt(at)
        menu = QMenu(self)
        doers: list[tuple[str, Any]] = [
            (self.tr("Show the passages"), lambda: self._open(index.row(), index.column())),
            (self.tr("Sort rows by this column"), lambda: self._sort_by(False, index.column())),
            (self.tr("Sort columns by this row"), lambda: self._sort_by(True, index.row())),
        ]
        if index.isValid():
            for words, do in doers:
                menu.addAction(words, do)
            menu.addSeparator()
        menu.addAction(self.tr("Copy as table"), self._copy_table)
        menu.addAction(self.tr("Copy as picture"), self._copy_picture)
        menu.popup(self.table.viewport().mapToGlobal(at))

    def _copy_table(self) -> None:
        copy_table(self.grid())
        self.workbench.told.emit(self.tr("The matrix is on the clipboard as a table."), None)

    def _copy_picture(self) -> None:
        copy_picture(self.table.whole_picture())
        self.workbench.told.emit(self.tr("The matrix is on the clipboard as a picture."), None)
