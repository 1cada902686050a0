import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from casebook.ui.forms.lookalike_line import LookalikeLine
from casebook.ui.widgets.elided_label import ElidedLabel

DARFUR = "African Union in Darfur"


@pytest.fixture
def line(reading_desk, qtbot):
    made = LookalikeLine(reading_desk)
    qtbot.addWidget(made)
    return made


def test_it_says_which_case_it_is_and_leads_there(line, reading_desk, qtbot):
    line.ask(DARFUR[:-2])
    qtbot.waitUntil(line.isVisible)
    words = line.findChild(ElidedLabel, "lookalike-words").full_text
    assert words == f"Looks like “{DARFUR}” (SD-2004-001):"
    with qtbot.waitSignal(line.case_wanted) as wanted:
        qtbot.mouseClick(line.findChild(QPushButton, "lookalike-open"), Qt.MouseButton.LeftButton)
    assert wanted.args == [reading_desk.library.cases.resolve("SD-2004-001")]


def test_it_goes_when_the_title_is_another(line, qtbot):
    line.ask(DARFUR)
    qtbot.waitUntil(line.isVisible)
    line.ask("Ceasefire cell in Gao")
    qtbot.waitUntil(lambda: not line.isVisible())


def test_a_few_letters_are_no_title(line, qtbot):
    line.ask(DARFUR)
    qtbot.waitUntil(line.isVisible)
    line.ask("Afr")
    assert not line.isVisible()
