"""What one can do with report templates in Publish: duplicate, change, take a Word file in, remove and put back."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton, QWidget

from casebook.domain.errors import CasebookError
from casebook.domain.records import Sensitivity
from casebook.publishing.templates import Template
from casebook.services.own_templates import (
    Removed,
    add_word_template,
    check_template,
    duplicate,
    free_title,
    is_users,
    put_back,
    remove,
    template_called,
    word_examples,
)
from casebook.ui.i18n import translated
from casebook.ui.publish.template_editor import TemplateEditor
from casebook.ui.workbench import Workbench

if TYPE_CHECKING:
    from casebook.publishing.template_check import Finding

T = TypeVar("T")
Sight = Callable[[], tuple[Mapping[str, str], Sensitivity]]
"""The cases that are looked at, as titles by id, and the audience."""


class OwnTemplates(QObject):
    """Emits `changed` with the name of the template to choose, when there are others than before."""

    changed = Signal(str)

    def __init__(self, workbench: Workbench, sight: Sight, parent: QWidget) -> None:
        super().__init__(parent)
        self._workbench, self._sight, self._window = workbench, sight, parent
        self.editor: TemplateEditor | None = None

    def button(self) -> QPushButton:
        """“Use a Word template…”, with the worked examples to begin with."""
        button = QPushButton(self.tr("Use a Word template…"))
        button.setObjectName("word-template")
        menu = QMenu(button)
        menu.setObjectName("word-templates")
        menu.addAction(self.tr("Choose a Word file…"), self._choose_file)
        menu.addSeparator()
        for file in word_examples():
            example = menu.addAction(self.tr("Begin with the example “{}”").format(_title(file)))
            example.triggered.connect(partial(self._use_example, file))
        button.setMenu(menu)
        return button

    def attach(self, widget: QWidget, template: Template) -> None:
        """Give a widget that stands for a template its menu: right click, or the menu key."""
        widget.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        widget.customContextMenuRequested.connect(lambda at: self._open_menu(widget, template, at))

    def menu(self, template: Template, parent: QWidget | None = None) -> QMenu:
        """What can be done with a template."""
        menu = QMenu(parent)
        menu.setObjectName("template-menu")
        if is_users(template):
            words = self.tr("Open in Word") if template.document else self.tr("Change…")
            menu.addAction(words, lambda: self.edit(template))
        menu.addAction(self.tr("Duplicate this report"), lambda: self.duplicate(template))
        if is_users(template):
            menu.addAction(self.tr("Check"), lambda: self.check(template))
            menu.addAction(self.tr("Show in folder"), lambda: _show(template.folder))
            menu.addSeparator()
            menu.addAction(self.tr("Remove"), lambda: self.remove(template))
        return menu

    def duplicate(self, template: Template) -> None:
        """Make a copy in the user's own folder and open it."""
        title = free_title(self.tr("{} (my copy)").format(translated(template.title)))
        made = self._tried(lambda: duplicate(template.name, title))
        if made is not None:
            self.changed.emit(made.name)
            self.edit(made)

    def edit(self, template: Template) -> None:
        """Open a template of the user's own: in the editor here, a Word file in Word."""
        if template.document is not None:
            _show(template.document)
            return
        if self.editor is not None:
            self.editor.close()
        self.editor = TemplateEditor(self._workbench, template, self._window)
        self.editor.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.editor.finished.connect(self._forget_editor)
        self.editor.renamed.connect(lambda renamed: self.changed.emit(renamed.name))
        self.editor.show_pages(*self._sight())
        self.editor.show()

    def check(self, template: Template) -> None:
        """Try a template on a full and an empty case, and tell what came of it."""

        def tell(finding: "Finding | None") -> None:
            if finding is None:
                self._workbench.told.emit(self.tr("“{}” works.").format(template.title), None)
            else:
                self._workbench.problem.emit(finding.sentence)

        self._workbench.run(
            self.tr("Checking “{}”").format(template.title),
            lambda _progress, cancelled: check_template(template, translated, cancelled),
            tell,
        )

    def use_word_template(self, file: Path, title: str = "") -> None:
        """Check a Word file and, when nothing is wrong with it, take it into the user's own templates."""

        def take(finding: "Finding | None") -> None:
            if finding is not None:
                self._workbench.problem.emit(finding.sentence)
                return
            made = self._tried(lambda: add_word_template(file, title or free_title(file.stem)))
            if made is not None:
                self._workbench.told.emit(
                    self.tr("“{}” is among your reports; it makes Word files.").format(made.title), None
                )
                self.changed.emit(made.name)

        template = self._tried(lambda: template_called(str(file)))
        if template is not None:
            self._workbench.run(
                self.tr("Checking “{}”").format(file.name),
                lambda _progress, cancelled: check_template(template, translated, cancelled),
                take,
            )

    def remove(self, template: Template) -> None:
        """Take a template of the user's own out of the list; Undo puts it back."""
        if self.editor is not None and self.editor.template.folder == template.folder:
            self.editor.close()
        removed = self._tried(lambda: remove(template))
        if removed is not None:
            self.changed.emit("")
            sentence = self.tr("“{}” is removed.").format(template.title)
            self._workbench.told.emit(sentence, lambda: self._put_back(removed))

    def _use_example(self, file: Path) -> None:
        self.use_word_template(file, free_title(_title(file)))

    def _put_back(self, removed: Removed) -> None:
        back = self._tried(lambda: put_back(removed))
        if back is not None:
            self.changed.emit(back.name)

    def _tried(self, work: Callable[[], T]) -> T | None:
        try:
            return work()
        except CasebookError as error:
            self._workbench.problem.emit(str(error))
            return None

    def _choose_file(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileName(
            self._window, self.tr("Use a Word template"), "", self.tr("Word files (*.docx)")
        )
        if chosen:
            self.use_word_template(Path(chosen))

    def _open_menu(self, widget: QWidget, template: Template, at: QPoint) -> None:
        menu = self.menu(template, widget)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(widget.mapToGlobal(at))

    def _forget_editor(self) -> None:
        self.editor = None


def _title(file: Path) -> str:
    """ "Participant handout" for participant-handout.docx."""
    return file.stem.replace("-", " ").capitalize()


def _show(place: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(place)))
