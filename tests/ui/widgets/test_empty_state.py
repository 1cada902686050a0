from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from casebook.ui.widgets.empty_state import EmptyState


def test_it_says_what_belongs_here_and_offers_one_step(qtbot, look):
    state = EmptyState("No cases yet", "Start one.", "New case")
    qtbot.addWidget(state)
    state.show()
    assert state.accessibleName() == "No cases yet. Start one."
    with qtbot.waitSignal(state.action):
        qtbot.mouseClick(state.button, Qt.MouseButton.LeftButton)


def test_without_a_step_there_is_no_button(qtbot, look):
    state = EmptyState("Nothing here", "")
    qtbot.addWidget(state)
    state.show()
    assert not state.button.isVisible()
    state.show_words("Nothing here", "", "Look elsewhere")
    assert state.button.isVisible()


def test_its_lines_stay_short_in_a_wide_place(qtbot, look):
    state = EmptyState("No cases yet", "word " * 80)
    qtbot.addWidget(state)
    state.resize(1600, 600)
    state.show()
    assert max(label.width() for label in state.findChildren(QLabel)) < 700


def test_in_a_low_place_its_words_can_be_scrolled_to(qtbot, look):
    state = EmptyState("No cases yet", "word " * 80, "New case")
    qtbot.addWidget(state)
    state.resize(300, 120)
    state.show()
    assert state.verticalScrollBar().maximum() > 0
