"""The window in which one changes a template of one's own: fields to put in, the text, and the real pages beside it."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import QCloseEvent, QDesktopServices, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from casebook.domain.errors import CasebookError
from casebook.domain.records import Sensitivity
from casebook.publishing.order import Order
from casebook.publishing.templates import Template
from casebook.services.own_templates import fault_line, files_of, names, rename
from casebook.ui.publish.field_picker import FieldPicker
from casebook.ui.publish.page_preview import PagePreview
from casebook.ui.publish.template_file import TemplateFile
from casebook.ui.publish.template_text import TemplateText
from casebook.ui.widgets.look import with_look
from casebook.ui.workbench import Workbench


class TemplateEditor(QDialog):
    """Not modal: one may write the case and the template at once. Emits `renamed` with the template."""

    renamed = Signal(object)

    def __init__(self, workbench: Workbench, template: Template, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("template-editor")
        self.setWindowFlags(self.windowFlags() | Qt.WindowType.WindowMinMaxButtonsHint)
        self.setWindowTitle(self.tr("Template – {}").format(template.title))
        self._workbench = workbench
        self.template = template
        self.file = TemplateFile(self)
        self.text, self.fields, self.preview = TemplateText(), FieldPicker(), PagePreview(workbench)
        self._build()
        self._connect()
        self._offer_files()
        self.resize(1360, 840)
        self.text.setFocus()
        wording = workbench.wording
        workbench.run(
            self.tr("Looking up the fields"),
            lambda _progress, _cancelled: names(wording),
            self.fields.show_groups,
        )

    def show_pages(self, cases: Mapping[str, str], audience: Sensitivity) -> None:
        """Show the pages the template makes of these cases, given as titles by id."""
        order = Order(
            folder=Path(),
            template=str(self.template.folder),
            formats=("pdf",),
            audience=audience,
            language=self._workbench.language,
        )
        self.preview.show_report(cases, order, self.template.max_pages)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes nothing: one is writing here."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save what is typed."""
        self.file.flush()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Who looks elsewhere has finished for now."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.file.flush()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar())
        self._problem = with_look(QLabel(), "problem")
        self._problem.setObjectName("template-problem")
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        self._problem.setWordWrap(True)
        self._problem.setContentsMargins(12, 6, 12, 6)
        self._problem.hide()
        middle = QWidget()
        writing = QVBoxLayout(middle)
        writing.setContentsMargins(8, 8, 8, 8)
        writing.setSpacing(4)
        writing.addWidget(self.text, 1)
        writing.addWidget(self._problem)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setObjectName("template-parts")
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        for pane in (self.fields, middle, self.preview):
            splitter.addWidget(pane)
        splitter.setStretchFactor(1, 1)
        splitter.setStretchFactor(2, 1)
        splitter.setSizes([340, 520, 500])
        column.addWidget(splitter, 1)

    def _bar(self) -> QFrame:
        bar = with_look(QFrame(), "bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        self._title = QLineEdit(self.template.title)
        self._title.setObjectName("template-title")
        self._title.setAccessibleName(self.tr("Title of the template"))
        self._title.setToolTip(self.tr("What the report is called in Publish and on its title page"))
        self._title.editingFinished.connect(self._rename)
        self._files = QComboBox()
        self._files.setObjectName("template-files")
        self._files.setAccessibleName(self.tr("File of the template"))
        self._files.setToolTip(self.tr("The files the template consists of"))
        self._files.activated.connect(lambda _at: self._open())
        row.addWidget(self._title, 2)
        row.addWidget(self._files, 1)
        for name, words, keys, do in (
            ("find-field", self.tr("Put in a field"), "Ctrl+Space", self.fields.focus_filter),
            ("save-template", self.tr("Save"), "Ctrl+S", self.file.flush),
            ("show-template", self.tr("Show in folder"), "", self._show_folder),
        ):
            button = QPushButton(words)
            button.setObjectName(name)
            button.setAutoDefault(False)
            button.setToolTip(keys)
            button.clicked.connect(lambda _=False, work=do: work())
            row.addWidget(button)
            if keys:
                QShortcut(QKeySequence(keys), self).activated.connect(do)
        return bar

    def _connect(self) -> None:
        self.fields.picked.connect(self.text.put_in)
        self.text.textChanged.connect(lambda: self.file.type(self.text.toPlainText()))
        self.file.saved.connect(self._remake)
        self.file.changed_elsewhere.connect(self._take_over)
        self.file.failed.connect(self._show_problem)
        self.preview.changed.connect(lambda: self._show_problem(self.preview.refusal))

    def _offer_files(self) -> None:
        for file in files_of(self.template):
            self._files.addItem(file.relative_to(self.template.folder).as_posix(), str(file))
        self._open()

    def _open(self) -> None:
        text = self.file.open(Path(self._files.currentData()))
        if text is not None:
            self.text.load(text)
            self._show_problem(self.preview.refusal)

    def _take_over(self, text: str) -> None:
        self.text.load(text, keep_undo=True)
        self._remake()

    def _remake(self) -> None:
        self.preview.remake()

    def _show_problem(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self.text.show_fault(fault_line(sentence, self._files.currentText()))

    def _rename(self) -> None:
        title = self._title.text().strip()
        if title == self.template.title:
            return
        try:
            self.template = rename(self.template, title)
        except CasebookError as error:
            self._show_problem(str(error))
            self._title.setText(self.template.title)
            return
        self.setWindowTitle(self.tr("Template – {}").format(self.template.title))
        self._remake()
        self.renamed.emit(self.template)

    def _show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.template.folder)))
