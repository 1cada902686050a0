import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from casebook.ui.frame.library_door import LibraryDoor
from casebook.ui.frame.welcome_page import WelcomePage
from casebook.ui.widgets.card import Card
from casebook.ui.window_state import WindowState


@pytest.fixture
def page(workbench, qtbot, tmp_path):
    file = tmp_path / "Field.casebook"
    file.write_text("")
    state = WindowState(tmp_path / "window.json")
    state.remember(file)
    workbench.set_library(None)
    made = WelcomePage(LibraryDoor(workbench, state, None))
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    return made


def test_three_ways_to_begin(page):
    names = {card.objectName() for card in page.findChildren(Card)}
    assert names == {"welcome-sample", "welcome-new", "welcome-existing"}
    assert all(card.accessibleName() for card in page.findChildren(Card))


def test_recent_libraries_are_listed_and_the_latest_has_the_focus(page, workbench, qtbot):
    (recent,) = (button for button in page.findChildren(QPushButton) if button.text() == "Field")
    qtbot.waitUntil(lambda: page.window().focusWidget() is recent, timeout=2000)
    with qtbot.waitSignal(workbench.problem):
        qtbot.mouseClick(recent, Qt.MouseButton.LeftButton)


def test_it_fits_a_narrow_window(page):
    page.resize(420, 500)
    assert page.widget().width() <= page.viewport().width() + 1
