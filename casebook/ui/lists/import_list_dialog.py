"""Imports a list in two steps: which list, then where its columns go, with what would come of it in sight."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from casebook.domain.errors import CasebookError
from casebook.services.lists.mapping import ColumnChoice
from casebook.services.lists.plan import refused_rows
from casebook.ui.dialogs.plain_dialog import PlainDialog
from casebook.ui.lists.column_lines import ColumnLines
from casebook.ui.lists.list_desk import ListDesk
from casebook.ui.lists.list_source import ListSource
from casebook.ui.lists.plan_panel import PlanPanel
from casebook.ui.theme import BODY
from casebook.ui.workbench import Workbench

WIDTH, HEIGHT = 860, 640
"""Pixels at 100 % text."""


class ImportListDialog(PlainDialog):
    """After `accept`, the desk holds the plan that is to be carried out."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None, into: str = "") -> None:
        """`into` is the section of the open case that entries go into, unless the person chooses otherwise."""
        title = QCoreApplication.translate("ImportListDialog", "Import a list")
        super().__init__(title, parent, WIDTH, fills=True)
        self._workbench = workbench
        self.desk = ListDesk(workbench, self)
        self._source = ListSource(workbench)
        self._columns = ColumnLines(workbench)
        self._panel = PlanPanel()
        self._steps = QStackedWidget()
        self._steps.addWidget(self._source)
        self._steps.addWidget(self._columns)
        self.body.addWidget(self._steps, 3)
        self.body.addWidget(self._panel, 2)
        self._fitted = False
        self.add_cancel()
        self._back = self.add_button(self.tr("Back"), "back")
        self._back.clicked.connect(lambda: self._go(0))
        self._next = self.add_button(self.tr("Next"), "next", primary=True)
        self._next.clicked.connect(lambda: self._go(1))
        self._import = self.add_button(self.tr("Import"), "import-list", primary=True)
        self._import.clicked.connect(self._accept)
        self.desk.into = into if workbench.case is not None else ""
        self._source.show_into(self.desk.into)
        self._connect()
        self._enable()

    def open_file(self, path: Path) -> None:
        """Read a file."""
        self.show_problem("")
        self._source.show_list(None)
        self._source.show_file(path)
        self.desk.open(path)
        self._enable()

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, HEIGHT)

    def fit(self) -> None:
        """Be as large as usual, but never larger than the screen."""
        room = self.screen().availableGeometry().size()
        zoom = max(self.fontInfo().pixelSize() / BODY, 1)
        wanted = QSize(round(WIDTH * zoom), round(HEIGHT * zoom))
        if not self._fitted:
            self._fitted = True
            self.resize(wanted.boundedTo(QSize(room.width() - 32, room.height() - 48)))

    def done(self, result: int) -> None:
        """Nothing goes on behind a dialog that is closed."""
        self.desk.stop()
        super().done(result)

    def _connect(self) -> None:
        desk, source = self.desk, self._source
        source.file_chosen.connect(self.open_file)
        source.sheet_chosen.connect(desk.choose_sheet)
        source.headings_set.connect(desk.set_headings)
        source.into_chosen.connect(desk.set_into)
        desk.read.connect(self._show_read)
        desk.mapped.connect(self._show_mapping)
        desk.planned.connect(self._show_plan)
        desk.refused.connect(self._show_refused)
        self._columns.chosen.connect(self._choose)
        self._panel.save_wanted.connect(self._save_refused)

    def _go(self, step: int) -> None:
        self._steps.setCurrentIndex(step)
        if step:
            self._panel.show_waiting()
            self.desk.look_through()
            if self.desk.plan is not None:
                self._show_plan()
        self._enable()

    def _enable(self) -> None:
        second, plan = self._steps.currentIndex() == 1, self.desk.plan
        self._panel.setVisible(second)
        self._back.setVisible(second)
        self._next.setVisible(not second)
        self._next.setEnabled(self.desk.listed is not None)
        self._next.setDefault(not second)
        self._import.setVisible(second)
        self._import.setEnabled(plan is not None and plan.count > 0)
        self._import.setDefault(second)
        count = plan.count if plan is not None else 0
        words = self.tr("Import")
        if count:
            one, many = (
                (self.tr("Import 1 entry"), self.tr("Import {} entries"))
                if self.desk.into
                else (self.tr("Import 1 case"), self.tr("Import {} cases"))
            )
            words = one if count == 1 else many.format(f"{count:,}")
        self._import.setText(words)

    def _show_read(self) -> None:
        self._source.show_list(self.desk.listed)
        self._enable()

    def _show_refused(self, sentence: str) -> None:
        self._source.show_list(None)
        self._steps.setCurrentIndex(0)
        self.show_problem(sentence)
        self._enable()

    def _show_mapping(self) -> None:
        desk = self.desk
        if desk.listed is None or desk.mapping is None:
            return
        troubled = desk.plan.troubled if desk.plan is not None else {}
        self._columns.show_columns(desk.listed, desk.targets, desk.mapping, troubled)
        if desk.plan is None:
            self._panel.show_waiting()
        self._enable()

    def _show_plan(self) -> None:
        if self.desk.listed is not None and self.desk.plan is not None:
            self._show_mapping()
            self._panel.show_plan(self.desk.listed, self.desk.plan)

    def _choose(self, at: int, choice: ColumnChoice) -> None:
        self.desk.choose(at, choice)

    def _save_refused(self) -> None:
        from casebook.exchange.grid_files import write_grids

        listed, plan = self.desk.listed, self.desk.plan
        if listed is None or plan is None or self.desk.path is None:
            return
        start = self.desk.path.with_name(self.tr("{} (refused).csv").format(self.desk.path.stem))
        name, _kind = QFileDialog.getSaveFileName(
            self, self.tr("Save refused rows"), str(start), self.tr("Lists (*.csv *.xlsx)")
        )
        if not name:
            return
        path = Path(name)
        path = path if path.suffix else path.with_suffix(".csv")
        grid = refused_rows(listed, plan.refused)
        self._workbench.run(
            self.tr("Writing the refused rows"),
            # The file dialog has asked whether a file that is there is to be replaced.
            lambda _progress, _cancelled: write_grids([grid], path, replace=True),
            lambda _done: None,
            self.show_problem,
        )

    def _accept(self) -> None:
        try:
            self.desk.check()
        except CasebookError as error:
            self.show_problem(str(error))
            return
        self.desk.remember()
        self.accept()
