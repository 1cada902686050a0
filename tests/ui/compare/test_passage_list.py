from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QToolButton

from casebook.domain.records import RecordId
from casebook.domain.tally import Passage
from casebook.ui.compare.passage_list import MOST, PassageList


def passage(number):
    return Passage(
        case_id=RecordId("c"),
        record_id=RecordId(f"r{number}"),
        field="category",
        case_title="Liberia",
        title=f"Challenge {number}",
        facts="Severe",
    )


def test_a_card_leads_to_its_passage(qtbot, look):
    made = PassageList()
    qtbot.addWidget(made)
    made.show()
    made.show_passages("Liberia – Funding", [passage(1), passage(2)])
    assert made.findChild(QLabel, "passages-title").text() == "Liberia – Funding"
    assert made.cards[1].accessibleName() == "Challenge 2, Severe, Liberia"
    with qtbot.waitSignal(made.wanted) as wish:
        qtbot.keyClick(made.cards[1], Qt.Key.Key_Return)
    assert wish.args[0].record_id == "r2"


def test_many_are_cut_and_none_is_said(qtbot, look):
    made = PassageList()
    qtbot.addWidget(made)
    made.show_passages("Many", [passage(number) for number in range(MOST + 5)])
    assert len(made.cards) == MOST
    assert "and 5 more" in [label.text() for label in made.findChildren(QLabel)]
    made.show_passages("None", [])
    assert "No entries" in [label.text() for label in made.findChildren(QLabel)]


def test_the_cross_closes(qtbot, look):
    made = PassageList()
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.closed):
        qtbot.mouseClick(made.findChild(QToolButton, "passages-close"), Qt.MouseButton.LeftButton)
