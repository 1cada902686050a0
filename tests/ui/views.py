"""Every view and dialog of the window, each by a function that brings it up and returns what is to be looked at."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import attrs
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QScrollArea,
    QToolButton,
    QTreeWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from casebook import paths
from casebook.domain.case import Case
from casebook.domain.case_points import CasePoint, Exactness
from casebook.domain.map_shapes import Shape
from casebook.domain.merge_rows import Choice as MergeChoice
from casebook.domain.receipt import Receipt
from casebook.domain.records import Absence, Sensitivity
from casebook.domain.redaction import redact
from casebook.domain.sections.places import Place
from casebook.domain.sections.registry import Actor
from casebook.domain.synthesis import Finding, FindingState
from casebook.exchange.case_reading import read_file
from casebook.publishing.look import Look
from casebook.publishing.order import Published
from casebook.publishing.templates import template_at
from casebook.services.case_notes import CaseNote, add_note, notes, settle
from casebook.services.comparisons import remove_comparison, saved_comparisons
from casebook.services.configuring import Choice
from casebook.services.house_style import keep_house_look, logo_of
from casebook.services.new_cases import copy_case
from casebook.services.panels import Tick
from casebook.services.registry import changing
from casebook.services.searches import SavedSearch, keep_search, saved_searches
from casebook.services.world_map import world
from casebook.storage.exports import Export, ExportedFile
from casebook.storage.listing import ListQuery
from casebook.storage.record_query import RecordQuery
from casebook.ui.compare.across_view import AcrossView
from casebook.ui.compare.compare_workspace import CompareWorkspace
from casebook.ui.compare.configurations_view import ConfigurationsView
from casebook.ui.compare.indicators_view import IndicatorsView
from casebook.ui.compare.matrix_view import MatrixView
from casebook.ui.compare.timelines_view import TimelinesView
from casebook.ui.dialogs.about_dialog import AboutDialog
from casebook.ui.dialogs.command_palette import CommandPalette
from casebook.ui.dialogs.in_use_dialog import InUseDialog
from casebook.ui.dialogs.new_library_dialog import NewLibraryDialog
from casebook.ui.dialogs.passphrase_dialog import PassphraseDialog
from casebook.ui.dialogs.protect_dialog import ProtectDialog
from casebook.ui.dialogs.quick_capture_dialog import QuickCaptureDialog
from casebook.ui.dialogs.shortcuts_dialog import ShortcutsDialog
from casebook.ui.dialogs.unexpected_dialog import UnexpectedDialog
from casebook.ui.frame.house_style import HouseStyle
from casebook.ui.frame.settings_page import SettingsPage
from casebook.ui.library.asking import Asking
from casebook.ui.library.case_table import CaseTable
from casebook.ui.library.places_and_years import PlacesAndYears
from casebook.ui.library.preview_pane import PreviewPane
from casebook.ui.library.saved_searches import SavedSearches
from casebook.ui.library.side_panel import SidePanel
from casebook.ui.likeness.duplicates_list import DuplicatesList
from casebook.ui.likeness.likeness_list import LikenessList
from casebook.ui.likeness.merge_dialog import MergeCasesDialog
from casebook.ui.likeness.merge_list import MergeList
from casebook.ui.likeness.similar_cases import SimilarCases
from casebook.ui.lists.import_list_dialog import ImportListDialog
from casebook.ui.main_window import MainWindow
from casebook.ui.publish.result_list import ResultList
from casebook.ui.publish.template_editor import TemplateEditor
from casebook.ui.publish.withheld_dialog import WithheldDialog
from casebook.ui.publish.withheld_panel import Reckoning
from casebook.ui.registry.records_page import RecordsPage
from casebook.ui.widgets.chip import Chip
from casebook.ui.widgets.elided_label import ElidedLabel
from casebook.ui.window_state import REMEMBERS
from casebook.ui.workbench import Workbench
from casebook.ui.write.aside import Aside
from casebook.ui.write.find_panel import FindPanel
from tests.ui.organise_views import ORGANISE_VIEWS


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
    scene.window.findChild(QLineEdit, "filter").clear()
    scene.window.findChild(Asking).clear()
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


def library_saved_searches(scene: Scene) -> QWidget:
    held = scene.workbench.library
    assert held is not None
    if not saved_searches(held):
        keep_search(held, SavedSearch(name="Disarmament in West Africa", text="disarm"))
        keep_search(
            held, SavedSearch(name="Missions under Chapter VII with a police component", text="mission")
        )
    scene.window.findChild(QLineEdit, "filter").clear()
    scene.window.findChild(Asking).clear()
    scene.qtbot.waitUntil(scene.window.findChild(CaseTable, "cases").isVisible, timeout=5000)
    library(scene)
    scene.window.findChild(SavedSearches).show_saved()
    scene.window.findChild(QLineEdit, "filter").setText("peace")
    scene.qtbot.waitUntil(scene.window.findChild(QWidget, "save-search").isVisible, timeout=5000)
    return scene.window


def asked(scene: Scene, words: str, *ticks: Tick) -> QWidget:
    """The library after a question, its facets counted."""
    library(scene)
    field = scene.window.findChild(QLineEdit, "filter")
    field.setText(words)
    asking = scene.window.findChild(Asking)
    scene.qtbot.waitUntil(lambda: asking.text == words, timeout=5000)
    asking.tick_all(ticks)
    status = scene.window.findChild(QListWidget, "facet-status")
    scene.qtbot.waitUntil(lambda: status.count() > 0, timeout=10_000)
    return scene.window


def library_search(scene: Scene) -> QWidget:
    return asked(scene, "police -nothing (", Tick("era", "contemporary"), Tick("region", "western-africa"))


def library_compact(scene: Scene) -> QWidget:
    asked(scene, "police")
    scene.window.findChild(CaseTable, "cases").setProperty(
        REMEMBERS, "place period partners status complete sensitivity changed compact"
    )
    return scene.window


def library_map(scene: Scene) -> QWidget:
    asked(scene, "")
    button = scene.window.findChild(QToolButton, "show-map")
    if not button.isChecked():
        button.click()
        places = scene.window.findChild(PlacesAndYears)
        with scene.qtbot.waitSignal(places.shown, timeout=20_000):
            pass
    return scene.window


def library_trash(scene: Scene) -> QWidget:
    scene.window.go("library")
    scene.window.findChild(QLineEdit, "filter").clear()
    scene.window.findChild(Asking).clear()
    if scene.window.findChild(QToolButton, "show-map").isChecked():
        scene.window.findChild(QToolButton, "show-map").click()
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


def write_find(scene: Scene) -> QWidget:
    write(scene)
    scene.window.actions_table["find"].trigger()
    _look_for(scene, "ECOMIL")
    for _step in range(3):
        scene.window.actions_table["find-next"].trigger()
    return scene.window


def write_replace(scene: Scene) -> QWidget:
    write(scene)
    scene.window.actions_table["replace"].trigger()
    _look_for(scene, "ECOMIL")
    scene.window.findChild(QLineEdit, "replacement").setText("ECOWAS Mission in Liberia")
    return scene.window


def _look_for(scene: Scene, words: str) -> None:
    panel = scene.window.findChild(FindPanel)
    panel.words.setText(words)
    scene.qtbot.waitUntil(lambda: not panel.pending, timeout=5000)


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


def _compared(scene: Scene) -> CompareWorkspace:
    """Liberia beside a copy of it that was written on, and beside a stub."""
    library = scene.workbench.library
    ids = [row.id for row in library.cases.page(ListQuery(text="compared"))]
    if len(ids) < 3:
        ids = [scene.case.id]
        copy = copy_case(library, scene.case.id, "Liberia, as another mission compared it")
        told = copy.context.replace("rebel", "armed").replace("United Nations", "UN")
        written = attrs.evolve(copy, context=told, challenges=copy.challenges[:3], scope=None, brief="")
        library.cases.save(copy, attrs.evolve(written, absences={"lessons": Absence.NONE_FOUND}, lessons=()))
        stub = Case(title="A stub, compared with others", ref_code="XX-2010-001", countries=("SL",))
        library.cases.save(None, stub, None)
        ids += [copy.id, stub.id]
    scene.window.go("compare")
    page = scene.window.findChild(CompareWorkspace)
    page.page.filters.clear()
    page.take_cases(tuple(sorted(ids)))
    scene.qtbot.waitUntil(lambda: not page.desk.busy and not scene.workbench.tasks.running, timeout=20_000)
    return page


def compare(scene: Scene) -> QWidget:
    _compared(scene)
    return scene.window


def compare_sections(scene: Scene) -> QWidget:
    table = _compared(scene).page.table
    table.go(table.lines.row_with("challenges"))
    table.scrollTo(table.lines.index(table.lines.row_with("frameworks"), 0), table.ScrollHint.PositionAtTop)
    return scene.window


def compare_details(scene: Scene) -> QWidget:
    page = _compared(scene).page
    for key in ("outcomes", page._desk.comparison.of_section("outcomes")[0].key):
        page.toggle(page.model.row_with(key))
    page._desk.set_reference(scene.case.id)
    at = page.model.index(page.model.row_with("outcomes"), 0)
    page.table.scrollTo(at, page.table.ScrollHint.PositionAtTop)
    return scene.window


def compare_prose(scene: Scene) -> QWidget:
    page = _compared(scene).page
    page.toggle(page.model.row_with("narrative/context"))
    at = page.model.index(page.model.row_with("narrative/context"), 0)
    page.table.scrollTo(at, page.table.ScrollHint.PositionAtTop)
    return scene.window


def compare_findings(scene: Scene) -> QWidget:
    space = _compared(scene)
    page, desk = space.page, space.desk
    desk.set_finding(
        "overview/title", Finding(text="Two views of **one** mission.", state=FindingState.DECIDED)
    )
    asked = Finding(text="Which dates?", state=FindingState.NEEDS_INFORMATION)
    desk.set_finding("overview/period", asked)
    page.table.go(page.model.row_with("overview/brief"))
    page.doing.write()
    page.widgets.editor.begin("The stub says nothing yet.")
    page.widgets.flush()
    return scene.window


def compare_export(scene: Scene) -> QWidget:
    page = _compared(scene).page
    page.widgets.end()
    page.bar.export_wanted.emit()
    page.export.findChild(QLineEdit, "export-folder").setText("/reports/Casebook reports")
    return scene.window


def compare_saved(scene: Scene) -> QWidget:
    space = _compared(scene)
    space.page.list_wanted.emit()
    return scene.window


def compare_empty(scene: Scene) -> QWidget:
    space = _compared(scene)
    space.page.list_wanted.emit()
    for saved in saved_comparisons(scene.workbench.library):
        remove_comparison(scene.workbench.library, saved.id)
    space.saved.show_saved()
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


def publish_other_build(scene: Scene) -> QWidget:
    publish(scene)
    page = scene.window.findChild(QWidget, "page-publish")
    page.builds.choose(1)
    page.findChild(QLineEdit, "file-name").setText("{reference} {title} – {report} ({audience})")
    with scene.qtbot.waitSignal(page.preview.changed, timeout=30_000):
        page.preview.refresh()
    return scene.window


def publish_exports(scene: Scene) -> QWidget:
    publish(scene)
    page = scene.window.findChild(QWidget, "page-publish")
    files = (
        ExportedFile(name="LR-2003-001 liberia full-report public.pdf", digest="9f" * 32, folder="/reports"),
    )
    for audience in ("public", "training"):
        scene.workbench.library.exports.record(
            Export(
                case_id=scene.case.id,
                ref_code=scene.case.ref_code,
                title=scene.case.title,
                audience=audience,
                template="full-report",
                formats=("pdf",),
                files=files,
            )
        )
    page.findChild(QToolButton, "show-exports").click()
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
    page.middle.show_results()
    results = page.findChild(ResultList)
    files = (Path("/reports/LR-2003-001 liberia.pdf"), Path("/reports/LR-2003-001 liberia.docx"))
    receipt = Receipt(audience=Sensitivity.PUBLIC)
    results.clear()
    results.add_published(scene.case.title, Published(files=files, notices=(), receipt=receipt))
    results.add_refused("Iraq", "This case is marked “internal”, which is above the audience “public”.")
    results.sum_up(2, stopped=False)
    return scene.window


def settings(scene: Scene) -> QWidget:
    scene.window.go("settings")
    return scene.window


def settings_house_style(scene: Scene) -> QWidget:
    scene.window.go("settings")
    house = scene.window.findChild(HouseStyle)
    keep_house_look(
        scene.workbench.library,
        Look(
            organisation="Peace Support Training Centre",
            logo=logo_of(paths.resources() / "icons" / "casebook.svg"),
            accent="#1E7A3C",
            footer="PO Box 12, Accra",
        ),
    )
    house.refresh()
    page = scene.window.findChild(SettingsPage)
    bar = page.findChild(QScrollArea).verticalScrollBar()
    bar.setValue(bar.maximum())
    return scene.window


def word_lists(scene: Scene) -> QWidget:
    scene.window.go("word-lists")
    page = scene.window.findChild(QWidget, "page-word-lists")
    page.lists.choose("challenge")
    words = page.current
    if "convoys" not in words.listed.by_id:
        words, _made = words.adding("Convoys", "en", "resource-constraints", "funding")
        words = words.relabelling("legitimacy-conduct", {"en": "Legitimacy, conduct and reputation"})
        words = words.retiring("personnel-rotation", "funding")
        scene.workbench.word_lists.change(words, "Words")
    page.terms.tree.choose("funding")
    scene.qtbot.waitUntil(lambda: page._counts is not None, timeout=10_000)
    return scene.window


def word_lists_retired(scene: Scene) -> QWidget:
    word_lists(scene)
    scene.window.findChild(QWidget, "page-word-lists").terms.tree.choose("personnel-rotation")
    return scene.window


def word_lists_fixed(scene: Scene) -> QWidget:
    scene.window.go("word-lists")
    page = scene.window.findChild(QWidget, "page-word-lists")
    page.lists.choose("reliability")
    scene.qtbot.waitUntil(lambda: page._counts is not None, timeout=10_000)
    return scene.window


def word_lists_nothing_found(scene: Scene) -> QWidget:
    word_lists(scene)
    scene.window.findChild(QLineEdit, "term-filter").setText("zzzz")
    return scene.window


def records(scene: Scene) -> QWidget:
    page = _records(scene)
    ids = page.list.model.ids
    rows = scene.workbench.library.records.rows("actor_records", ids)
    page.list.table.choose(next(row.id for row in rows if row.mark == "ECOWAS"))
    scene.qtbot.waitUntil(lambda: page.side.details.uses.findChild(QListWidget).count() > 0, timeout=10_000)
    return scene.window


def records_trash_question(scene: Scene) -> QWidget:
    records(scene)
    scene.window.findChild(QPushButton, "trash-record").click()
    return scene.window


def records_merge(scene: Scene) -> QWidget:
    page = _records(scene)
    rows = scene.workbench.library.records.rows("actor_records", page.list.model.ids)
    page.list.table.choose(*(row.id for row in rows if row.mark in ("ECOMIL", "ECOWAS", "UNMIL")))
    scene.window.findChild(QPushButton, "merge-records").click()
    scene.qtbot.waitUntil(lambda: bool(page.findChild(QLabel, "merge-plan").text()), timeout=10_000)
    return scene.window


def records_same(scene: Scene) -> QWidget:
    page, held = _records(scene), scene.workbench.library
    if not held.records.ids(RecordQuery(section="actor_records", text="vanguard")):
        twins = (
            Actor(name="ECOMIL", aliases=("The vanguard",), country="LR"),
            Actor(name="United Nation Mission in Liberia"),
        )
        scene.workbench.records.do(changing([(None, twin) for twin in twins], "Ama"), "Twins")
    scene.window.findChild(QPushButton, "find-same").click()
    scene.qtbot.waitUntil(lambda: page.same.list.count() > 0, timeout=10_000)
    scene.qtbot.waitUntil(lambda: bool(page.findChild(QLabel, "merge-plan").text()), timeout=10_000)
    return scene.window


def records_nothing_found(scene: Scene) -> QWidget:
    page = _records(scene)
    page.list.filter.field.setText("zzzz")
    scene.qtbot.waitUntil(lambda: not page.list.model.ids, timeout=10_000)
    return scene.window


def _records(scene: Scene) -> RecordsPage:
    """The page of shared records with all actors listed."""
    scene.window.go("records")
    page = scene.window.findChild(RecordsPage)
    page.search()
    page.list.filter.clear()
    scene.qtbot.waitUntil(lambda: bool(page.list.model.ids), timeout=10_000)
    scene.qtbot.waitUntil(lambda: not scene.workbench.tasks.running, timeout=10_000)
    return page


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


LIST = """Project;Country;Years;Partner names;Notes
Training of police instructors;Liberia;2003–2018;ECOWAS, United Nations;Training ran in two rounds.
Joint patrols along the river;Ivory Coast;since 2005;ECOWAS, Border Force;Agreed in the margins of a summit
Collection of weapons before the rains;Libria;2006;United Nations Mission in Liberia;
Vetting of recruits;Mali;soon;European Union Training Mission;No figures yet
Radio network of the districts;Sierra Leone;06/2003;United Kingdom;Handed over after a year
"""


def _listing(scene: Scene) -> ImportListDialog:
    file = Path(tempfile.mkdtemp()) / "Partnership projects 2026.csv"
    file.write_text(LIST, encoding="utf-8")
    dialog = ImportListDialog(scene.workbench, scene.window)
    _shown(dialog, scene)
    dialog.open_file(file)
    scene.qtbot.waitUntil(lambda: dialog.desk.listed is not None, timeout=10_000)
    return dialog


def import_list(scene: Scene) -> QWidget:
    return _listing(scene)


def import_list_columns(scene: Scene) -> QWidget:
    dialog = _listing(scene)
    dialog.findChild(QPushButton, "next").click()
    scene.qtbot.waitUntil(lambda: dialog.desk.plan is not None, timeout=10_000)
    return dialog


def new_library(scene: Scene) -> QWidget:
    shown = _shown(NewLibraryDialog(scene.window), scene)
    shown.findChild(QCheckBox, "protect").click()
    return shown


def passphrase(scene: Scene) -> QWidget:
    wrong = "This passphrase does not open the library; nothing was changed. Try again."
    shown = _shown(PassphraseDialog("Field library", lambda _typed: wrong, scene.window), scene)
    shown.findChild(QPushButton, "open").click()
    return shown


def protect(scene: Scene) -> QWidget:
    shown = _shown(ProtectDialog("Field library", None, 10, scene.window), scene)
    shown.findChild(QLineEdit, "passphrase").setText("short")
    return shown


def change_passphrase(scene: Scene) -> QWidget:
    shown = _shown(ProtectDialog("Field library", lambda _typed: False, 10, scene.window), scene)
    shown.findChild(QPushButton, "protect").click()
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


def _aside(view: QWidget, scene: Scene) -> QWidget:
    """Show a part of a workspace by itself; the window keeps it until the next one."""
    scene.qtbot.addWidget(view)
    scene.window.shown_aside = view
    view.resize(scene.window.size())
    view.show()
    return view


def _across(kind: type[AcrossView], scene: Scene) -> AcrossView:
    """A view over four of the sample cases."""
    library = scene.workbench.library
    held = set(library.cases.ids(ListQuery()))
    more = [paths.resources() / "sample" / f"{name}.json" for name in ("iraq", "philippines", "sierra-leone")]
    library.cases.add_all(case for file in more for case in read_file(file) if case.id not in held)
    view = kind(scene.workbench)
    _aside(view, scene)
    with scene.qtbot.waitSignal(view.shown, timeout=10_000):
        view.show_cases(library.cases.ids(ListQuery(sort="title", descending=False)))
    return view


def _counting(view: AcrossView, name: str, scene: Scene) -> None:
    """Have challenges counted, as rows or columns."""
    box = view.findChild(QComboBox, name)
    box.setCurrentIndex(box.findData("challenges.category"))
    with scene.qtbot.waitSignal(view.shown, timeout=10_000):
        box.activated.emit(box.currentIndex())


def across_matrix(scene: Scene) -> QWidget:
    view = _across(MatrixView, scene)
    _counting(view, "columns", scene)
    filled = next(row for row in range(view.model.rowCount()) if view.model.cell(row, 0) is not None)
    view.table.opened.emit(filled, 0)
    scene.qtbot.waitUntil(view.passages.isVisible, timeout=10_000)
    return view


def across_together(scene: Scene) -> QWidget:
    view = _across(MatrixView, scene)
    _counting(view, "rows", scene)
    return view


def across_timelines(scene: Scene) -> QWidget:
    view = _across(TimelinesView, scene)
    view.canvas.setFocus()
    return view


def across_indicators(scene: Scene) -> QWidget:
    return _across(IndicatorsView, scene)


def across_configurations(scene: Scene) -> QWidget:
    view = _across(ConfigurationsView, scene)
    view.sets.add_condition(Choice(field="challenges.category", term="funding"), "Funding")
    view.sets.add_condition(Choice(field="frameworks.framework", term="local-ownership"), "Local ownership")
    outcome = Choice(field="outcomes.domain", term="trust-legitimacy", sign="positive")
    view.sets.set_outcome(outcome, "Trust and legitimacy: Positive")
    scene.qtbot.waitUntil(lambda: view.truth is not None, timeout=10_000)
    return view


def map_and_years(scene: Scene) -> QWidget:
    """Four sample cases, one of them chosen."""
    library = scene.workbench.library
    held = set(library.cases.ids(ListQuery()))
    more = [paths.resources() / "sample" / f"{name}.json" for name in ("iraq", "philippines", "sierra-leone")]
    library.cases.add_all(case for file in more for case in read_file(file) if case.id not in held)
    view = _aside(PlacesAndYears(scene.workbench), scene)
    with scene.qtbot.waitSignal(view.shown, timeout=10_000):
        view.show_found(None)
    view.mark_case(scene.case.id)
    scene.qtbot.waitUntil(lambda: view.map.canvas.ready, timeout=5000)
    return view


def map_narrowed(scene: Scene) -> QWidget:
    """Many cases, some drawn round, some years chosen."""
    chance = Random(5)
    centres = [
        world().positions[code] for code in ("LR", "SL", "ML", "CI", "SO", "IQ", "AF", "CD", "UA", "PH")
    ]
    points = [
        CasePoint(
            case_id=str(number),
            title=f"Case {number}",
            latitude=where.latitude + chance.gauss(0, 2),
            longitude=where.longitude + chance.gauss(0, 2),
            exactness=chance.choice(list(Exactness)),
            where="",
            countries=(),
        )
        for number in range(3000)
        for where in [chance.choice(centres)]
    ]
    view = _aside(PlacesAndYears(scene.workbench), scene)
    view.map.show_points(points, ["without"])
    view.map.canvas.shape_drawn.emit(
        Shape(((0.43, 0.2), (0.51, 0.19), (0.53, 0.26), (0.49, 0.31), (0.43, 0.27)))
    )
    counts = {year: 40 + (year * 37) % 50 + 4 * abs(year - 2004) for year in range(1989, 2024)}
    view.strip.show_years(counts, before=20, after=60)
    view.strip.choose(2003, 2012)
    scene.qtbot.waitUntil(lambda: view.map.canvas.ready, timeout=5000)
    return view


def map_empty(scene: Scene) -> QWidget:
    view = _aside(PlacesAndYears(scene.workbench), scene)
    view.map.show_points((), ["one", "two"])
    return view


def across_nothing(scene: Scene) -> QWidget:
    return _aside(MatrixView(scene.workbench), scene)


def similar_cases(scene: Scene) -> QWidget:
    _like_liberia(scene)
    scene.window.actions_table["similar-cases"].trigger()
    (dialog,) = scene.window.findChildren(SimilarCases)
    scene.qtbot.waitUntil(lambda: bool(dialog.findChild(LikenessList).rows), timeout=10_000)
    return dialog


def likely_duplicates(scene: Scene) -> QWidget:
    _like_liberia(scene)
    scene.window.actions_table["duplicates"].trigger()
    (dialog,) = scene.window.findChildren(DuplicatesList)
    scene.qtbot.waitUntil(lambda: bool(dialog.findChild(LikenessList).rows), timeout=10_000)
    return dialog


def merge_cases(scene: Scene) -> QWidget:
    twin = _like_liberia(scene)
    challenges = tuple(
        attrs.evolve(one, severity=1, title=f"{one.title} in 2003") if at == 0 else one
        for at, one in enumerate(twin.challenges)
    )
    other = attrs.evolve(
        twin,
        context=scene.case.context.replace("2003", "June 2003") + "\n\nMore is told in the annex.",
        challenges=challenges,
        places=(*twin.places, Place(name="Ganta", admin_area="Nimba County")),
    )
    dialog = MergeCasesDialog(scene.workbench, (scene.case, other), scene.window)
    dialog.open()
    scene.qtbot.waitUntil(dialog.findChild(QPushButton, "merge-do").isEnabled, timeout=10_000)
    dialog.list.merge.choose(2, MergeChoice.OTHER)
    return dialog


def merge_cases_entries(scene: Scene) -> QWidget:
    dialog = merge_cases(scene)
    dialog.findChild(MergeList).scrollToBottom()
    return dialog


def quick_capture_lookalike(scene: Scene) -> QWidget:
    dialog = QuickCaptureDialog(scene.workbench, scene.window)
    dialog.open()
    title = dialog.findChild(QLineEdit, "title:control")
    title.setText("Liberia: from West African vanguard")
    title.textEdited.emit(title.text())
    scene.qtbot.waitUntil(dialog.findChild(QWidget, "lookalike").isVisible, timeout=5000)
    return dialog


TWIN = "Liberia: from a West African vanguard to UNMIL"


def _like_liberia(scene: Scene) -> Case:
    """Other cases in the library, beside the one of Liberia: those of the sample, and one that is almost the same.

    Liberia is chosen; returns the one that is almost the same.
    """
    held = scene.workbench.library
    assert held is not None
    titles = {row.title: row.id for row in held.cases.page(ListQuery())}
    for name in ("sierra-leone", "iraq", "afghanistan"):
        (case,) = read_file(paths.resources() / "sample" / f"{name}.json")
        if case.title not in titles:
            held.cases.save(None, case)
    twin = held.cases.load(titles.get(TWIN) or copy_case(held, scene.case.id, TWIN).id)
    changed = attrs.evolve(twin, brief=f"{scene.case.brief} It ended in March 2018.")
    held.cases.save(twin, changed)
    scene.workbench.cases_changed.emit()
    scene.window.findChild(QLineEdit, "filter").clear()
    library(scene)
    table = scene.window.findChild(CaseTable, "cases")
    (row,) = table.model().rows_of([scene.case.id])
    table.choose(row)
    return changed


VIEWS: tuple[View, ...] = (
    library,
    library_several,
    library_nothing_found,
    library_saved_searches,
    library_search,
    library_map,
    library_compact,
    library_trash,
    notices,
    write_nothing_open,
    write,
    write_outcomes,
    write_find,
    write_replace,
    write_notes,
    compare,
    compare_sections,
    compare_details,
    compare_prose,
    compare_findings,
    compare_export,
    compare_saved,
    compare_empty,
    publish,
    publish_find,
    publish_nothing_chosen,
    publish_other_build,
    publish_exports,
    publish_results,
    template_editor,
    template_editor_fault,
    settings,
    settings_house_style,
    word_lists,
    word_lists_retired,
    word_lists_nothing_found,
    word_lists_fixed,
    records,
    records_trash_question,
    records_merge,
    records_same,
    records_nothing_found,
    palette,
    shortcuts,
    about,
    quick_capture,
    import_list,
    import_list_columns,
    new_library,
    passphrase,
    protect,
    change_passphrase,
    in_use,
    unexpected,
    withheld,
    across_matrix,
    across_together,
    across_timelines,
    across_indicators,
    across_configurations,
    across_nothing,
    map_and_years,
    map_narrowed,
    map_empty,
    quick_capture_lookalike,
    similar_cases,
    likely_duplicates,
    merge_cases,
    merge_cases_entries,
    *ORGANISE_VIEWS,
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
