import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from casebook.domain.word_list import WordList
from casebook.ui.vocabulary.term_pane import TermPane
from tests.strategies import VOCABULARIES

WORDS = WordList(shipped=VOCABULARIES["challenge"])


@pytest.fixture
def pane(look, qtbot):
    made = TermPane()
    qtbot.addWidget(made)
    made.resize(500, 600)
    made.show()
    made.show_list(WORDS, "en", may_change=True)
    return made


def enabled(pane):
    names = ("add-term", "add-below", "rename-term", "term-up", "term-down")
    return [name for name in names if pane.findChild(QWidget, name).isEnabled()]


def test_what_can_be_done_depends_on_the_list_and_the_filter(pane, qtbot):
    assert enabled(pane) == ["add-term", "add-below", "rename-term", "term-up", "term-down"]
    qtbot.keyClicks(pane.findChild(QLineEdit, "term-filter"), "fund")
    assert enabled(pane) == ["add-term", "add-below", "rename-term"]
    pane.show_list(WordList(shipped=VOCABULARIES["consent"]), "en", may_change=True)
    assert pane.findChild(QLineEdit, "term-filter").text() == "" and enabled(pane) == ["rename-term"]
    pane.show_list(WORDS, "en", may_change=False)
    assert enabled(pane) == []


def test_nothing_found_offers_the_next_step(pane, qtbot):
    pane.search()
    line = pane.findChild(QLineEdit, "term-filter")
    qtbot.keyClicks(line, "zzzz")
    clear = pane.findChild(QPushButton, "empty-action")
    assert clear.isVisible() and not pane.tree.isVisible()
    qtbot.mouseClick(clear, Qt.MouseButton.LeftButton)
    assert pane.tree.isVisible() and line.text() == ""


def test_it_says_which_word_is_looked_at(pane, qtbot):
    with qtbot.waitSignal(pane.chosen) as chosen:
        pane.tree.choose("funding")
    assert chosen.args == ["funding"]
