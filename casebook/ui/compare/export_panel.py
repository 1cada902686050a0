"""A comparison into files: formats, folder, and whether only differences go along; one run at a time."""

from pathlib import Path

import attrs
from PySide6.QtCore import QStandardPaths, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QFrame,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from casebook.domain.errors import CasebookError
from casebook.domain.records import Sensitivity
from casebook.publishing.order import Order, Published
from casebook.services.comparison_export import FORMATS, TEMPLATE, ComparisonWish, export_comparison
from casebook.services.comparisons import audience_of
from casebook.services.publishing import take_out
from casebook.services.receipts import Exported, record
from casebook.ui.compare.comparison_desk import ComparisonDesk
from casebook.ui.i18n import translated
from casebook.ui.tasks import Cancelled, Progress, Task
from casebook.ui.widgets.flow_layout import FlowLayout
from casebook.ui.widgets.look import with_look
from casebook.ui.workbench import Workbench

TITLES = {"docx": "Word", "pdf": "PDF", "html": "HTML", "xlsx": "Excel"}
"""Names of formats, the same in every language."""
USUAL = frozenset({"docx", "xlsx"})
STEPS = 1000


class ExportPanel(QFrame):
    """Stands above the table until it is closed; emits `closed`."""

    closed = Signal()

    def __init__(self, desk: ComparisonDesk, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        with_look(self, "bar")
        self.setObjectName("export-panel")
        self._desk, self._workbench = desk, workbench
        self._task: Task | None = None
        self._boxes = {key: QCheckBox(TITLES[key]) for key in FORMATS}
        for key, box in self._boxes.items():
            box.setObjectName(f"compare-format-{key}")
            box.setChecked(key in USUAL)
            box.toggled.connect(lambda _on: self._enable())
        self._only = QCheckBox(self.tr("Only differences"))
        self._only.setObjectName("export-only-differences")
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self._folder = QLineEdit(str(Path(documents) / self.tr("Casebook reports")))
        self._folder.setObjectName("export-folder")
        self._folder.setAccessibleName(self.tr("Folder"))
        self._folder.setMinimumWidth(self.fontMetrics().averageCharWidth() * 34)
        self._folder.textChanged.connect(lambda _text: self._enable())
        self._whom = with_look(QLabel(), "small")
        self._whom.setObjectName("export-audience")
        self._bar = QProgressBar()
        self._bar.setRange(0, STEPS)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress of the export"))
        self._go = with_look(QPushButton(self.tr("Export")), "primary")
        self._go.setObjectName("export-now")
        self._go.clicked.connect(self._start)
        self._stop = QPushButton(self.tr("Close"))
        self._stop.setObjectName("export-close")
        self._stop.clicked.connect(self._leave)
        self._lay_out()
        desk.opened.connect(self._leave)
        desk.aligned.connect(self._enable)
        self._enable()

    def begin(self) -> None:
        """Come up, ready for the keyboard."""
        self.show()
        self._enable()
        self._go.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        choose = QPushButton(self.tr("Choose…"))
        choose.setObjectName("export-choose-folder")
        choose.clicked.connect(self._choose_folder)
        flow = FlowLayout(spacing=10)
        for widget in (
            *self._boxes.values(),
            self._only,
            self._folder,
            choose,
            self._go,
            self._stop,
            self._bar,
        ):
            flow.addWidget(widget)
        for box in (*self._boxes.values(), self._only):
            box.setMinimumHeight(self._folder.sizeHint().height())
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 8, 18, 8)
        column.setSpacing(4)
        column.addLayout(flow)
        column.addWidget(self._whom)

    def _formats(self) -> tuple[str, ...]:
        return tuple(key for key, box in self._boxes.items() if box.isChecked())

    def _audience(self) -> Sensitivity:
        """For one's own eyes a file is made as for colleagues: nothing that may leave the house is less."""
        audience = audience_of(self._desk.synthesis)
        return Sensitivity.INTERNAL if audience is None else audience

    def _enable(self) -> None:
        running = self._task is not None
        ready = (
            bool(self._formats()) and bool(self._folder.text().strip()) and self._desk.comparison is not None
        )
        self._go.setEnabled(ready and not running)
        self._go.setText(self.tr("Exporting …") if running else self.tr("Export"))
        self._stop.setText(self.tr("Cancel") if running else self.tr("Close"))
        self._bar.setVisible(running)
        words = self._workbench.wording.sensitivity(self._audience())
        self._whom.setText(self.tr("What is marked above “{}” is left out.").format(words))

    def _choose_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Folder"), self._folder.text())
        if folder:
            self._folder.setText(folder)

    def _wish(self) -> ComparisonWish | None:
        library, comparison = self._workbench.library, self._desk.comparison
        if library is None or comparison is None:
            return None
        order = Order(
            folder=Path(self._folder.text().strip()).expanduser(),
            formats=self._formats(),
            audience=self._audience(),
            language=self._workbench.language,
            only_differences=self._only.isChecked(),
        )
        return ComparisonWish(
            manuscripts=tuple(take_out(library, case.id) for case in comparison.cases),
            synthesis=self._desk.synthesis,
            order=order,
        )

    def _start(self) -> None:
        self._workbench.flush()
        try:
            wish = self._wish()
        except CasebookError as error:
            self._workbench.problem.emit(str(error))
            return
        if wish is None:
            return

        def work(progress: Progress, cancelled: Cancelled) -> Published:
            def tell(share: float, _doing: str) -> None:
                progress(round(share * STEPS), STEPS)

            return export_comparison(wish, tell, cancelled, translated)

        title = self.tr("Exporting the comparison")
        self._task = self._workbench.run(title, work, lambda made: self._made(wish, made))
        self._task.progressed.connect(lambda at, _of: self._bar.setValue(at))
        self._task.ended.connect(self._ended)
        self._bar.setValue(0)
        self._enable()

    def _made(self, wish: ComparisonWish, published: Published) -> None:
        self._note(wish, published)
        count, folder = len(published.files), published.files[0].parent
        said = self.tr("1 file is in {folder}.") if count == 1 else self.tr("{count} files are in {folder}.")
        text = " ".join((said.format(count=count, folder=folder), *published.notices))
        url = QUrl.fromLocalFile(str(folder))
        self._workbench.told.emit(text, (self.tr("Open the folder"), lambda: QDesktopServices.openUrl(url)))

    def _note(self, wish: ComparisonWish, published: Published) -> None:
        """Note in the library what left it; the files are good where that cannot be written."""
        library, cases = self._workbench.library, tuple(one.case for one in wish.manuscripts)
        if library is None:
            return
        order = attrs.evolve(wish.order, template=TEMPLATE)
        try:
            record(library, Exported(cases=cases, order=order, published=published))
        except CasebookError as error:
            self._workbench.problem.emit(self.tr("The export is not noted in the library: {}").format(error))

    def _ended(self) -> None:
        self._task = None
        self._enable()

    def _leave(self) -> None:
        """Stop what runs; close when nothing does."""
        if self._task is not None:
            self._task.cancel()
        else:
            self.hide()
            self.closed.emit()
