from PySide6.QtWidgets import QMenu

from casebook.domain.synthesis import FindingState
from casebook.services.case_notes import notes
from tests.ui.compare.reviewer import COAST, HILLS


def test_a_finding_becomes_a_note_on_the_case_for_its_author(reviewer, qtbot):
    reviewer.go("narrative/problem")
    reviewer.press(reviewer_key("F2"))
    editor = reviewer.page.widgets.editor
    qtbot.keyClicks(editor.text, "Who disarmed first?")
    reviewer.click("ask-author", editor)
    menu = reviewer.page.findChild(QMenu, "ask-menu")
    assert [action.objectName() for action in menu.actions()] == ["ask-1", "ask-2", "ask-0"]
    menu.actions()[0].trigger()
    menu.close()
    (note,) = notes(reviewer.workbench.library, COAST)
    assert (note.text, note.record_id, note.field) == ("Who disarmed first?", COAST, "problem")
    assert reviewer.desk.synthesis.finding("narrative/problem").state is FindingState.NEEDS_INFORMATION
    reviewer.told[-1][1]()
    assert notes(reviewer.workbench.library, COAST) == ()


def test_without_a_finding_it_asks_about_the_row(reviewer):
    line = reviewer.page.model.lines[reviewer.page.model.row_with("lessons")]
    reviewer.page.questions.ask(line, reviewer.page.model.sight, 2)
    (note,) = notes(reviewer.workbench.library, HILLS)
    assert "“Lessons”" in note.text
    assert note.field == "lessons"


def reviewer_key(name):
    from PySide6.QtCore import Qt

    return getattr(Qt.Key, f"Key_{name}")
