"""Every view and dialog of the window, each by a function that brings it up and returns what is to be looked at."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import attrs
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QTreeWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from casebook import paths
from casebook.domain.case import Case
from casebook.domain.receipt import Receipt
from casebook.domain.records import Sensitivity
from casebook.domain.redaction import redact
from casebook.publishing.order import Published
from casebook.publishing.templates import template_at
from casebook.services.case_notes import CaseNote, add_note, notes, settle
from casebook.ui.dialogs.about_dialog import AboutDialog
from casebook.ui.dialogs.command_palette import CommandPalette
from casebook.ui.dialogs.in_use_dialog import InUseDialog
from casebook.ui.dialogs.new_library_dialog import NewLibraryDialog
from casebook.ui.dialogs.passphrase_dialog import PassphraseDialog
from casebook.ui.dialogs.quick_capture_dialog import QuickCaptureDialog
from casebook.ui.dialogs.shortcuts_dialog import ShortcutsDialog
from casebook.ui.dialogs.unexpected_dialog import UnexpectedDialog
from casebook.ui.library.case_table import CaseTable
from casebook.ui.library.preview_pane import PreviewPane
from casebook.ui.library.side_panel import SidePanel
from casebook.ui.main_window import MainWindow
from casebook.ui.publish.result_list import ResultList
from casebook.ui.publish.template_editor import TemplateEditor
from casebook.ui.publish.withheld_dialog import WithheldDialog
from casebook.ui.publish.withheld_panel import Reckoning
from casebook.ui.widgets.chip import Chip
from casebook.ui.widgets.elided_label import ElidedLabel
from casebook.ui.workbench import Workbench
from casebook.ui.write.aside import Aside


@attrs.frozen
class Scene:
    """What a view may use."""

    window: MainWindow
    workbench: Workbench
    case: Case
    qtbot: QtBot


View = Callable[[Scene], QWidget]


def welcome(scene: Scene) -> QWidget:
    scene.window.door.close()
    return scene.window


def library(scene: Scene) -> QWidget:
    scene.window.go("library")
    scene.window.findChild(SidePanel).choose("all")
    scene.window.findChild(CaseTable, "cases").choose(0)
    preview = scene.window.findChild(PreviewPane)
    if preview.isVisible():
        scene.qtbot.waitUntil(lambda: bool(preview.shown), timeout=5000)
    return scene.window


def library_several(scene: Scene) -> QWidget:
    library(scene)
    scene.window.findChild(CaseTable, "cases").selectAll()
    return scene.window


def library_nothing_found(scene: Scene) -> QWidget:
    library(scene)
    field = scene.window.findChild(QLineEdit, "filter")
    field.setText("zzzznothing")
    scene.qtbot.waitUntil(scene.window.findChild(QWidget, "empty-action").isVisible, timeout=5000)
    return scene.window


def library_trash(scene: Scene) -> QWidget:
    scene.window.findChild(QLineEdit, "filter").clear()
    scene.window.go("library")
    scene.window.findChild(SidePanel).choose("trash")
    return scene.window


def notices(scene: Scene) -> QWidget:
    library(scene)
    scene.workbench.problem.emit("“minutes.json” is not a case; nothing was imported. Choose another file.")
    scene.workbench.told.emit("“Peacekeeping after civil war” is in the Trash.", lambda: None)
    return scene.window


def write_nothing_open(scene: Scene) -> QWidget:
    scene.workbench.close_case()
    scene.window.go("write")
    return scene.window


def write(scene: Scene) -> QWidget:
    scene.workbench.open_case(scene.case.id)
    scene.window.go("write")
    return scene.window


def write_outcomes(scene: Scene) -> QWidget:
    write(scene)
    scene.workbench.go_to.emit(scene.case.outcomes[0].id, "statement")
    return scene.window


def write_notes(scene: Scene) -> QWidget:
    write(scene)
    library, case = scene.workbench.library, scene.case
    if library is not None and not notes(library):
        asked = CaseNote(
            case_id=case.id, text="Is the training figure gross or net?", about="Outcome 3", who="Kofi"
        )
        settled = CaseNote(
            case_id=case.id, text="Which year did the hand-over begin?", about="Period", who="Kofi"
        )
        add_note(library, asked)
        settle(library, add_note(library, settled))
    aside = scene.window.findChild(Aside)
    aside.notes.refresh()
    aside.tabs.setCurrentIndex(1)
    aside.notes.list.setCurrentIndex(aside.notes.list.model().index(0, 0))
    return scene.window


def compare(scene: Scene) -> QWidget:
    scene.window.go("compare")
    scene.window.findChild(QWidget, "page-compare").take_cases((scene.case.id, scene.case.id))
    return scene.window


def publish(scene: Scene) -> QWidget:
    scene.window.go("publish")
    page = scene.window.findChild(QWidget, "page-publish")
    page.take_cases((scene.case.id,))
    withheld = page.findChild(QLabel, "withheld")
    scene.qtbot.waitUntil(lambda: "…" not in withheld.text(), timeout=10_000)
    scene.qtbot.waitUntil(lambda: page.preview.document is not None, timeout=30_000)
    return scene.window


def publish_find(scene: Scene) -> QWidget:
    publish(scene)
    page = scene.window.findChild(QWidget, "page-publish")
    page.search()
    page.findChild(QLineEdit, "find-in-pages").setText("Liberia")
    return scene.window


def publish_nothing_chosen(scene: Scene) -> QWidget:
    publish(scene)
    scene.window.findChild(QWidget, "page-publish").take_cases(())
    return scene.window


def template_editor(scene: Scene) -> QWidget:
    folder = Path(tempfile.mkdtemp(prefix="casebook-template-"))
    shutil.copytree(paths.templates() / "participant-handout", folder, dirs_exist_ok=True)
    return _editing(scene, folder)


def template_editor_fault(scene: Scene) -> QWidget:
    folder = Path(tempfile.mkdtemp(prefix="casebook-template-"))
    (folder / "report.html.j2").write_text(
        "<h1>{{ fields.title }}</h1>\n{{ fields.titel }}\n", encoding="utf-8"
    )
    return _editing(scene, folder)


def _editing(scene: Scene, folder: Path) -> QWidget:
    editor = TemplateEditor(scene.workbench, template_at(folder), scene.window)
    editor.show_pages({scene.case.id: scene.case.title}, Sensitivity.PUBLIC)
    editor.resize(scene.window.size())
    shown = _shown(editor, scene)
    tree = editor.findChild(QTreeWidget, "fields")
    scene.qtbot.waitUntil(lambda: tree.topLevelItemCount() > 5, timeout=30_000)
    scene.qtbot.waitUntil(
        lambda: editor.preview.document is not None or bool(editor.preview.refusal), timeout=60_000
    )
    tree.topLevelItem(1).setExpanded(True)
    tree.setCurrentItem(tree.topLevelItem(1).child(1))
    return shown


def publish_results(scene: Scene) -> QWidget:
    publish(scene)
    page = scene.window.findChild(QWidget, "page-publish")
    results = page.findChild(ResultList)
    files = (Path("/reports/LR-2003-001 liberia.pdf"), Path("/reports/LR-2003-001 liberia.docx"))
    receipt = Receipt(audience=Sensitivity.PUBLIC)
    results.clear()
    results.add_published(scene.case.title, Published(files=files, notices=(), receipt=receipt))
    results.add_refused("Iraq", "This case is marked “internal”, which is above the audience “public”.")
    page._middle.setCurrentWidget(results)
    return scene.window


def settings(scene: Scene) -> QWidget:
    scene.window.go("settings")
    return scene.window


def _shown(dialog: QDialog, scene: Scene) -> QWidget:
    scene.qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def palette(scene: Scene) -> QWidget:
    actions = scene.window.actions_table
    return _shown(CommandPalette(scene.workbench, actions, lambda _case: None, scene.window), scene)


def shortcuts(scene: Scene) -> QWidget:
    return _shown(ShortcutsDialog(scene.window), scene)


def about(scene: Scene) -> QWidget:
    return _shown(AboutDialog(scene.window), scene)


def quick_capture(scene: Scene) -> QWidget:
    dialog = QuickCaptureDialog(scene.workbench, scene.window)
    shown = _shown(dialog, scene)
    dialog.findChild(QPushButton, "capture").click()
    return shown


def new_library(scene: Scene) -> QWidget:
    shown = _shown(NewLibraryDialog(scene.window), scene)
    shown.findChild(QCheckBox, "protect").click()
    return shown


def passphrase(scene: Scene) -> QWidget:
    wrong = "This passphrase does not open the library; nothing was changed. Try again."
    shown = _shown(PassphraseDialog("Field library", lambda _typed: wrong, scene.window), scene)
    shown.findChild(QPushButton, "open").click()
    return shown


def in_use(scene: Scene) -> QWidget:
    sentence = "Ama Mensah on laptop-7 has this library open since 10:42."
    return _shown(InUseDialog("Field library", sentence, scene.window), scene)


def unexpected(scene: Scene) -> QWidget:
    details = "Traceback (most recent call last):\n  …\nZeroDivisionError: division by zero"
    shown = _shown(
        UnexpectedDialog(details, "/home/ama/.local/state/casebook/casebook.log", scene.window), scene
    )
    shown.findChild(QPushButton, "show-details").click()
    return shown


def withheld(scene: Scene) -> QWidget:
    lesson = attrs.evolve(scene.case.lessons[0], sensitivity=Sensitivity.INTERNAL)
    case = scene.case.replacing(lesson)
    reckoning = Reckoning(case, redact(case, Sensitivity.PUBLIC)[1])
    return _shown(WithheldDialog([reckoning], scene.workbench.wording, scene.window), scene)


VIEWS: tuple[View, ...] = (
    library,
    library_several,
    library_nothing_found,
    library_trash,
    notices,
    write_nothing_open,
    write,
    write_outcomes,
    write_notes,
    compare,
    publish,
    publish_find,
    publish_nothing_chosen,
    publish_results,
    template_editor,
    template_editor_fault,
    settings,
    palette,
    shortcuts,
    about,
    quick_capture,
    new_library,
    passphrase,
    in_use,
    unexpected,
    withheld,
    welcome,
)
"""In an order in which each leaves the window fit for the next."""


def clipped(widget: QWidget) -> Iterator[str]:
    """Labels and buttons that show less than their whole text."""
    for label in widget.findChildren(QLabel):
        if not label.isVisible() or not label.text() or isinstance(label, Chip | ElidedLabel):
            continue
        if label.wordWrap():
            if label.heightForWidth(label.width()) > label.height() + 2:
                yield f"{label.objectName() or 'label'}: {label.text()[:60]!r} is cut below"
        elif label.sizeHint().width() > label.width() + 2:
            yield f"{label.objectName() or 'label'}: {label.text()[:60]!r} is cut at the side"
    for button in widget.findChildren(QAbstractButton):
        icon_only = (
            isinstance(button, QToolButton)
            and button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
            and not button.icon().isNull()
        )
        if not button.isVisible() or not button.text() or icon_only:
            continue
        if button.sizeHint().width() > button.width() + 2:
            yield f"{button.objectName() or 'button'}: {button.text()[:60]!r} is cut"
