import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent

from casebook.domain.word_list import WordList
from casebook.ui.vocabulary.new_term_delegate import NewTermDelegate
from casebook.ui.vocabulary.term_tree import TermTree
from tests.strategies import VOCABULARIES


@pytest.fixture
def words():
    return WordList(shipped=VOCABULARIES["challenge"])


@pytest.fixture
def tree(look, qtbot, words):
    made = TermTree()
    qtbot.addWidget(made)
    made.resize(500, 900)
    made.show()
    made.show_list(words, "en", may_change=True)
    return made


def dropped(tree, term_id, on, *, below):
    """Drop the term with this id on the upper or lower half of another row."""
    tree.choose(term_id)
    rect = tree.visualItemRect(tree._items[on])
    at = QPointF(rect.center().x(), rect.bottom() - 2 if below else rect.top() + 2)
    event = QDropEvent(
        at,
        Qt.DropAction.MoveAction,
        QMimeData(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    tree.dropEvent(event)


@pytest.mark.parametrize(
    ("term_id", "on", "below", "place"),
    [
        ("funding", "training-facilities", True, 2),
        ("funding", "training-facilities", False, 1),
        ("training-facilities", "funding", False, 0),
        ("training-facilities", "funding", True, 1),
    ],
)
def test_a_word_dropped_among_its_neighbours_gets_its_place(tree, qtbot, term_id, on, below, place):
    with qtbot.waitSignal(tree.moved) as moved:
        dropped(tree, term_id, on, below=below)
    assert moved.args == [term_id, place]
    assert tree.topLevelItemCount() == 8


def test_a_word_dropped_elsewhere_stays(tree, qtbot, words):
    with qtbot.assertNotEmitted(tree.moved):
        dropped(tree, "funding", "mandate-gap", below=True)
        dropped(tree, "funding", "funding", below=True)
        tree.filter("fund", words)
        dropped(tree, "funding", "training-facilities", below=True)


def test_what_differs_from_the_list_as_shipped_is_said(tree, words):
    words, _made = words.adding("Convoys", "en", "resource-constraints")
    words = words.relabelling("funding", {"en": "Money"}).retiring("overload", "command-control")
    tree.show_list(words, "en", may_change=True)

    def note(term_id):
        return tree._items[term_id].data(0, NewTermDelegate.NOTE)

    assert note("convoys") == "added here" and note("funding") == "reworded"
    assert note("overload") == "no longer offered, use “Command and control”"
    assert note("mandate-gap") == ""


def test_the_current_word_and_folded_branches_stay_when_shown_anew(tree, words):
    tree.choose("overload")
    tree._items["cultural-differences"].setExpanded(False)
    tree.show_list(words.relabelling("funding", {"en": "Money"}), "en", may_change=True)
    assert tree.current_id == "overload"
    assert not tree._items["cultural-differences"].isExpanded()
    assert tree._items["coordination"].isExpanded()


def test_counts_stand_beside_the_words(tree):
    tree.show_counts({"funding": 12})
    assert tree._items["funding"].text(1) == "12" and tree._items["overload"].text(1) == ""
    tree.show_counts(None)
    assert tree._items["funding"].text(1) == ""


def test_reading_only_nothing_can_be_renamed_or_moved(tree, words, qtbot):
    tree.show_list(words, "en", may_change=False)
    assert not tree._items["funding"].flags() & Qt.ItemFlag.ItemIsEditable
    with qtbot.assertNotEmitted(tree.moved):
        dropped(tree, "funding", "training-facilities", below=True)


@pytest.mark.parametrize("typed", ["financement", "FUND", "fund"])
def test_a_filter_keeps_what_stands_above(tree, words, typed):
    assert tree.filter(typed, words)
    assert not tree._items["funding"].isHidden() and not tree._items["resource-constraints"].isHidden()
    assert tree._items["overload"].isHidden()
    assert not tree.filter("zzzz", words)
