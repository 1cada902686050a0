from PySide6.QtCore import Qt

from casebook.domain.synthesis import FindingState
from tests.ui.compare.reviewer import CONTROL


def test_the_walk_goes_round_and_says_so_when_there_is_nothing(reviewer):
    reviewer.go("source_records")
    reviewer.press(Qt.Key.Key_F8)
    assert reviewer.page.table.currentIndex().row() < reviewer.page.model.row_with("source_records")
    reviewer.box("which-rows", "shared")
    reviewer.press(Qt.Key.Key_F8)
    assert reviewer.told[-1][0] == "No difference is shown."


def test_a_state_set_twice_is_open_again(reviewer):
    reviewer.go("lessons")
    reviewer.press(Qt.Key.Key_D, CONTROL)
    reviewer.press(Qt.Key.Key_I, CONTROL)
    assert reviewer.desk.synthesis.finding("lessons").state is FindingState.NEEDS_INFORMATION
    reviewer.press(Qt.Key.Key_I, CONTROL)
    assert reviewer.desk.synthesis.finding("lessons").state is FindingState.OPEN
    assert "lessons" not in reviewer.desk.synthesis.findings


def test_enter_in_the_last_column_writes(reviewer):
    reviewer.go("lessons", 3)
    reviewer.press(Qt.Key.Key_Return)
    assert reviewer.page.widgets.editor is not None


def test_decided_rows_are_passed_over(reviewer):
    for key in ("overview/ref_code", "overview/title"):
        reviewer.go(key)
        reviewer.press(Qt.Key.Key_D, CONTROL)
    reviewer.page.table.go(0)
    reviewer.press(Qt.Key.Key_F9)
    assert reviewer.line.key == "overview/brief"
