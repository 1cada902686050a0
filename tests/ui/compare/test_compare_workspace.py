import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from casebook.ui.compare.compare_workspace import CompareWorkspace
from casebook.ui.widgets.card import Card


@pytest.fixture
def space(workbench, qtbot):
    made = CompareWorkspace(workbench)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    return made


def test_it_says_what_is_coming_and_where_to_go_meanwhile(space, workbench, qtbot):
    space.arrive()
    assert "side by side" in " ".join(label.text() for label in space.findChildren(QLabel))
    with qtbot.waitSignal(workbench.workspace_requested) as wanted:
        qtbot.mouseClick(space.findChild(QPushButton, "empty-action"), Qt.MouseButton.LeftButton)
    assert wanted.args == ["library"]


def test_cases_brought_here_are_kept(space, workbench, liberia):
    space.take_cases((liberia.id,))
    assert space.chosen_cases() == (liberia.id,)
    assert [card.title for card in space.findChildren(Card)] == [liberia.title]
    workbench.set_library(None)
    assert space.chosen_cases() == ()
