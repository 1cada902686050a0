from PySide6.QtCore import Qt

from casebook.domain.synthesis import Finding, FindingState
from casebook.ui.compare.finding_editor import FindingEditor


def editor(qtbot, finding=None):
    made = FindingEditor(finding or Finding())
    qtbot.addWidget(made)
    made.resize(260, 160)
    made.show()
    made.heard = []
    made.told.connect(lambda told, typing: made.heard.append((told, typing)))
    return made


def test_what_is_typed_is_told_in_a_moment(look, qtbot):
    made = editor(qtbot)
    with qtbot.waitSignal(made.told, timeout=3000):
        qtbot.keyClicks(made.text, "Boats.")
    assert made.heard == [(Finding(text="Boats."), True)]


def test_a_state_is_chosen_and_what_is_typed_goes_first(look, qtbot):
    made = editor(qtbot)
    qtbot.keyClicks(made.text, "Ask.")
    qtbot.mouseClick(made.findChild(object, "finding-needs-information"), Qt.MouseButton.LeftButton)
    assert made.heard == [
        (Finding(text="Ask."), True),
        (Finding(text="Ask.", state=FindingState.NEEDS_INFORMATION), False),
    ]


def test_what_undo_brings_is_shown_without_being_told(look, qtbot):
    made = editor(qtbot, Finding(text="Later."))
    made.show_finding(Finding(text="Before.", state=FindingState.DECIDED))
    assert made.text.text() == "Before."
    assert made.findChild(object, "finding-decided").isChecked()
    made.flush()
    assert made.heard == []


def test_escape_leaves(look, qtbot):
    made = editor(qtbot)
    with qtbot.waitSignal(made.left):
        qtbot.keyClick(made.text, Qt.Key.Key_Escape)
    with qtbot.waitSignal(made.ask_wanted):
        qtbot.mouseClick(made.findChild(object, "ask-author"), Qt.MouseButton.LeftButton)
