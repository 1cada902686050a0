from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton

from casebook.publishing.templates import Template
from casebook.ui.publish.section_choice import SectionChoice

FREE = Template(name="free", title="Free", folder=Path())
FIXED = Template(
    name="fixed", title="Fixed", folder=Path(), sections=("actors", "teaching_kits", "questions")
)


@pytest.fixture
def choice(workbench, qtbot):
    made = SectionChoice(workbench)
    qtbot.addWidget(made)
    made.show_choice(FREE, (), ())
    made.show()
    return made


@pytest.fixture
def rows(choice):
    return choice.findChild(QListWidget, "sections")


def go_to(rows, title):
    found = next(row for row in range(rows.count()) if rows.item(row).text().strip() == title)
    rows.setFocus()
    rows.setCurrentRow(found)


def titles(rows):
    return [rows.item(row).text().strip() for row in range(rows.count())]


def words(choice):
    return choice.findChild(QLabel, "sections-words").text()


def test_everything_is_ticked_at_first(choice, rows):
    assert (choice.first, choice.left_out) == ((), ())
    assert titles(rows)[:3] == ["Overview", "Narrative", "Places"] and "Testimonies" in titles(rows)
    assert words(choice) == "All sections · in the usual order"


def test_space_leaves_a_section_out_and_the_link_takes_all_again(choice, rows, qtbot):
    go_to(rows, "Places")
    with qtbot.waitSignal(choice.changed):
        qtbot.keyClick(rows, Qt.Key.Key_Space)
    assert choice.left_out == ("places",) and words(choice).startswith(
        f"{rows.count() - 1} of {rows.count()}"
    )
    with qtbot.waitSignal(choice.changed):
        qtbot.mouseClick(choice.findChild(QPushButton, "sections-all"), Qt.MouseButton.LeftButton)
    assert choice.left_out == ()


def test_alt_and_arrows_move_a_section_with_what_stands_in_it(choice, rows, qtbot):
    usual = titles(rows)
    go_to(rows, "Outcomes")
    with qtbot.waitSignal(choice.changed):
        qtbot.keyClick(rows, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    at = titles(rows).index("Outcomes")
    assert titles(rows)[at : at + 5] == [
        "Outcomes",
        "Indicators",
        "Measurements",
        "Testimonies",
        "Challenges",
    ]
    assert rows.currentItem().text() == "Outcomes"
    assert choice.first[at] == "outcomes" and "own" in words(choice)
    qtbot.keyClick(rows, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert titles(rows) == usual and choice.first == ()


def test_a_choice_that_was_kept_is_shown_again(choice, rows):
    choice.show_choice(FREE, ("lessons", "overview"), ("narrative",))
    assert titles(rows)[:3] == ["Lessons", "Overview", "Narrative"]
    assert choice.left_out == ("narrative",) and choice.first[:2] == ("lessons", "overview")


def test_what_stands_in_something_left_out_cannot_be_ticked(choice, rows, qtbot):
    go_to(rows, "Outcomes")
    qtbot.keyClick(rows, Qt.Key.Key_Space)
    at = titles(rows).index("Testimonies")
    assert not rows.item(at).flags() & Qt.ItemFlag.ItemIsEnabled


def test_a_report_with_an_order_of_its_own_lets_things_be_ticked_only(choice, rows, qtbot):
    choice.show_choice(FIXED, (), ("questions",))
    assert titles(rows) == ["Actors", "Teaching kit", "Questions"]
    go_to(rows, "Teaching kit")
    qtbot.keyClick(rows, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert titles(rows) == ["Actors", "Teaching kit", "Questions"] and choice.first == ()
    assert words(choice) == "2 of 3 sections"


def test_a_drag_moves_a_section(choice, rows, qtbot):
    model = rows.model()
    with qtbot.waitSignal(choice.changed):
        model.moveRow(model.index(-1, -1), 3, model.index(-1, -1), 0)
    assert titles(rows)[:3] == ["Actors", "Overview", "Narrative"]
