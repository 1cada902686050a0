"""Rows of the change log: days as small headings, long sentences in several lines."""

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QListView, QStyleOptionViewItem

from casebook.storage.history import HistoryEntry
from casebook.ui.write.history_delegate import MOST_LINES, HistoryDelegate
from casebook.ui.write.history_model import HistoryModel


def entry(number, what):
    return HistoryEntry(id=str(number), at="2026-03-01T12:00:00+00:00", who="Kofi", what=what, change={})


@pytest.fixture
def view(look, qtbot):
    made = QListView()
    qtbot.addWidget(made)
    made.resize(260, 500)
    model = HistoryModel(made)
    model.show_latest([entry(1, "Short"), entry(2, "word " * 30), entry(3, "word " * 900)])
    made.setModel(model)
    made.setItemDelegate(HistoryDelegate(made))
    with qtbot.waitExposed(made):
        made.show()
    return made


def heights(view):
    option = QStyleOptionViewItem()
    view.initViewItemOption(option)
    delegate, model = view.itemDelegate(), view.model()
    return [delegate.sizeHint(option, model.index(row)).height() for row in range(model.rowCount())]


def test_a_longer_sentence_takes_more_lines_up_to_a_limit(view):
    _day, short, long, endless = heights(view)
    line = view.fontMetrics().height()
    assert short < long < endless
    assert endless <= (MOST_LINES + 1) * line + 12


def test_the_chosen_change_looks_different(view):
    before: QImage = view.grab().toImage()
    view.setCurrentIndex(view.model().index(1))
    assert view.grab().toImage() != before
