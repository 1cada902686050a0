import attrs
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton

from casebook.domain.case import Case
from casebook.domain.merge_rows import Choice
from casebook.services.new_cases import renamed
from casebook.ui.likeness.merge_dialog import MergeCasesDialog
from tests.strategies import ids_from


@pytest.fixture
def cases(liberia):
    copy = renamed(liberia, ids_from(2**60).__next__)
    challenges = (attrs.evolve(copy.challenges[0], severity=1), *copy.challenges[1:])
    return liberia, attrs.evolve(copy, title="Liberia again", ref_code="LR-9", challenges=challenges)


@pytest.fixture
def dialog(workbench, cases, qtbot):
    made = MergeCasesDialog(workbench, cases)
    qtbot.addWidget(made)
    made.show()
    laid_out(made, qtbot)
    return made


def laid_out(dialog, qtbot):
    qtbot.waitUntil(dialog.findChild(QPushButton, "merge-do").isEnabled, timeout=10_000)


def text(dialog, name):
    return dialog.findChild(QLabel, name).text()


def press(dialog, name, qtbot):
    qtbot.mouseClick(dialog.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def titles(dialog):
    model = dialog.list.merge
    return [model.index(at).data() for at in range(model.rowCount())]


def test_it_says_which_case_stays_and_what_differs(dialog, liberia):
    assert text(dialog, "merge-kept") == f"Stays: {liberia.title} (LR-2003-001)"
    assert text(dialog, "merge-other") == "Goes to the Trash: Liberia again (LR-9)"
    assert text(dialog, "merge-open") == "3 undecided (?): they stay as in LR-2003-001."
    assert {"Reference", "Title", "Severity"} <= set(titles(dialog)) and "Brief" not in titles(dialog)


def test_what_is_the_same_can_be_shown_too(dialog):
    dialog.findChild(QCheckBox, "merge-only").click()
    assert "Brief" in titles(dialog)


def test_the_two_are_swapped(dialog, qtbot):
    press(dialog, "merge-swap", qtbot)
    laid_out(dialog, qtbot)
    assert text(dialog, "merge-kept") == "Stays: Liberia again (LR-9)"
    assert text(dialog, "merge-open").endswith("as in LR-9.")


def test_the_counter_falls_with_every_decision(dialog, qtbot):
    for _ in range(3):
        qtbot.keyClick(dialog, Qt.Key.Key_F8)
        qtbot.keyClick(dialog.list, Qt.Key.Key_1)
    assert text(dialog, "merge-open") == "Everything that differs is decided."


def test_merge_hands_over_the_plan_and_the_choices(dialog, cases, qtbot):
    dialog.list.go_to_open()
    qtbot.keyClick(dialog.list, Qt.Key.Key_2)
    with qtbot.waitSignal(dialog.merge_wanted) as wanted:
        press(dialog, "merge-do", qtbot)
    plan, choices = wanted.args
    assert (plan.kept, plan.other) == cases and list(choices.values()) == [Choice.OTHER]
    assert not dialog.isVisible()


def test_escape_changes_nothing(workbench, cases, qtbot):
    made = MergeCasesDialog(workbench, cases)
    qtbot.addWidget(made)
    made.show()
    with qtbot.assertNotEmitted(made.merge_wanted):
        qtbot.keyClick(made, Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: not workbench.tasks.running, timeout=10_000)
    assert not made.isVisible()


def test_two_empty_cases_have_nothing_to_decide(workbench, qtbot):
    made = MergeCasesDialog(workbench, (Case(), Case()))
    qtbot.addWidget(made)
    made.show()
    laid_out(made, qtbot)
    assert text(made, "merge-kept") == "Stays: Untitled case"
    assert titles(made) == [] and text(made, "merge-open") == "Everything that differs is decided."
