import pytest
from PySide6.QtCore import QPoint, Qt

from casebook.domain.case import Case
from casebook.domain.merge_plan import merge_plan
from casebook.domain.merge_rows import Choice
from casebook.domain.sections.challenges import Challenge
from casebook.domain.wording import Wording
from casebook.ui.likeness.merge_lines import merge_lines
from casebook.ui.likeness.merge_list import MergeList
from tests.strategies import VOCABULARIES

WORDING = Wording(vocabularies=VOCABULARIES)


@pytest.fixture
def shown(look, qtbot):
    kept = Case(title="One", context="Mine.", challenges=(Challenge(title="Gap", severity=2),))
    other = Case(title="Two", context="Theirs.", challenges=(Challenge(title="Late pay"),))
    plan = merge_plan(kept, other, WORDING)
    made = MergeList()
    qtbot.addWidget(made)
    made.resize(640, 700)
    made.merge.show_plan(plan, merge_lines(plan, WORDING))
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(lambda: made.currentIndex().isValid())
    return made


def rect(shown, title):
    model = shown.merge
    place = next(at for at in range(model.rowCount()) if model.index(at).data() == title)
    return shown.visualRect(model.index(place))


def click(shown, title, share, qtbot):
    """Click in the lower half of a card, at a share of its width."""
    box = rect(shown, title)
    at = QPoint(box.left() + round(share * box.width()), box.bottom() - 25)
    qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_the_keys_choose_for_the_row_the_keyboard_stands_on(shown, qtbot):
    assert shown.currentIndex().data() == "Title"
    qtbot.keyClick(shown, Qt.Key.Key_2)
    assert shown.merge.choices == {"field/title": Choice.OTHER}
    qtbot.keyClick(shown, Qt.Key.Key_Down)
    assert shown.currentIndex().data() == "Context"
    qtbot.keyClick(shown, Qt.Key.Key_3)
    assert shown.merge.choices["field/context"] is Choice.BOTH
    qtbot.keyClick(shown, Qt.Key.Key_1)
    assert shown.merge.choices["field/context"] is Choice.KEPT


def test_a_click_on_a_side_takes_it(shown, qtbot):
    click(shown, "Title", 0.75, qtbot)
    assert shown.merge.choices == {"field/title": Choice.OTHER}
    click(shown, "Title", 0.25, qtbot)
    assert shown.merge.choices == {"field/title": Choice.KEPT}


def test_a_click_on_both_takes_both(shown, qtbot):
    box = rect(shown, "Context")
    at = QPoint(box.right() - 40, box.top() + 22)
    qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert shown.merge.choices == {"field/context": Choice.BOTH}


def test_an_entry_is_left_out_by_a_click(shown, qtbot):
    click(shown, "Late pay", 0.25, qtbot)
    assert set(shown.merge.choices.values()) == {Choice.KEPT}


def test_f8_goes_to_what_is_open(shown, qtbot):
    qtbot.keyClick(shown, Qt.Key.Key_F8)
    assert shown.currentIndex().data() == "Context"
    qtbot.keyClick(shown, Qt.Key.Key_F8)
    assert shown.currentIndex().data() == "Title"
