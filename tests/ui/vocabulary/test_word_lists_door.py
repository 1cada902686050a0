from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from casebook.ui.vocabulary.word_lists_door import WordListsDoor
from casebook.ui.vocabulary.word_lists_page import WordListsPage


def test_a_button_leads_to_the_word_lists(workbench, qtbot):
    door = WordListsDoor(workbench)
    qtbot.addWidget(door)
    with qtbot.waitSignal(workbench.workspace_requested) as wanted:
        qtbot.mouseClick(door.findChild(QPushButton, "word-lists-door"), Qt.MouseButton.LeftButton)
    assert wanted.args == ["word-lists"]


def test_from_the_settings_of_the_window(window, qtbot):
    window.go("settings")
    qtbot.mouseClick(window.findChild(QPushButton, "word-lists-door"), Qt.MouseButton.LeftButton)
    assert window.findChild(WordListsPage).isVisible()
