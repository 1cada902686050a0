import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton

from casebook.ui.publish.find_bar import FindBar


@pytest.fixture
def bar(look, qtbot):
    made = FindBar()
    qtbot.addWidget(made)
    made.open()
    return made


@pytest.fixture
def field(bar):
    return bar.findChild(QLineEdit, "find-in-pages")


def test_it_tells_what_is_typed_and_how_many_places_there_are(bar, field, qtbot):
    with qtbot.waitSignal(bar.sought) as told:
        qtbot.keyClicks(field, "a")
    assert told.args == ["a"] and bar.text == "a"
    count = bar.findChild(QLabel, "found-in-pages")
    bar.show_count(0, 7)
    assert count.text() == "1 of 7"
    bar.show_count(0, 0)
    assert count.text() == "Not found"
    field.clear()
    bar.show_count(0, 0)
    assert count.text() == ""


def test_keys_and_buttons_step_on_and_back(bar, field, qtbot):
    steps = []
    bar.stepped.connect(steps.append)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    for name in ("found-next", "found-previous"):
        qtbot.mouseClick(bar.findChild(QToolButton, name), Qt.MouseButton.LeftButton)
    assert steps == [1, -1, 1, -1]


def test_escape_and_its_button_close_it_and_opening_looks_again(bar, field, qtbot):
    qtbot.keyClicks(field, "mandate")
    with qtbot.waitSignal(bar.closed):
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not bar.isVisible() and bar.text == ""
    with qtbot.waitSignal(bar.sought) as told:
        bar.open()
    assert told.args == ["mandate"] and field.selectedText() == "mandate"
    with qtbot.waitSignal(bar.closed):
        qtbot.mouseClick(bar.findChild(QToolButton, "found-close"), Qt.MouseButton.LeftButton)
    assert not bar.isVisible()
