from PySide6.QtCore import Qt

from casebook.ui.compare.passages import place_of
from tests.ui.compare.reviewer import COAST, CONTROL, HILLS, RIVER, SHARED, ident


def test_ctrl_enter_opens_the_passage_in_write_and_offers_the_way_back(reviewer):
    went = []
    reviewer.workbench.go_to.connect(lambda record_id, field: went.append((record_id, field)))
    reviewer.open("challenges")
    reviewer.go(SHARED, 1)
    reviewer.press(Qt.Key.Key_Return, CONTROL)
    assert reviewer.workbench.case.id == COAST
    assert reviewer.asked_for == ["write"]
    assert went == [(ident(13), "")]
    sentence, (words, back) = reviewer.told[-1]
    assert words == "Back to the comparison"
    assert sentence
    back()
    assert reviewer.asked_for[-1] == "compare"


def test_fields_sections_and_details_each_have_their_place(reviewer):
    model = reviewer.page.model

    def place(key, column):
        line = next(line for line in model.lines if line.key == key)
        return place_of(line, model.sight, column)

    assert place("narrative/context", 0) == (RIVER, "context")
    assert place("challenges", 2) == (HILLS, "challenges")
    reviewer.open("challenges")
    reviewer.open(SHARED)
    assert place(f"{SHARED}/description", 0) == (ident(10), "description")
    assert place(SHARED, 2) == (HILLS, "challenges")
