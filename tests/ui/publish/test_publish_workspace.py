import attrs
import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QListWidget, QPushButton, QToolButton

from casebook.domain.case import Case
from casebook.domain.records import Sensitivity
from casebook.services.builds import BuildList
from casebook.ui.publish.publish_workspace import PublishWorkspace
from casebook.ui.publish.result_list import ResultList
from casebook.ui.publish.withheld_dialog import WithheldDialog
from casebook.ui.publish.withheld_row import WithheldRow
from casebook.ui.widgets.elided_label import ElidedLabel

PUBLIC, INTERNAL = Sensitivity.PUBLIC, Sensitivity.INTERNAL


@pytest.fixture
def space(workbench, qtbot, tmp_path):
    made = PublishWorkspace(workbench)
    qtbot.addWidget(made)
    made.resize(1300, 800)
    made.show()
    field = made.findChild(QLineEdit, "folder")
    field.setText(str(tmp_path / "out"))
    field.editingFinished.emit()
    yield made
    workbench.tasks.cancel_all()


def withheld(space):
    return space.findChild(QLabel, "withheld").text()


def choose_formats(space, *wanted):
    for box in space.findChildren(QCheckBox):
        key = box.objectName().removeprefix("format-")
        if key != box.objectName() and box.isChecked() != (key in wanted):
            box.click()


def export(space, qtbot):
    qtbot.mouseClick(space.findChild(QPushButton, "export"), Qt.MouseButton.LeftButton)
    summary = lambda: space.findChild(QLabel, "export-summary")  # noqa: E731 - it is another label each time
    qtbot.waitUntil(lambda: summary() is not None and summary().isVisible(), timeout=60_000)
    return summary().text()


def test_the_open_case_comes_along(space, qtbot, liberia):
    space.arrive()
    assert space.chosen_cases() == (liberia.id,)
    qtbot.waitUntil(lambda: "Looking" not in withheld(space), timeout=5000)
    assert "Choose a case" not in withheld(space)


def test_it_exports_what_was_chosen_and_the_library_notes_it(space, workbench, qtbot, liberia, tmp_path):
    space.take_cases((liberia.id,))
    choose_formats(space, "html")
    assert export(space, qtbot) == "1 report exported."
    (file,) = (tmp_path / "out").iterdir()
    assert file.suffix == ".html" and liberia.title in file.read_text(encoding="utf-8")
    assert space.findChild(QPushButton, "export").isEnabled()
    assert not space.findChild(QPushButton, "cancel-export").isVisible()
    (noted,) = workbench.library.exports.latest()
    assert (noted.files[0].name, noted.who) == (file.name, "Ama Mensah")
    qtbot.mouseClick(space.findChild(QToolButton, "show-exports"), Qt.MouseButton.LeftButton)
    assert space.middle.exports.isVisible() and space.middle.exports.model.line(0).path == file


def test_the_pages_stand_in_the_middle_and_come_back_after_an_export(space, qtbot, liberia):
    with qtbot.waitSignal(space.preview.changed, timeout=30_000):
        space.take_cases((liberia.id,))
    qtbot.waitUntil(lambda: space.preview.document is not None, timeout=30_000)
    choose_formats(space, "md")
    export(space, qtbot)
    assert not space.preview.isVisible() and space.findChild(ResultList).findChildren(ElidedLabel)
    qtbot.mouseClick(space.findChild(QPushButton, "back-to-pages"), Qt.MouseButton.LeftButton)
    assert space.preview.isVisible() and space.preview.document.pageCount() > 10


def test_another_build_shows_other_pages_and_its_budget(space, qtbot, liberia):
    space.take_cases((liberia.id,))
    qtbot.keyClick(space.builds.list, Qt.Key.Key_Down)
    assert space.builds.build.template == "participant-handout"
    qtbot.waitUntil(lambda: space.preview.document is not None, timeout=30_000)
    assert space.preview.document.pageCount() <= 2
    chip = space.preview.findChild(QLabel, "preview-budget")
    assert chip.text() == "2 of 2 pages" and chip.state == "ok"
    space.search()
    assert space.findChild(QLineEdit, "find-in-pages").isVisible()


