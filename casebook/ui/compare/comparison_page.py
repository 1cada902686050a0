"""One comparison on screen: head, filters, table and foot, joined together."""

import attrs
from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from casebook.domain.comparison_sections import decidable
from casebook.domain.synthesis import progress
from casebook.ui.compare.author_questions import AuthorQuestions
from casebook.ui.compare.cell_blocks import Sight
from casebook.ui.compare.change_notice import ChangeNotice
from casebook.ui.compare.comparison_bar import ComparisonBar
from casebook.ui.compare.comparison_desk import ComparisonDesk
from casebook.ui.compare.comparison_menus import case_menu, line_menu
from casebook.ui.compare.comparison_table import ComparisonTable
from casebook.ui.compare.export_panel import ExportPanel
from casebook.ui.compare.filter_bar import FilterBar
from casebook.ui.compare.foot_bar import FootBar
from casebook.ui.compare.line_model import LineModel
from casebook.ui.compare.line_widgets import LineWidgets
from casebook.ui.compare.lines import Line, Reading, lines_of
from casebook.ui.compare.row_actions import RowActions
from casebook.ui.compare.row_filter import RowFilter
from casebook.ui.theme import BODY
from casebook.ui.widgets.empty_state import EmptyState
from casebook.ui.widgets.message_bar import MessageBar
from casebook.ui.workbench import Workbench

ROOMY = 560
"""Height in pixels at usual text size from which there is room for filters and legend."""


class ComparisonPage(QWidget):
    """Shows what lies on the desk."""

    list_wanted = Signal()

    def __init__(self, desk: ComparisonDesk, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._workbench = desk, workbench
        self.reading = Reading()
        self._filter = RowFilter()
        self._everything = False
        self._roomy = True
        self.model = LineModel(desk, self)
        self.table = ComparisonTable(desk, self.model)
        self.widgets = LineWidgets(desk, self.model, self.table)
        self.bar = ComparisonBar(desk, workbench)
        self.filters = FilterBar()
        self.export = ExportPanel(desk, workbench)
        self.export.hide()
        self.foot = FootBar()
        self.news = MessageBar()
        self.news.setObjectName("compare-news")
        self.doing = RowActions(desk, workbench, self.table, self.widgets)
        self._changes = ChangeNotice(desk, self.news, self.filters)
        self.questions = AuthorQuestions(desk, workbench, self)
        self._refusal = EmptyState(self.tr("These cases cannot be shown"))
        self._refusal.button.setObjectName("refusal-action")
        self._middle = QStackedWidget()
        self._lay_out()
        self._connect()
        self.table.keys = self.doing.keys()

    def _lay_out(self) -> None:
        self._middle.addWidget(self.table)
        self._middle.addWidget(self._refusal)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.bar, self.export, self.filters, self.news):
            column.addWidget(widget)
        column.addWidget(self._middle, 1)
        column.addWidget(self.foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the table has the room of filters and legend."""
        super().resizeEvent(event)
        zoom = max(self.fontInfo().pixelSize() / BODY, 1)
        roomy = event.size().height() >= ROOMY * zoom
        if roomy != self._roomy:
            self._roomy = roomy
            self.bar.filters.setChecked(roomy)
            self.foot.show_legend(roomy)

    def _connect(self) -> None:
        self.bar.filters.toggled.connect(self.filters.setVisible)
        desk, table = self._desk, self.table
        desk.opened.connect(self._start_over)
        self.export.closed.connect(self.table.setFocus)
        desk.aligned.connect(self._aligned)
        desk.refused.connect(self._refuse)
        desk.finding_changed.connect(lambda _key: self._count())
        table.toggle_wanted.connect(self.toggle)
        table.entry_chosen.connect(self._choose_entry)
        self.doing.entry_wanted.connect(self._choose_entry)
        table.case_header.moved.connect(self.doing.move_case)
        table.case_header.swapped.connect(self.doing.swap_cases)
        table.case_header.menu_wanted.connect(self._show_case_menu)
        table.menu_wanted.connect(self._show_line_menu)
        self.filters.changed.connect(self._show_filtered)
        self.filters.step_wanted.connect(lambda to: self.doing.step(to, 1))
        self.filters.open_all.connect(self._open_all)
        self.foot.clear_wanted.connect(self.filters.clear)
        self.widgets.asked.connect(self._ask_author)
        self.bar.list_wanted.connect(self.list_wanted)
        self.bar.export_wanted.connect(self.export.begin)
        self._workbench.settling.connect(self.widgets.flush)

    def toggle(self, at: int) -> None:
        """Open or close a line."""
        line = self.model.line(at)
        if line is not None and line.can_open:
            self.reading = self.reading.toggled(line)
            self.show_lines()

    def show_lines(self) -> None:
        """Show the lines anew."""
        comparison = self._desk.comparison
        if comparison is None:
            self.table.show_lines((), None)
            return
        passing = self._filter.passing(comparison, self._desk.changed)
        ids: list[str] = [case.id for case in comparison.cases]
        reference = self._desk.synthesis.reference
        sight = Sight(
            comparison=comparison,
            reference=ids.index(reference) if reference in ids else None,
            chosen=self.reading.chosen,
        )
        opened = self._everything or bool(self._filter.text)
        reading = attrs.evolve(self.reading, all_open=opened)
        self.table.show_lines(lines_of(comparison, passing, reading), sight)
        self.foot.show_hidden(len(comparison.rows) - len(passing))

    def _start_over(self) -> None:
        self.reading = Reading()
        self.news.hide()
        self._middle.setCurrentWidget(self.table)
        self.table.show_lines((), None)

    def _aligned(self) -> None:
        self.filters.show_sections(self._desk.comparison)
        self._middle.setCurrentWidget(self.table)
        self.table.cells.since = self._changes.show()
        self.show_lines()
        self._count()

    def _refuse(self, sentence: str) -> None:
        self._refusal.show_words(self.tr("These cases cannot be shown"), sentence)
        self._middle.setCurrentWidget(self._refusal)

    def _show_filtered(self, wanted: RowFilter) -> None:
        self._filter = wanted
        self.show_lines()

    def _open_all(self, on: bool) -> None:
        self._everything = on
        self.show_lines()

    def _count(self) -> None:
        if self._desk.comparison is not None:
            synthesis = self._desk.synthesis
            self.foot.show_progress(progress(synthesis, decidable(self._desk.comparison, synthesis)))

    def _choose_entry(self, at: int, column: int, entry_id: str) -> None:
        line, comparison = self.model.line(at), self._desk.comparison
        if line is not None and comparison is not None:
            self.reading = self.reading.choosing(line.key, comparison.cases[column].id, entry_id)
            self.show_lines()

    def _ask_author(self, line: Line, at: QPoint) -> None:
        if self.model.sight is not None:
            self.questions.offer(line, self.model.sight, at)

    def _show_case_menu(self, column: int, at: QPoint) -> None:
        case_menu(self._desk, self.doing, column, self).popup(at)

    def _show_line_menu(self, at: QPoint) -> None:
        line_menu(self.doing, self).popup(at)
