"""The list of tags keeps what is chosen and says the colour to those who cannot see it."""

import pytest
from PySide6.QtCore import Qt

from casebook.services.tags import Tag
from casebook.ui.organise.tag_list import TagList


@pytest.fixture
def tags(desk, qtbot):
    made = TagList(desk.tag_colours)
    qtbot.addWidget(made)
    made.show_tags([Tag(name="border", count=3), Tag(name="patrol", count=1)], ["patrol"])
    return made


def test_what_is_chosen_stays_chosen_where_it_is_still_there(tags):
    assert tags.chosen == ("patrol",)
    tags.show_tags([Tag(name="a", count=1), Tag(name="patrol", count=1)], tags.chosen)
    assert tags.chosen == ("patrol",)


def test_a_colour_is_seen_and_said(tags, desk):
    before = tags.item(0).icon().pixmap(16).toImage()
    desk.tag_colours.give(["border"], "pink", "")
    assert tags.item(0).icon().pixmap(16).toImage() != before
    assert tags.item(0).data(Qt.ItemDataRole.AccessibleTextRole) == "border: 3, pink"


@pytest.mark.parametrize(
    ("key", "signal"), [(Qt.Key.Key_F2, "rename_wanted"), (Qt.Key.Key_Delete, "delete_wanted")]
)
def test_keys(tags, key, signal, qtbot):
    with qtbot.waitSignal(getattr(tags, signal)):
        qtbot.keyClick(tags, key)
