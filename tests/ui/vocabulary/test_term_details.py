import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPlainTextEdit, QPushButton

from casebook.domain.word_list import WordList
from casebook.ui.vocabulary.term_details import TermDetails
from tests.strategies import VOCABULARIES

WORDS = WordList(shipped=VOCABULARIES["challenge"])


@pytest.fixture
def details(look, qtbot):
    made = TermDetails()
    qtbot.addWidget(made)
    made.resize(360, 700)
    made.show()
    made.show_term(WORDS, WORDS.listed.by_id["funding"], "en", may_change=True)
    made.show_use(WORDS, {"funding": 2})
    return made


def changes(details):
    made = []
    details.changed.connect(lambda step, text: made.append((step(WORDS), text)))
    return made


def test_a_word_with_its_place_labels_and_meaning(details):
    assert details.findChild(QLabel, "term-title").text() == "Funding"
    assert details.findChild(QLabel, "term-path").text() == "Resource constraints"
    assert details.labels.line("fr").text() == "Financement"
    assert details.findChild(QPlainTextEdit, "meaning").toPlainText().startswith("Money is missing")
    assert details.findChild(QPushButton, "used-in").text() == "Used in 2 cases"
    instead = details.findChild(QComboBox, "instead")
    assert instead.findData("funding") < 0 and instead.findText("Coordination › Overload") > 0


def test_what_is_typed_becomes_a_step(details, qtbot):
    made = changes(details)
    line = details.labels.line("en")
    line.selectAll()
    qtbot.keyClicks(line, "Money")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert made[0][0].listed.label("funding") == "Money" and made[0][1] == "Rename a word"
    details.flush()
    assert len(made) == 1


def test_undo_hands_over_what_is_typed_and_is_left_to_the_window(details, qtbot):
    made = changes(details)
    meaning = details.findChild(QPlainTextEdit, "meaning")
    qtbot.keyClicks(meaning, "No. ")
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier, "\x1a")
    QApplication.sendEvent(meaning, event)
    assert not event.isAccepted()
    assert made[0][0].listed.by_id["funding"].definition["en"].startswith("No. Money")


def test_only_own_words_that_are_not_used_can_be_deleted(details):
    delete = details.findChild(QPushButton, "delete-term")
    assert not delete.isVisible()
    words, term_id = WORDS.adding("Convoys", "en")
    details.show_term(words, words.listed.by_id[term_id], "en", may_change=True)
    for counts, enabled in ((None, False), ({term_id: 0}, False), ({term_id: 3}, False), ({}, True)):
        details.show_use(words, counts)
        assert delete.isVisible() and delete.isEnabled() == enabled
    assert not details.findChild(QLabel, "term-path").isVisible()
