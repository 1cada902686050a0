import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QStyleOptionViewItem

from casebook.domain.case import Case
from casebook.domain.merge_plan import merge_plan
from casebook.domain.merge_rows import Choice
from casebook.domain.wording import Wording
from casebook.ui.likeness.merge_lines import merge_lines
from casebook.ui.likeness.merge_list import MergeList
from tests.strategies import VOCABULARIES

WORDING = Wording(vocabularies=VOCABULARIES)


@pytest.fixture
def shown(look, qtbot):
    made = MergeList()
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    return made


def show(shown, kept, other):
    plan = merge_plan(kept, other, WORDING)
    shown.merge.show_plan(plan, merge_lines(plan, WORDING))
    shown.grab()


def choice_at(shown, place, share, *, mirrored=False):
    option = QStyleOptionViewItem()
    shown.initViewItemOption(option)
    index = shown.merge.index(place)
    option.rect = shown.visualRect(index)
    option.direction = Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight
    at = QPoint(option.rect.left() + round(share * option.rect.width()), option.rect.bottom() - 25)
    return shown.itemDelegate().choice_at(option, index, at)


def test_a_card_is_as_high_as_the_longer_side(shown):
    show(shown, Case(title="One"), Case(title="Two"))
    low = shown.sizeHintForRow(1)
    show(shown, Case(title="One"), Case(title="Two " * 60))
    assert shown.sizeHintForRow(1) > 1.5 * low and low > shown.sizeHintForRow(0)


def test_the_sides_of_a_card_are_the_choices_mirrored_too(shown):
    show(shown, Case(title="One"), Case(title="Two"))
    assert choice_at(shown, 1, 0.25) is Choice.KEPT and choice_at(shown, 1, 0.75) is Choice.OTHER
    assert choice_at(shown, 1, 0.25, mirrored=True) is Choice.OTHER
    assert choice_at(shown, 0, 0.5) is None


def test_the_chosen_side_is_framed_in_the_accent(shown):
    show(shown, Case(title="One"), Case(title="Two"))

    def framed(share):
        picture = shown.viewport().grab().toImage()
        box = shown.visualRect(shown.merge.index(1))
        x, middle = box.left() + round(share * box.width()), box.center().y()
        return any(picture.pixelColor(x, y).name() == "#0f5c6e" for y in range(middle, box.bottom() - 5))

    assert framed(0.25) and not framed(0.75)
    shown.merge.choose(1, Choice.OTHER)
    assert framed(0.75) and not framed(0.25)
