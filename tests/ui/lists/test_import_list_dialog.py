"""A list is imported in two steps, with what would come of it in sight."""

import csv

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QPushButton, QTableView

from casebook.ui.forms.pick_line import PickLine
from casebook.ui.lists.import_list_dialog import ImportListDialog
from tests.ui.frame.modal import Answers


@pytest.fixture
def dialog(workbench, qtbot):
    made = ImportListDialog(workbench)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def answers(look):
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    return Answers()


def press(dialog, name, qtbot):
    button = dialog.findChild(QPushButton, name)
    assert button.isVisible() and button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def second_step(dialog, path, qtbot):
    dialog.open_file(path)
    qtbot.waitUntil(lambda: dialog.desk.listed is not None, timeout=10_000)
    press(dialog, "next", qtbot)
    planned(dialog, qtbot)


def planned(dialog, qtbot):
    qtbot.waitUntil(lambda: dialog.desk.plan is not None, timeout=10_000)


def choose(combo, data, qtbot):
    combo.setCurrentIndex(combo.findData(data) if combo.findData(data) >= 0 else combo.findText(data))
    combo.activated.emit(combo.currentIndex())


def take_into(dialog, column, typed, qtbot):
    line = dialog.findChild(PickLine, f"target-{column}")
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, typed)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def said(dialog):
    return dialog.findChild(QLabel, "plan").text()


def test_the_first_rows_are_seen_and_another_sheet_can_be_chosen(dialog, projects_file, answers, qtbot):
    assert not dialog.findChild(QPushButton, "next").isEnabled()
    answers.choose_files(str(projects_file))
    press(dialog, "choose-file", qtbot)
    qtbot.waitUntil(lambda: dialog.desk.listed is not None, timeout=10_000)
    rows = dialog.findChild(QTableView, "rows").model()
    assert (
        rows.index(0, 0).data() == "Training of police"
        and rows.headerData(1, Qt.Orientation.Horizontal) == "Country"
    )
    assert "3 rows, 5 columns" in dialog.findChild(QLabel, "row-count").text()
    choose(dialog.findChild(QComboBox, "sheet"), "Sheet 2", qtbot)
    qtbot.waitUntil(lambda: rows.index(0, 1).data() == "Peace signed", timeout=10_000)
    qtbot.keyClick(dialog.findChild(QCheckBox, "headings"), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: rows.index(0, 1).data() == "Event", timeout=10_000)


def test_columns_are_guessed_and_refusals_told(dialog, projects_file, qtbot):
    second_step(dialog, projects_file, qtbot)
    shown = [dialog.findChild(PickLine, f"target-{at}").text() for at in range(5)]
    assert shown == ["Title (needed)", "Countries", "Period", "Actors by name", "Context"]
    assert said(dialog) == "2 of 3 rows can come in, 1 refused."
    assert "1 new actor: A new force." in dialog.findChild(QLabel, "plan-notes").text()
    refused = dialog.findChild(QTableView, "refused").model()
    assert [refused.index(0, at).data() for at in range(3)] == [
        *("4", "Demining", "Country: “Libria” is not a country by any name known here.")
    ]
    assert dialog.findChild(QLabel, "state-1").text() == "▲"
    assert dialog.findChild(QPushButton, "import-list").text() == "Import 2 cases"


def test_a_choice_by_keyboard_is_planned_at_once(dialog, projects_file, qtbot):
    second_step(dialog, projects_file, qtbot)
    take_into(dialog, 1, "Leave", qtbot)
    planned(dialog, qtbot)
    assert said(dialog) == "3 of 3 rows can come in; none is refused."
    take_into(dialog, 4, "Bri", qtbot)
    planned(dialog, qtbot)
    assert dialog.desk.plan.records()[0].brief == "It went well."
    assert not dialog.findChild(QTableView, "refused").isVisible()


def test_unknown_words_can_be_left_out(dialog, projects_file, qtbot):
    second_step(dialog, projects_file, qtbot)
    qtbot.keyClick(dialog.findChild(QCheckBox, "lenient-1"), Qt.Key.Key_Space)
    planned(dialog, qtbot)
    assert said(dialog).startswith("3 of 3")
    assert "Country: 1 word left out." in dialog.findChild(QLabel, "plan-notes").text()


def test_refused_rows_are_saved_with_the_reason(dialog, projects_file, answers, tmp_path, qtbot):
    second_step(dialog, projects_file, qtbot)
    answers.choose_files(str(tmp_path / "refused.csv"))
    press(dialog, "save-refused", qtbot)
    qtbot.waitUntil((tmp_path / "refused.csv").is_file, timeout=10_000)
    head, row = csv.reader((tmp_path / "refused.csv").read_text(encoding="utf-8").splitlines())
    assert head[-1] == "Why it was refused" and row[:2] == ["Demining", "Libria"] and "Libria" in row[-1]


def test_a_list_goes_into_a_section(dialog, events_file, qtbot):
    choose(dialog.findChild(QComboBox, "into"), "timeline", qtbot)
    second_step(dialog, events_file, qtbot)
    assert "soon" in dialog.findChild(QTableView, "refused").model().index(0, 2).data()
    assert dialog.findChild(QPushButton, "import-list").text() == "Import 2 entries"
    assert [event.title for event in dialog.desk.plan.records()] == ["Peace signed", "Mission begins"]


def test_what_was_chosen_is_remembered_for_the_same_headings(dialog, projects_file, workbench, qtbot):
    second_step(dialog, projects_file, qtbot)
    take_into(dialog, 4, "Bri", qtbot)
    planned(dialog, qtbot)
    press(dialog, "import-list", qtbot)
    again = ImportListDialog(workbench)
    qtbot.addWidget(again)
    again.show()
    second_step(again, projects_file, qtbot)
    assert again.findChild(PickLine, "target-4").text() == "Brief"


def test_a_file_that_is_no_list_is_told_in_a_sentence(dialog, tmp_path, qtbot):
    (tmp_path / "x.csv").write_bytes(b"\x89PNG\x00\x00")
    dialog.open_file(tmp_path / "x.csv")
    problem = dialog.findChild(QLabel, "problem")
    qtbot.waitUntil(problem.isVisible, timeout=10_000)
    assert "x.csv" in problem.text() and not dialog.findChild(QPushButton, "next").isEnabled()


def test_back_and_forth_keeps_the_choices(dialog, projects_file, qtbot):
    second_step(dialog, projects_file, qtbot)
    take_into(dialog, 4, "Leave", qtbot)
    planned(dialog, qtbot)
    press(dialog, "back", qtbot)
    press(dialog, "next", qtbot)
    assert dialog.findChild(PickLine, "target-4").text() == "Leave out"
    assert said(dialog).startswith("2 of 3")


def test_closing_lets_go_of_what_is_under_way(dialog, projects_file, workbench, qtbot):
    dialog.open_file(projects_file)
    dialog.reject()
    qtbot.waitUntil(lambda: not workbench.tasks.running, timeout=10_000)
    assert dialog.desk.listed is None
