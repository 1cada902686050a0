import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton

from casebook.services.duplicates import parted_pairs
from casebook.services.new_cases import copy_case
from casebook.ui.likeness.duplicates_list import DuplicatesList
from casebook.ui.likeness.likeness_list import LikenessList


@pytest.fixture
def twin(workbench, liberia):
    return copy_case(workbench.library, liberia.id, "Liberia: from West African vanguard to UN mission")


@pytest.fixture
def dialog(workbench, twin, qtbot):
    made = DuplicatesList(workbench)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: bool(listed(made).rows), timeout=10_000)
    return made


def listed(dialog):
    return dialog.findChild(LikenessList, "duplicates")


def press(dialog, name, qtbot):
    qtbot.mouseClick(dialog.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def test_a_pair_is_listed_with_both_titles_and_the_reasons(dialog, liberia, twin):
    (row,) = listed(dialog).rows
    assert row.heads == ((liberia.title, "LR-2003-001"), (twin.title, twin.ref_code))
    assert "title much alike" in row.reasons
    assert dialog.findChild(QLabel, "duplicates-words").text() == "1 pair that may be the same case."


def test_compare_and_merge_are_asked_for(dialog, liberia, twin, qtbot):
    with qtbot.waitSignal(dialog.compare_wanted) as wanted:
        qtbot.keyClick(listed(dialog), Qt.Key.Key_Return)
    assert wanted.args == [(liberia.id, twin.id)]
    with qtbot.waitSignal(dialog.merge_wanted) as wanted:
        press(dialog, "duplicates-merge", qtbot)
    assert wanted.args == [(liberia.id, twin.id)]


def test_a_pair_marked_as_not_the_same_goes_and_comes_back_with_undo(dialog, workbench, qtbot):
    qtbot.keyClick(listed(dialog), Qt.Key.Key_Delete)
    assert listed(dialog).rows == () and len(parted_pairs(workbench.library)) == 1
    press(dialog, "message-action", qtbot)
    assert len(listed(dialog).rows) == 1 and parted_pairs(workbench.library) == {}


def test_the_mark_is_remembered_and_can_be_taken_back_later(dialog, workbench, qtbot):
    press(dialog, "duplicates-apart", qtbot)
    again = DuplicatesList(workbench)
    qtbot.addWidget(again)
    again.show()
    qtbot.waitUntil(lambda: not workbench.tasks.running, timeout=10_000)
    assert listed(again).rows == ()
    again.findChild(QCheckBox, "duplicates-all").click()
    (row,) = listed(again).rows
    assert row.reasons.startswith("marked as not the same")
    assert again.findChild(QPushButton, "duplicates-apart").text() == "The same after all"
    press(again, "duplicates-apart", qtbot)
    assert parted_pairs(workbench.library) == {}


def test_the_list_follows_what_happens_to_the_cases(dialog, workbench, twin, qtbot):
    workbench.library.cases.trash(twin.id)
    workbench.cases_changed.emit()
    qtbot.waitUntil(lambda: not listed(dialog).rows, timeout=10_000)
    assert not dialog.findChild(QPushButton, "duplicates-merge").isEnabled()
