"""The right of Publish: of which cases, and all that a build holds; and the button."""

from pathlib import Path

import attrs
from PySide6.QtCore import QDate, QEvent, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFrame,
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
from casebook.publishing.builds import Build
from casebook.publishing.converters import FORMATS
from casebook.publishing.templates import Template
from casebook.ui.i18n import translated
from casebook.ui.publish.case_choice import CaseChoice
from casebook.ui.publish.look_choice import LookChoice
from casebook.ui.publish.name_choice import NameChoice
from casebook.ui.publish.section_choice import SectionChoice
from casebook.ui.publish.withheld_panel import WithheldPanel
from casebook.ui.widgets.flow_layout import FlowLayout
from casebook.ui.widgets.look import with_look
from casebook.ui.workbench import Workbench

NARROWEST = 18
"""Average letters that fit beside each other at least."""


class ExportForm(QFrame):
    """Emits `cases_changed`; `edited` with the build as it is now; `export_wanted` when the button is used."""

    cases_changed = Signal()
    edited = Signal(object)
    export_wanted = Signal()

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._boxes: dict[str, QCheckBox] = {}
        self._build = Build()
        self._template: Template | None = None
        self._showing = self._running = False
        self._refused = 0
        self.cases = CaseChoice(workbench)
        self.withheld = WithheldPanel(workbench)
        self._make()
        self.cases.changed.connect(self._on_cases)
        self._settle()

    @property
    def build(self) -> Build:
        """The build as it is chosen here."""
        return self._build

    @property
    def folder(self) -> Path:
        """Where the files go."""
        return Path(self._folder.text().strip()).expanduser()

    def show_build(self, build: Build, template: Template | None) -> None:
        """Show what a build holds; without a template nothing can be exported."""
        self._showing = True
        self._build, self._template = build, template
        self._audience.setCurrentIndex(self._audience.findData(int(build.audience)))
        offered = template.formats if template is not None else ()
        for key, box in self._boxes.items():
            box.setEnabled(not offered or key in offered)
            box.setChecked(key in build.formats and box.isEnabled())
        self._sections.show_choice(template, build.sections, build.left_out)
        self._look.show_build(build)
        self._name.show_pattern(build.file_name)
        self._folder.setText(build.folder or self._usual_folder())
        self._receipt.setChecked(build.receipt_page)
        self._showing = False
        self._settle()

    def take_name(self, build: Build | None) -> None:
        """The build that is shown here was given another name in the list."""
        if build is not None and build.id == self._build.id:
            self._build = attrs.evolve(self._build, name=build.name)

    def show_refused(self, refused: int) -> None:
        """So many of the chosen cases may not be shown to the audience as a whole; no files are made of them."""
        self._refused = refused
        self._settle()

    def show_running(self, running: bool) -> None:
        """While an export runs the form waits."""
        self._running = running
        self._settle()

    def event(self, event: QEvent) -> bool:
        """Be wide enough for the type there is."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.Polish):
            letters = NARROWEST * self.fontMetrics().averageCharWidth()
            self.setMinimumWidth(max(216, letters + 46))
        return super().event(event)

    def _make(self) -> None:
        page = QWidget()
        page.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(18, 4, 18, 18)
        self._column.setSpacing(4)
        self._fill()
        scroll = with_look(QScrollArea(), "aside")
        scroll.setProperty("pane", True)
        scroll.setAccessibleName(self.tr("What to export"))
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(page)
        self._export = with_look(QPushButton(), "primary")
        self._export.setObjectName("export")
        self._export.clicked.connect(self.export_wanted)
        foot = with_look(QFrame(), "foot")
        row = QVBoxLayout(foot)
        row.setContentsMargins(18, 10, 18, 12)
        row.addWidget(self._export)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(scroll, 1)
        column.addWidget(foot)

    def _fill(self) -> None:
        self._head(self.tr("Cases"))
        self._column.addWidget(self.cases)
        self._head(self.tr("Audience"))
        self._audience = QComboBox()
        self._audience.setObjectName("audience")
        self._audience.setAccessibleName(self.tr("Audience"))
        for level in Sensitivity:
            self._audience.addItem(self._workbench.wording.sensitivity(level), int(level))
        self._audience.currentIndexChanged.connect(lambda _at: self._on_edit())
        self._column.addWidget(self._audience)
        self._head(self.tr("Include"))
        self._sections = SectionChoice(self._workbench)
        self._sections.changed.connect(self._on_edit)
        self._column.addWidget(self._sections)
        self._head(self.tr("What will be withheld"))
        self._column.addWidget(self.withheld)
        self._receipt = QCheckBox(self.tr("Receipt page"))
        self._receipt.setToolTip(self.tr("A last page counts what was withheld, and names nothing of it"))
        self._receipt.setObjectName("receipt-page")
        self._receipt.toggled.connect(lambda _on: self._on_edit())
        self._column.addWidget(self._receipt)
        self._head(self.tr("Formats"))
        self._add_formats()
        self._head(self.tr("Look and language"))
        self._look = LookChoice(self._workbench)
        self._look.changed.connect(self._on_edit)
        self._column.addWidget(self._look)
        self._head(self.tr("File names"))
        self._name = NameChoice()
        self._name.changed.connect(self._on_edit)
        self._column.addWidget(self._name)
        self._head(self.tr("Folder"))
        self._add_folder()
        self._column.addStretch(1)

    def _add_formats(self) -> None:
        holder = QWidget()
        flow = FlowLayout(holder, spacing=6)
        for key, made in FORMATS.items():
            box = QCheckBox(translated(made.title))
            box.setObjectName(f"format-{key}")
            box.setToolTip(translated(made.description))
            box.setAccessibleDescription(translated(made.description))
            box.toggled.connect(lambda _on: self._on_edit())
            self._boxes[key] = box
            flow.addWidget(box)
        self._column.addWidget(holder)

    def _add_folder(self) -> None:
        self._folder = QLineEdit(self._usual_folder())
        self._folder.setObjectName("folder")
        self._folder.setAccessibleName(self.tr("Folder"))
        self._folder.textChanged.connect(lambda _text: self._settle())
        self._folder.editingFinished.connect(self._on_edit)
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

    def _usual_folder(self) -> str:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return str(Path(documents) / self.tr("Casebook reports"))

    def _choose_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Folder"), str(self.folder))
        if folder:
            self._folder.setText(folder)
            self._on_edit()

    def _on_cases(self) -> None:
        self._settle()
        self.cases_changed.emit()

    def _on_edit(self) -> None:
        if self._showing:
            return
        folder = self._folder.text().strip()
        # Formats that this report cannot have are not the person's choice against them.
        kept = tuple(key for key in self._build.formats if key not in self._boxes)
        self._build = attrs.evolve(
            self._build,
            audience=Sensitivity(self._audience.currentData()),
            formats=(*(key for key, box in self._boxes.items() if box.isChecked()), *kept),
            sections=self._sections.first,
            left_out=self._sections.left_out,
            language=self._look.language,
            look=self._look.look,
            citation_style=self._look.citation_style,
            file_name=self._name.pattern,
            folder="" if folder == self._usual_folder() else folder,
            receipt_page=self._receipt.isChecked(),
        )
        self._settle()
        self.edited.emit(self._build)

    def _settle(self) -> None:
        """What follows from the choices: the example of a name, and what the button says."""
        chosen = [key for key, box in self._boxes.items() if box.isChecked()]
        self._show_example(FORMATS[chosen[0]].suffix if chosen else "")
        cases, template = len(self.cases.case_ids) - self._refused, self._template
        together = template is not None and template.many
        count = (min(cases, 0 if self._refused else 1) if together else max(cases, 0)) * len(chosen)
        self._export.setText(
            self.tr("Exporting …")
            if self._running
            else self.tr("Export 1 file")
            if count == 1
            else self.tr("Export {} files").format(count)
            if count
            else self.tr("Export")
        )
        ready = template is not None and bool(self._folder.text().strip()) and not self._name.problem
        self._export.setEnabled(count > 0 and not self._running and ready)

    def _show_example(self, ending: str) -> None:
        reference, title = self.cases.example
        build, template = self._build, self._template
        words = {
            "reference": reference,
            "title": title,
            "report": translated(template.title) if template is not None else "",
            "audience": self._workbench.wording.sensitivity(build.audience),
            "date": QDate.currentDate().toString(Qt.DateFormat.ISODate),
            "language": build.language or self._workbench.language,
        }
        self._name.show_example(words, build.template, build.audience.key, ending)
