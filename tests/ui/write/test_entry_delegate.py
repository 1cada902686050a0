"""How an entry is painted: as high as its words, marked when current, mirrored where the language is."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor

from casebook.domain.case import CASE, Case
from casebook.domain.records import RecordId
from casebook.domain.sections.challenges import Challenge
from casebook.domain.sections.evidence import Evidence
from casebook.domain.wording import Wording
from casebook.ui.theme import LIGHT
from casebook.ui.widgets.card_list import CardList
from casebook.ui.write.entry_delegate import EDGE, EntryDelegate
from casebook.ui.write.entry_model import EntryModel

LONG = "The officers who had been sent for the course were moved to other posts before it began. " * 5


@pytest.fixture
def cards(look, qtbot):
    """A list of three cards: short and sourced, long and unsourced, and one with many facts."""
    challenges = (
        Challenge(id=RecordId("a"), title="Fuel"),
        Challenge(id=RecordId("b"), title=LONG),
        Challenge(id=RecordId("c"), title="Fuel", severity=5),
    )
    case = Case(challenges=challenges, evidence=(Evidence(claim=RecordId("a"), source=RecordId("s")),))
    view = CardList()
    model = EntryModel(view)
    model.show_section(case, CASE.sections["challenges"], Wording(vocabularies={}), ())
    view.setModel(model)
    view.setItemDelegate(EntryDelegate(view))
    qtbot.addWidget(view)
    view.resize(300, 600)
    with qtbot.waitExposed(view):
        view.show()
    return view


def rect(view, row):
    return view.visualRect(view.model().index(row, 0))


def colours(view, row, x):
    """The colours down a column of pixels through a card."""
    image = view.viewport().grab().toImage()
    card = rect(view, row)
    return {image.pixelColor(QPoint(x, y)).name() for y in range(card.top(), card.bottom())}


def test_cards_are_as_high_as_their_words(cards):
    line = cards.fontMetrics().height()
    short, long, facts = (rect(cards, row).height() for row in range(3))
    assert long >= short + 3 * line
    assert long <= short + 4 * line
    assert facts > short


def test_the_current_card_is_marked_at_its_leading_edge(cards):
    cards.setCurrentIndex(cards.model().index(0, 0))
    cards.clearFocus()
    left, right = EDGE + 3, cards.viewport().width() - EDGE - 4
    accent = QColor(LIGHT.accent).name()
    assert accent in colours(cards, 0, left)
    assert accent not in colours(cards, 1, left)
    cards.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    right = cards.viewport().width() - EDGE - 4
    assert accent in colours(cards, 0, right)


def test_a_chip_is_painted_for_what_has_no_source(cards):
    background = QColor(LIGHT.warning[0]).name()
    at = EDGE + 12 + 10
    assert background in colours(cards, 1, at)
    assert background not in colours(cards, 0, at)


def test_a_card_that_grows_pushes_the_next_one_down(cards, qtbot):
    model = cards.model()
    below = rect(cards, 1).top()
    case = Case(challenges=(Challenge(id=RecordId("a"), title=LONG), Challenge(id=RecordId("b"), title="x")))
    model._case = None
    model.show_section(case, CASE.sections["challenges"], Wording(vocabularies={}), ())
    qtbot.waitUntil(lambda: rect(cards, 1).top() > below)


def test_it_paints_in_a_very_narrow_list(cards):
    cards.resize(60, 400)
    assert not cards.viewport().grab().isNull()
    assert rect(cards, 0).height() > 0
