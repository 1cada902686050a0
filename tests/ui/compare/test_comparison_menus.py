from casebook.domain.synthesis import FindingState
from casebook.ui.compare.comparison_menus import case_menu, line_menu
from tests.ui.compare.reviewer import COAST, HILLS, RIVER


def of(menu):
    return {action.objectName(): action for action in menu.actions() if action.objectName()}


def menu_of(reviewer, column):
    return case_menu(reviewer.desk, reviewer.page.doing, column, reviewer.page)


def test_cases_move_swap_and_leave(reviewer):
    menu = menu_of(reviewer, 0)
    assert not of(menu)["move-back"].isEnabled()
    of(menu)["move-on"].trigger()
    assert reviewer.desk.case_ids == (COAST, RIVER, HILLS)
    menu = menu_of(reviewer, 0)
    swaps = next(action.menu() for action in menu.actions() if action.menu())
    of(swaps)["swap-2"].trigger()
    assert reviewer.desk.case_ids == (HILLS, RIVER, COAST)
    of(menu_of(reviewer, 0))["take-out"].trigger()
    reviewer.wait()
    assert reviewer.titles == ["River: a first battalion", "Coast: a late mandate"]


def test_one_case_is_the_reference_until_it_is_not(reviewer):
    of(menu_of(reviewer, 1))["reference"].trigger()
    assert reviewer.page.model.sight.reference == 1
    of(menu_of(reviewer, 1))["reference"].trigger()
    assert reviewer.page.model.sight.reference is None


def test_rows_are_decided_and_opened_from_their_menu(reviewer):
    reviewer.go("lessons")
    actions = of(line_menu(reviewer.page.doing, reviewer.page))
    assert actions["decided"].text().endswith("Ctrl+D")
    actions["decided"].trigger()
    assert reviewer.desk.synthesis.finding("lessons").state is FindingState.DECIDED
    actions["open-row"].trigger()
    assert any(key.startswith("lessons/") for key in reviewer.lines)
