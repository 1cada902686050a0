"""Which combinations of conditions go with an outcome: the truth table, the cases behind it, export for R."""

from pathlib import Path

from PySide6.QtCore import QEvent, QStandardPaths, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QFrame,
    QHeaderView,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from casebook.domain.tally import Tally
from casebook.domain.truth_table import TruthTable, truth_grid, truth_table
from casebook.services.tallying import Reader
from casebook.ui.compare.across_view import AcrossView, Reading
from casebook.ui.compare.configuration_model import ConfigurationModel
from casebook.ui.compare.copying import CopyButton, copy_picture, copy_table, picture_of
from casebook.ui.compare.set_panel import SetPanel
from casebook.ui.compare.verdict_delegate import VerdictDelegate
from casebook.ui.tasks import Task
from casebook.ui.theme import BODY
from casebook.ui.widgets.empty_state import EmptyState
from casebook.ui.widgets.flow_layout import FlowLayout
from casebook.ui.widgets.look import with_look
from casebook.ui.workbench import Workbench

LONGEST = 34
"""Characters of a case's name."""
ROW, COLUMN = 34, 108
"""Height and least width of a cell in pixels at 100 %."""
MOST_CASES = 40
"""Cases named behind a combination."""


class ConfigurationsView(AcrossView):
    """Sets on the left, the truth table on the right, below it the cases of the combination in hand."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(workbench, parent)
        self.setObjectName("configurations-view")
        self.truth: TruthTable | None = None
        self._terms: Task | None = None
        self._offered: object = None
        self.sets = SetPanel(workbench)
        self.model = ConfigurationModel(self)
        self.table = self._made_table()
        self.copy = CopyButton()
        self._export = with_look(QPushButton(self.tr("Export for R …")), "primary")
        self._export.setObjectName("export-qca")
        self._words = QLabel()
        self._words.setObjectName("configurations-words")
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._cases = QWidget()
        self._links = FlowLayout(self._cases, spacing=4)
        self._hint = EmptyState(
            self.tr("Choose conditions and an outcome"),
            self.tr(
                "A condition is a term that a case has or has not: a challenge, a framework, a kind of actor. "
                "The table then shows which combinations there are, and how consistently each goes with the outcome."
            ),
        )
        self._hint.setObjectName("configurations-hint")
        self._pages = QStackedWidget()
        self._pages.addWidget(self._hint)
        self._pages.addWidget(self._right_side())
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        split.addWidget(self.sets)
        split.addWidget(self._pages)
        split.setStretchFactor(1, 1)
        split.setSizes([300, 900])
        self.column.addWidget(split, 1)
        self._connect()

    def reading(self) -> Reading:
        sets, cutoff = self.sets.sets, self.sets.cutoff
        wording, case_ids, ground = self.workbench.wording, self.case_ids, self.sets.picker.ground

        def read(reader: Reader) -> tuple[Tally | None, TruthTable | None]:
            terms = reader.tally(ground, case_ids=case_ids) if ground is not None else None
            made = (
                truth_table(sets.memberships(reader, wording, case_ids), cutoff) if sets is not None else None
            )
            return terms, made

        return read

    def take(self, result: tuple[Tally | None, TruthTable | None]) -> None:
        terms, self.truth = result
        wanted = (self.case_ids, self.sets.picker.ground, terms)
        if wanted != self._offered:
            self._offered = wanted
            self.sets.picker.offer_terms(terms)
        self._show()

    def export(self, path: Path) -> None:
        """Write memberships, codebook and truth table to a file, in another thread."""
        truth, wording = self.truth, self.workbench.wording
        if truth is None:
            return
        from casebook.exchange.qca_export import export_qca

        def work(_progress: object, _cancelled: object) -> tuple[Path, ...]:
            return export_qca(truth.table, truth, path, wording, replace=True)

        self.workbench.run(self.tr("Exporting for R"), work, self._on_exported)

    def _show(self) -> None:
        truth = self.truth
        self._pages.setCurrentIndex(1 if truth is not None else 0)
        self.model.show(truth, remainders=self.sets.remainders.isChecked())
        self._fit()
        if truth is None:
            return
        table = truth.table
        said = [self.tr("{} cases in {} combinations.").format(len(table.cases), len(truth.observed))]
        if table.unknown:
            names = ", ".join(head.ref_code or head.title for head, _why in table.unknown[:MOST_CASES])
            said.append(self.tr("Left out because something is not recorded: {}.").format(names))
        if truth.undecided:
            names = ", ".join(head.ref_code or head.title for head in truth.undecided[:MOST_CASES])
            said.append(self.tr("At 0.5 exactly, in no combination more than in another: {}.").format(names))
        self._words.setText(" ".join(said))
        if self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(0, 0))
        else:
            self._links.clear()

    def _show_cases(self) -> None:
        """The cases of the combination in hand, each leading to Write."""
        self._links.clear()
        row = self.model.configuration(self.table.currentIndex().row())
        for head in row.cases[:MOST_CASES] if row is not None else ():
            words = " ".join(part for part in (head.ref_code, head.title) if part)
            link = with_look(QPushButton(words if len(words) <= LONGEST else words[:LONGEST] + "…"), "link")
            link.setToolTip(words)
            link.setAccessibleName(words)
            link.setObjectName(f"case-{head.id}")
            link.clicked.connect(lambda _on=False, case_id=head.id: self._open(case_id))
            self._links.addWidget(link)
        self._cases.updateGeometry()

    def _open(self, case_id: str) -> None:
        if self.workbench.open_case(case_id):
            self.workbench.workspace_requested.emit("write")

    def _offer_terms(self) -> None:
        """Count the terms of the field that was chosen."""
        ground, case_ids = self.sets.picker.ground, self.case_ids
        if self._terms is not None:
            self._terms.cancel()
        if ground is not None:
            self._terms = self.read_apart(
                self.tr("Counting the terms"),
                lambda reader: reader.tally(ground, case_ids=case_ids),
                self._on_terms,
            )

    def _on_terms(self, tally: Tally) -> None:
        self._terms = None
        self._offered = (self.case_ids, self.sets.picker.ground, tally)
        self.sets.picker.offer_terms(tally)

    def _ask_where(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        kinds = ";;".join([self.tr("Workbook (*.xlsx)"), self.tr("Data and codebook (*.csv)")])
        name, kind = QFileDialog.getSaveFileName(
            self, self.tr("Export for R"), str(Path(folder) / self.tr("configurations.xlsx")), kinds
        )
        if name:
            path = Path(name)
            self.export(path if path.suffix else path.with_suffix(".csv" if "csv" in kind else ".xlsx"))

    def _on_exported(self, files: tuple[Path, ...]) -> None:
        names = ", ".join(file.name for file in files)
        self.workbench.told.emit(self.tr("Written: {}").format(names), None)

    def _made_table(self) -> QTableView:
        table = QTableView()
        table.setObjectName("truth-table")
        with_look(table, "cases")
        table.setProperty("pane", True)
        table.setAccessibleName(self.tr("Truth table"))
        table.setModel(self.model)
        table.setItemDelegate(VerdictDelegate(table))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        return table

    def _right_side(self) -> QWidget:
        page = QWidget()
        bar = with_look(QFrame(), "bar")
        row = FlowLayout(bar, spacing=8)
        row.setContentsMargins(16, 8, 16, 8)
        row.addWidget(self._export)
        row.addWidget(self.copy)
        foot = with_look(QFrame(), "status")
        under = QVBoxLayout(foot)
        under.setContentsMargins(16, 8, 16, 8)
        under.addWidget(with_look(QLabel(self.tr("Cases of this combination").upper()), "caps"))
        under.addWidget(self._cases)
        under.addWidget(self._words)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self.table, 1)
        column.addWidget(foot)
        return page

    def _connect(self) -> None:
        self.sets.changed.connect(self.refresh)
        self.sets.picker.terms_wanted.connect(self._offer_terms)
        self.table.selectionModel().currentRowChanged.connect(lambda _now, _before: self._show_cases())
        self._export.clicked.connect(self._ask_where)
        self.copy.table.triggered.connect(self._copy_table)
        self.copy.picture.triggered.connect(self._copy_picture)
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self.table)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(self._copy_table)
        self.workbench.library_changed.connect(self._on_other_library)

    def _on_other_library(self) -> None:
        self.truth = None
        self.sets.clear()
        self.sets.picker.offer_fields()

    def _fit(self) -> None:
        zoom = max(self.fontInfo().pixelSize() / BODY, 1.0)
        self.table.verticalHeader().setDefaultSectionSize(round(ROW * zoom))
        header = self.table.horizontalHeader()
        header.setMinimumSectionSize(round(COLUMN * zoom))
        header.setMinimumHeight(2 * header.fontMetrics().height() + 20)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _copy_table(self) -> None:
        if self.truth is not None:
            remainders = self.sets.remainders.isChecked()
            copy_table(truth_grid(self.truth, self.workbench.wording, remainders=remainders))
            self.workbench.told.emit(self.tr("The truth table is on the clipboard as a table."), None)

    def _copy_picture(self) -> None:
        copy_picture(picture_of(self.table))
        self.workbench.told.emit(self.tr("The truth table is on the clipboard as a picture."), None)
