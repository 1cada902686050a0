import pytest
from PySide6.QtWidgets import QLineEdit

from casebook.services.completing import Suggestion
from casebook.ui.library.search_completer import SearchCompleter


@pytest.fixture
def line(look, qtbot):
    made = QLineEdit()
    qtbot.addWidget(made)
    made.show()
    return made


def test_what_is_taken_stands_in_place_of_what_was_typed_and_the_rest_stays(line):
    completer = SearchCompleter(line)
    line.setText("status:dr -iraq")
    line.setCursorPosition(9)
    completer.offer([Suggestion(start=7, text="draft", label="Draft")])
    completer.list.setCurrentIndex(completer.list.model().index(0, 0))
    assert completer.take_current()
    assert (line.text(), line.cursorPosition()) == ("status:draft -iraq", 13)
    assert not completer.list.isVisible()


def test_nothing_is_taken_where_nothing_is_marked(line):
    completer = SearchCompleter(line)
    assert not completer.take_current()
    completer.offer([])
    assert not completer.list.isVisible()
    assert not completer.take_current()
