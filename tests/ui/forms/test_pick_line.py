"""The line that looks for things."""

import pytest
from PySide6.QtCore import Qt

from casebook.domain.fields import FieldSpec, Kind
from casebook.ui.forms.pick_line import PickLine
from casebook.ui.forms.term_choices import TermChoices


@pytest.fixture
def line(context, qtbot):
    made = PickLine(TermChoices(FieldSpec(kind=Kind.TERM, label="Resolved", vocabulary="resolved"), context))
    made.add_arrow()
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.setFocus()
    return made


def test_the_arrow_opens_everything(line):
    line.actions()[0].trigger()
    assert line.popup.isVisible()
    assert line.popup.current.label == "Yes"


def test_typing_then_emptying_tells_that_it_was_cleared(line, qtbot):
    qtbot.keyClicks(line, "par")
    assert line.popup.current.value == "partly"
    with qtbot.waitSignal(line.cleared):
        for _ in range(3):
            qtbot.keyClick(line, Qt.Key.Key_Backspace)
    assert not line.popup.isVisible()


def test_enter_without_a_match_says_so(line, qtbot):
    with qtbot.waitSignal(line.left_with) as left:
        qtbot.keyClicks(line, "xyz")
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert left.args == ["xyz"]
    assert line.draft == "xyz"


def test_what_was_typed_can_be_put_back(line):
    line.restore("half a wo")
    assert (line.text(), line.draft) == ("half a wo", "half a wo")
    line.show_choice(None)
    assert (line.text(), line.draft) == ("", "")


def test_a_locked_line_opens_nothing(line, qtbot):
    line.setEnabled(False)
    line.open_list()
    assert not line.popup.isVisible()
