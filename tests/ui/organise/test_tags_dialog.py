"""Tags in their dialog: renamed, merged and deleted everywhere after a plan; coloured at a click."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QToolButton

from casebook.storage.library import Library
from casebook.ui.organise.tag_list import TagList
from casebook.ui.organise.tags_dialog import TagsDialog
from casebook.ui.widgets.line_delegate import NOTE_ROLE

SOON = 20_000


@pytest.fixture
def dialog(desk, qtbot):
    made = TagsDialog(desk)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def tags(dialog):
    return dialog.findChild(TagList)


def words(desk):
    return desk.library.facts.words("tags")


def name(dialog):
    return dialog.findChild(QLineEdit, "tag-name")


def ready(dialog, text, qtbot):
    button = dialog.findChild(QPushButton, "do")
    qtbot.waitUntil(lambda: button.isEnabled() and button.text() == text, timeout=SOON)
    return button


def retype(dialog, text, qtbot):
    name(dialog).setFocus()
    name(dialog).selectAll()
    qtbot.keyClicks(name(dialog), text)


def test_all_are_listed_with_their_counts(tags):
    assert [tags.item(row).text() for row in range(tags.count())] == ["border", "patrol"]
    assert [tags.item(row).data(NOTE_ROLE) for row in range(2)] == ["40", "20"]
    assert tags.chosen == ("border",)


def test_one_is_renamed_everywhere_as_one_step(dialog, tags, desk, qtbot):
    tags.setFocus()
    qtbot.keyClick(tags, Qt.Key.Key_F2)
    assert name(dialog).selectedText() == "border"
    retype(dialog, "borders", qtbot)
    button = ready(dialog, "Rename in 40 cases", qtbot)
    with qtbot.waitSignal(desk.told, timeout=SOON) as told:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert told.args[0] == "“borders” is the tag of 40 cases now."
    assert words(desk) == {"borders": 40, "patrol": 20}
    assert [tags.item(row).text() for row in range(tags.count())] == ["borders", "patrol"]
    desk.undo()
    qtbot.waitUntil(lambda: words(desk) == {"border": 40, "patrol": 20}, timeout=SOON)


def test_two_are_merged_into_one_that_is_there(dialog, tags, desk, qtbot):
    tags.selectAll()
    assert name(dialog).text() == "border", "the one that most cases have"
    button = ready(dialog, "Rename in 20 cases", qtbot)
    assert "They become one tag: “border”." in [label.text() for label in dialog.findChildren(QLabel)]
    with qtbot.waitSignal(desk.told, timeout=SOON):
        button.click()
    assert words(desk) == {"border": 40}


def test_one_is_deleted_everywhere(dialog, tags, desk, qtbot):
    tags.setFocus()
    qtbot.keyClick(tags, Qt.Key.Key_Delete)
    ready(dialog, "Delete from 40 cases", qtbot)
    with qtbot.waitSignal(desk.told, timeout=SOON):
        qtbot.keyClick(tags, Qt.Key.Key_Return)
    assert words(desk) == {"patrol": 20}


def test_a_colour_is_given_at_a_click_and_goes_with_the_name(dialog, tags, desk, qtbot):
    qtbot.mouseClick(dialog.findChild(QToolButton, "colour-teal"), Qt.MouseButton.LeftButton)
    assert desk.tag_colours.colour("border") == "teal"
    assert dialog.findChild(QToolButton, "colour-teal").accessibleDescription() == "in use"
    assert tags.item(0).data(Qt.ItemDataRole.AccessibleTextRole) == "border: 40, teal"
    retype(dialog, "borders", qtbot)
    with qtbot.waitSignal(desk.told, timeout=SOON):
        ready(dialog, "Rename in 40 cases", qtbot).click()
    assert desk.tag_colours.colour("borders") == "teal"


def test_some_are_found_by_typing(dialog, tags, qtbot):
    qtbot.keyClicks(dialog.findChild(QLineEdit, "tag-filter"), "pat")
    assert [tags.isRowHidden(row) for row in range(2)] == [True, False]


def test_the_same_name_changes_nothing(dialog, qtbot):
    assert not dialog.findChild(QPushButton, "do").isEnabled()
    assert "another name" in dialog.findChild(QLabel, "plan-words").text()


def test_without_tags_it_says_where_they_come_from(desk, tmp_path, qtbot):
    desk.set_library(Library.create(tmp_path / "none.casebook"))
    dialog = TagsDialog(desk)
    qtbot.addWidget(dialog)
    assert "No case has a tag yet" in dialog.findChild(QLabel, "plan-words").text()
    assert not dialog.findChild(QPushButton, "do").isEnabled()
