"""The page of word lists on a real library, with the list of challenges in front."""

import pytest
from PySide6.QtCore import Qt

from casebook.ui.vocabulary.word_lists_page import WordListsPage


@pytest.fixture
def page(workbench, qtbot):
    """Counted and ready; `undo` is Ctrl+Z as in the window."""
    made = WordListsPage(workbench)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.arrive()
    made.lists.choose("challenge")
    qtbot.waitUntil(lambda: made._counts is not None, timeout=10_000)
    return made


@pytest.fixture
def typed(qtbot):
    """Type where the keyboard is, and press Enter."""

    def type_and_enter(widget, text, key=Qt.Key.Key_Return):
        qtbot.keyClicks(widget, text)
        qtbot.keyClick(widget, key)

    return type_and_enter
