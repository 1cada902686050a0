import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from casebook.ui.publish.name_choice import NameChoice

WORDS = {
    "reference": "LR-2003-001",
    "title": "Liberia: a case",
    "report": "Card",
    "audience": "Public",
    "date": "2026-03-02",
    "language": "en",
}


@pytest.fixture
def choice(look, qtbot):
    made = NameChoice()
    qtbot.addWidget(made)
    made.show_example(WORDS, "card", "public", ".pdf")
    made.show()
    return made


def made_name(choice):
    return choice.findChild(QLabel, "file-name-made").text()


def put(choice, field):
    menu = choice.findChild(QPushButton, "file-name-field").menu()
    next(action for action in menu.actions() if action.objectName() == f"field-{field}").trigger()


def test_without_a_pattern_the_usual_name_is_shown(choice):
    assert choice.pattern == "" and made_name(choice) == "LR-2003-001 liberia-a-case card public.pdf"


def test_the_name_is_shown_while_the_pattern_is_typed(choice, qtbot):
    field = choice.findChild(QLineEdit, "file-name")
    with qtbot.waitSignal(choice.changed):
        qtbot.keyClicks(field, "{title} ({audience})")
    assert made_name(choice) == "Liberia- a case (Public).pdf" and choice.problem == ""


def test_fields_come_from_a_menu(choice, qtbot):
    put(choice, "reference")
    put(choice, "date")
    assert choice.pattern == "{reference} {date}" and made_name(choice) == "LR-2003-001 2026-03-02.pdf"
    with qtbot.waitSignal(choice.changed):
        put(choice, "suggested")
    assert made_name(choice) == "LR-2003-001 Liberia- a case – Card (Public).pdf"


def test_a_field_that_is_none_is_told_at_once(choice, qtbot):
    qtbot.keyClicks(choice.findChild(QLineEdit, "file-name"), "{titel}")
    assert "{titel}" in choice.problem and made_name(choice) == choice.problem
    qtbot.keyClick(choice.findChild(QLineEdit, "file-name"), Qt.Key.Key_Backspace)
    assert choice.problem == ""
