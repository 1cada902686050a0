"""Changing a selection by its dialog: the plan first, then one step."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QToolButton, QTreeWidget

from casebook.storage.listing import ListQuery
from casebook.ui.forms.field_editor import FieldEditor
from casebook.ui.organise.bulk_dialog import BulkDialog
from tests.ui.organise.conftest import COUNT

SOON = 20_000


@pytest.fixture
def ids(desk):
    return desk.library.cases.ids(ListQuery(sort="title", descending=False))


@pytest.fixture
def dialog(desk, ids, qtbot):
    desk.library.cases.trash(ids[-1])
    made = BulkDialog(desk, ids)
    qtbot.addWidget(made)
    made.show()
    return made


def button(dialog):
    return dialog.findChild(QPushButton, "change")


def summary(dialog):
    return dialog.findChild(QLabel, "plan-words").text()


def choose(dialog, name, value):
    combo = dialog.findChild(QComboBox, f"wish-{name}")
    assert combo.findData(value) >= 0
    combo.setCurrentIndex(combo.findData(value))


def planned(dialog, qtbot):
    qtbot.waitUntil(lambda: " change" in summary(dialog) and "plan" not in summary(dialog), timeout=SOON)
    return summary(dialog)


def type_word(dialog, name, word, qtbot):
    (editor,) = (one for one in dialog.findChildren(FieldEditor) if one.objectName() == name)
    line = editor.findChild(QLineEdit)
    qtbot.keyClicks(line, word)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def test_nothing_can_be_done_before_something_is_wished(dialog):
    assert not button(dialog).isEnabled()


def test_the_plan_says_what_changes_what_is_so_and_what_is_refused_and_why(dialog, desk, qtbot):
    choose(dialog, "status", "archived")
    assert planned(dialog, qtbot) == f"{COUNT - 1} change · 1 refused"
    tree = dialog.findChild(QTreeWidget, "plan")
    refused = tree.topLevelItem(0)
    assert refused.text(0) == "1 refused: in the Trash; restore them first"
    assert refused.child(0).text(0) == f"Case {COUNT - 1}"
    assert button(dialog).text() == f"Change {COUNT - 1} cases"
    assert desk.library.cases.count(ListQuery(statuses=("archived",))) == 0
    choose(dialog, "status", "draft")
    qtbot.waitUntil(
        lambda: summary(dialog) == f"0 change · {COUNT - 1} are so already · 1 refused", timeout=SOON
    )
    assert not button(dialog).isEnabled() and button(dialog).text() == "Nothing to change"


def test_doing_it_is_one_step(dialog, desk, qtbot):
    type_word(dialog, "add_tags", "vetting", qtbot)
    choose(dialog, "sensitivity", "public")
    planned(dialog, qtbot)
    with qtbot.waitSignal(desk.told, timeout=SOON) as told:
        qtbot.mouseClick(button(dialog), Qt.MouseButton.LeftButton)
        assert not dialog.isVisible()
    assert told.args[0] == f"{COUNT - 1} cases were changed."
    assert desk.library.facts.words("tags")["vetting"] == COUNT - 1
    desk.undo()
    qtbot.waitUntil(lambda: "vetting" not in desk.library.facts.words("tags"), timeout=SOON)


def test_tags_are_taken_away_and_authors_replaced(dialog, desk, ids, qtbot):
    type_word(dialog, "remove_tags", "border", qtbot)
    choose(dialog, "people", "replace")
    type_word(dialog, "authors", "Kofi Boateng", qtbot)
    planned(dialog, qtbot)
    with qtbot.waitSignal(desk.told, timeout=SOON):
        button(dialog).click()
    assert desk.library.cases.load(ids[2]).tags == ("patrol",)
    assert desk.library.cases.load(ids[2]).authors == ("Kofi Boateng",)


def test_the_tags_of_the_cases_are_offered_to_be_taken_away(dialog, desk, ids, qtbot):
    qtbot.waitUntil(lambda: len(dialog.findChildren(QToolButton, "tag-offer")) == 2, timeout=SOON)
    first = dialog.findChildren(QToolButton, "tag-offer")[0]
    assert first.text() == "border · 40"
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    planned(dialog, qtbot)
    with qtbot.waitSignal(desk.told, timeout=SOON):
        button(dialog).click()
    assert desk.library.cases.load(ids[2]).tags == ("patrol",)


def test_cases_go_into_a_collection(dialog, desk, qtbot):
    police = next(one for one in desk.library.collections.all() if one.name == "Police")
    choose(dialog, "into", police.id)
    planned(dialog, qtbot)
    with qtbot.waitSignal(desk.told, timeout=SOON):
        button(dialog).click()
    assert desk.library.collections.counts()[police.id] == COUNT - 1


def test_trashed_cases_come_back(dialog, desk, qtbot):
    choose(dialog, "trash", "out")
    assert planned(dialog, qtbot) == f"1 changes · {COUNT - 1} are so already"
    with qtbot.waitSignal(desk.told, timeout=SOON):
        button(dialog).click()
    assert desk.library.cases.count(ListQuery(trashed=True)) == 0


def test_a_case_of_the_plan_is_opened_by_enter_unless_it_lies_in_the_trash(dialog, desk, qtbot):
    choose(dialog, "status", "archived")
    planned(dialog, qtbot)
    tree = dialog.findChild(QTreeWidget, "plan")
    with qtbot.waitSignal(desk.problem):
        tree.setCurrentItem(tree.topLevelItem(0).child(0))
        tree.itemActivated.emit(tree.currentItem(), 0)
    tree.setCurrentItem(tree.topLevelItem(1).child(1))
    with qtbot.waitSignal(desk.workspace_requested):
        tree.itemActivated.emit(tree.currentItem(), 0)
    assert desk.case.title == "Case 01"


def test_what_changes_meanwhile_is_planned_anew(dialog, desk, ids, qtbot):
    choose(dialog, "status", "archived")
    planned(dialog, qtbot)
    desk.library.cases.trash(ids[0])
    desk.cases_changed.emit()
    qtbot.waitUntil(lambda: summary(dialog) == f"{COUNT - 2} change · 2 refused", timeout=SOON)


def test_another_library_closes_it(dialog, desk):
    desk.set_library(None)
    assert not dialog.isVisible()
