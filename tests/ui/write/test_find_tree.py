"""The tree of places: the box ticks, the words go there."""

import pytest
from PySide6.QtCore import Qt

from casebook.domain.case import new_case
from casebook.domain.find_in_case import occurrences
from casebook.domain.text_search import Wanted
from casebook.domain.wording import Wording
from casebook.ui.write.find_tree import FindTree

CASE = new_case(title="red and red", context="red")


@pytest.fixture
def tree(look, qtbot):
    made = FindTree()
    qtbot.addWidget(made)
    made.resize(320, 400)
    made.found.show_found(CASE, occurrences(CASE, Wanted(text="red")), Wording(vocabularies={}), anew=True)
    made.found.set_replacement("green")
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def second(tree):
    return tree.found.index(1, 0, tree.found.index(0, 0))


def test_a_click_on_the_box_ticks_and_goes_nowhere(tree, qtbot):
    with qtbot.assertNotEmitted(tree.chosen):
        qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.box(second(tree)).center())
    assert len(tree.found.outcome.done) == 2


def test_a_click_on_the_words_goes_there_and_ticks_nothing(tree, qtbot):
    with qtbot.waitSignal(tree.chosen) as chosen:
        qtbot.mouseClick(
            tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualRect(second(tree)).center()
        )
    assert (chosen.args[0].field, chosen.args[0].number) == ("title", 1)
    assert len(tree.found.outcome.done) == 3


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_goes_there(tree, qtbot, key):
    tree.stand_on(tree.found.occurrence_at(second(tree)))
    with qtbot.waitSignal(tree.chosen) as chosen:
        qtbot.keyClick(tree, key)
    assert chosen.args[0].number == 1


def test_enter_in_an_empty_tree_goes_nowhere(tree, qtbot):
    tree.found.show_found(None, (), Wording(vocabularies={}), anew=True)
    with qtbot.assertNotEmitted(tree.chosen):
        qtbot.keyClick(tree, Qt.Key.Key_Return)
