"""How a place is drawn: old and new are seen however long the line, in both directions of reading."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor

from casebook.domain.case import new_case
from casebook.domain.find_in_case import occurrences
from casebook.domain.text_search import Wanted
from casebook.domain.wording import Wording
from casebook.ui.theme import LIGHT
from casebook.ui.write.find_tree import FindTree

CASE = new_case(title="word " * 60 + "here red there " + "word " * 60)


@pytest.fixture
def tree(look, qtbot):
    made = FindTree()
    qtbot.addWidget(made)
    made.resize(320, 200)
    made.found.show_found(CASE, occurrences(CASE, Wanted(text="red")), Wording(vocabularies={}), anew=True)
    made.show()
    return made


def colours_of(tree, index):
    rect = tree.visualRect(index)
    image = tree.viewport().grab(QRect(rect)).toImage()
    return {
        QColor(image.pixel(x, y)).name().upper() for x in range(image.width()) for y in range(image.height())
    }


def place(tree):
    return tree.found.index(0, 0, tree.found.index(0, 0))


def test_what_was_found_is_seen_in_the_middle_of_a_long_line(tree):
    assert LIGHT.notice[0] in colours_of(tree, place(tree))


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_old_and_new_are_both_seen(tree, direction):
    tree.setLayoutDirection(direction)
    tree.found.set_replacement("green")
    shown = colours_of(tree, place(tree))
    assert {LIGHT.danger[0], LIGHT.ok[0]} <= shown
    assert LIGHT.notice[0] not in shown


def test_a_place_is_higher_than_a_group(tree):
    group = tree.found.index(0, 0)
    assert tree.visualRect(place(tree)).height() > tree.visualRect(group).height()


def test_words_begin_behind_the_tick(tree):
    tree.found.set_replacement("green")
    index = place(tree)
    box = tree.box(index)
    image = tree.viewport().grab(QRect(box.right() + 1, box.top(), 5, box.height())).toImage()
    assert len({image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}) == 1
