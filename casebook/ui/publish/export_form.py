"""The form on the right of Publish: cases, audience, what is withheld, formats, folder, and the button."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from casebook.domain.records import Sensitivity
from casebook.publishing.converters import FORMATS
from casebook.ui.i18n import translated
from casebook.ui.publish.case_choice import CaseChoice
from casebook.ui.publish.withheld_panel import WithheldPanel
from casebook.ui.widgets.look import with_look
from casebook.ui.workbench import Workbench

USUAL = ("pdf", "docx")
"""Formats ticked at first."""


class ExportForm(QScrollArea):
    """Emits `changed` when cases or audience changed, `export_wanted` when the button is used."""

    changed = Signal()
    export_wanted = Signal()

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        with_look(self, "aside")
        self.setProperty("pane", True)
        self.setAccessibleName(self.tr("What to export"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(240)
        self._workbench = workbench
        self._boxes: dict[str, QCheckBox] = {}
        self.cases = CaseChoice(workbench)
        self.withheld = WithheldPanel(workbench)
        page = QWidget()
        page.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(18, 12, 18, 18)
        self._column.setSpacing(4)
        self._build()
        self.setWidget(page)
        self.cases.changed.connect(self._on_change)
        self._name_button()

    @property
    def audience(self) -> Sensitivity:
        """For whom the report is."""
        return Sensitivity(self._audience.currentData())

    @property
    def formats(self) -> tuple[str, ...]:
        """Keys of the formats that are ticked."""
        return tuple(key for key, box in self._boxes.items() if box.isChecked() and box.isEnabled())

    @property
    def folder(self) -> Path:
        """Where the files go."""
        return Path(self._folder.text().strip()).expanduser()

    def offer_formats(self, offered: tuple[str, ...], together: bool = False) -> None:
        """Enable the formats a template can be made in, none named means all; `together` when all cases make one."""
        self._together = together
        for key, box in self._boxes.items():
            box.setEnabled(not offered or key in offered)
        self._name_button()

    def show_running(self, running: bool) -> None:
        """While an export runs the form waits."""
        self._running = running
        self._name_button()

    def _build(self) -> None:
        self._head(self.tr("Cases"))
        self._column.addWidget(self.cases)
        self._head(self.tr("Audience"))
        self._audience = QComboBox()
        self._audience.setObjectName("audience")
        self._audience.setAccessibleName(self.tr("Audience"))
        for level in Sensitivity:
            self._audience.addItem(self._workbench.wording.sensitivity(level), int(level))
        self._audience.currentIndexChanged.connect(lambda _at: self._on_change())
        self._column.addWidget(self._audience)
        self._head(self.tr("What will be withheld"))
        self._column.addWidget(self.withheld)
        self._head(self.tr("Formats"))
        self._add_formats()
        self._head(self.tr("Folder"))
        self._add_folder()
        self._running = self._together = False
        self._export = with_look(QPushButton(), "primary")
        self._export.setObjectName("export")
        self._export.clicked.connect(self.export_wanted)
        self._column.addSpacing(12)
        self._column.addWidget(self._export)
        self._column.addStretch(1)

    def _add_formats(self) -> None:
        for key, made in FORMATS.items():
            box = QCheckBox(translated(made.title))
            box.setObjectName(f"format-{key}")
            box.setToolTip(translated(made.description))
            box.setAccessibleDescription(translated(made.description))
            box.setChecked(key in USUAL)
            box.toggled.connect(lambda _on: self._name_button())
            self._boxes[key] = box
            self._column.addWidget(box)

    def _add_folder(self) -> None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self._folder = QLineEdit(str(Path(documents) / self.tr("Casebook reports")))
        self._folder.setObjectName("folder")
        self._folder.setAccessibleName(self.tr("Folder"))
        self._folder.textChanged.connect(lambda _text: self._name_button())
        choose = QPushButton(self.tr("Choose…"))
        choose.setObjectName("choose-folder")
        choose.clicked.connect(self._choose_folder)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._folder, 1)
        row.addWidget(choose)
        self._column.addLayout(row)

    def _head(self, title: str) -> None:
        self._column.addSpacing(10)
        head = with_look(QLabel(title.upper()), "caps")
        head.setWordWrap(True)
        self._column.addWidget(head)

    def _choose_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Folder"), str(self.folder))
        if folder:
            self._folder.setText(folder)

    def _on_change(self) -> None:
        self._name_button()
        self.changed.emit()

    def _name_button(self) -> None:
        cases = len(self.cases.case_ids)
        count = (min(cases, 1) if self._together else cases) * len(self.formats)
        self._export.setText(
            self.tr("Exporting …")
            if self._running
            else self.tr("Export 1 file")
            if count == 1
            else self.tr("Export {} files").format(count)
            if count
            else self.tr("Export")
        )
        self._export.setEnabled(count > 0 and not self._running and bool(self._folder.text().strip()))