def test_a_choice_is_kept_in_its_build(space, workbench, qtbot):
    qtbot.keyClick(space.findChild(QComboBox, "audience"), Qt.Key.Key_Down)
    rows = space.findChild(QListWidget, "sections")
    rows.setFocus()
    rows.setCurrentRow(2)
    qtbot.keyClick(rows, Qt.Key.Key_Space)
    kept = BuildList(workbench.library).all()[0]
    assert (kept.audience, kept.left_out) == (Sensitivity.TRAINING, ("places",))
    space.builds.choose(1)
    assert space.form.build.left_out == ()
    space.builds.choose(0)
    assert space.form.build == kept


def test_sections_left_out_are_not_in_the_pages(space, qtbot, liberia):
    space.take_cases((liberia.id,))
    qtbot.waitUntil(lambda: space.preview.document is not None, timeout=30_000)

    def text():
        document = space.preview.document
        return " ".join(document.getAllText(page).text() for page in range(document.pageCount()))

    assert liberia.lessons[0].title[:20] in text()
    rows = space.findChild(QListWidget, "sections")
    rows.setCurrentRow(next(row for row in range(rows.count()) if rows.item(row).text() == "Lessons"))
    with qtbot.waitSignal(space.preview.changed, timeout=30_000):
        qtbot.keyClick(rows, Qt.Key.Key_Space)
    assert liberia.lessons[0].title[:20] not in text()


def test_the_last_export_is_done_again(space, workbench, qtbot, liberia, tmp_path):
    with qtbot.waitSignal(workbench.told) as told:
        space.repeat()
    assert "Nothing was exported yet" in told.args[0]
    space.builds.choose([build.template for build in space.builds.model.builds].index("card"))
    choose_formats(space, "html")
    field = space.findChild(QLineEdit, "folder")
    field.setText(str(tmp_path / "cards"))
    field.editingFinished.emit()
    space.take_cases((liberia.id,))
    export(space, qtbot)
    again = PublishWorkspace(workbench)
    qtbot.addWidget(again)
    again.repeat()
    assert again.builds.build.template == "card" and again.chosen_cases() == (liberia.id,)
    qtbot.waitUntil(lambda: len(list((tmp_path / "cards").iterdir())) == 2, timeout=30_000)
    assert {file.suffix for file in (tmp_path / "cards").iterdir()} == {".html"}


def test_of_several_cases_the_refused_are_told_first(space, workbench, qtbot, liberia):
    secret = Case(title="Secret", ref_code="XX-1", sensitivity=INTERNAL)
    small = [Case(title=f"Small {n}", ref_code=f"XX-2{n}", sensitivity=PUBLIC) for n in range(3)]
    for case in (secret, *small):
        workbench.library.cases.save(None, case)
    space.take_cases((small[0].id, secret.id, small[1].id, small[2].id))
    choose_formats(space, "md")
    assert export(space, qtbot) == "3 of 4 exported, 1 not."
    results = space.findChild(ResultList).widget()
    height = {label.text(): label.mapTo(results, QPoint()).y() for label in results.findChildren(QLabel)}
    qtbot.waitUntil(lambda: results.height() > 200)
    assert height["3 of 4 exported, 1 not."] < height["Secret"] < height["Small 0"]


def test_what_is_withheld_leads_to_its_entry(space, workbench, qtbot, liberia):
    lesson = attrs.evolve(liberia.lessons[0], sensitivity=INTERNAL)
    workbench.close_case()
    workbench.library.cases.save(liberia, liberia.replacing(lesson))
    space.take_cases((liberia.id,))
    qtbot.waitUntil(lambda: "Lessons" in withheld(space), timeout=10_000)
    gone = []
    workbench.go_to.connect(lambda record_id, field: gone.append((record_id, field)))

    def walk():
        dialog = space.findChild(WithheldDialog)
        row = dialog.findChild(WithheldRow, f"withheld-{lesson.id}-")
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton)

    qtbot.waitExposed(space)
    QTimer.singleShot(100, space, walk)
    with qtbot.waitSignal(workbench.workspace_requested, timeout=10_000) as told:
        space.findChild(QPushButton, "withheld-each").click()
    assert told.args == ["write"] and gone == [(lesson.id, "")] and workbench.case.id == liberia.id


def test_closing_the_library_empties_it(space, workbench, liberia):
    space.take_cases((liberia.id,))
    workbench.set_library(None)
    assert space.chosen_cases() == () and space.builds.build is None
