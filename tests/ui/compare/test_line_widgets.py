from PySide6.QtCore import Qt

from tests.ui.compare.reviewer import SHARED


def test_the_line_grows_with_its_finding_and_shrinks_again(reviewer, qtbot):
    at = reviewer.page.model.row_with("overview/title")
    before = reviewer.page.table.rowHeight(at)
    reviewer.go("overview/title")
    reviewer.press(Qt.Key.Key_F2)
    assert reviewer.page.table.rowHeight(at) > before
    qtbot.keyClick(reviewer.page.widgets.editor.text, Qt.Key.Key_Escape)
    assert reviewer.page.table.rowHeight(at) == before
    assert reviewer.page.widgets.editor is None


def test_moving_on_keeps_what_was_typed(reviewer, qtbot):
    reviewer.go("overview/title")
    reviewer.press(Qt.Key.Key_F2)
    qtbot.keyClicks(reviewer.page.widgets.editor.text, "Same name.")
    reviewer.go("lessons")
    assert reviewer.page.widgets.editor is None
    assert reviewer.desk.synthesis.finding("overview/title").text == "Same name."


def test_opening_a_row_keeps_what_was_typed(reviewer, qtbot):
    reviewer.go("challenges")
    reviewer.press(Qt.Key.Key_F2)
    qtbot.keyClicks(reviewer.page.widgets.editor.text, "Mandates.")
    reviewer.page.toggle(reviewer.page.model.row_with("challenges"))
    assert SHARED in reviewer.lines
    assert reviewer.desk.synthesis.finding("challenges").text == "Mandates."


def test_a_band_has_no_finding(reviewer):
    reviewer.page.table.go(0)
    reviewer.press(Qt.Key.Key_F2)
    assert reviewer.page.widgets.editor is None
