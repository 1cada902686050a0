import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QPushButton

from casebook.storage.term_use import UsedIn
from casebook.ui.vocabulary.term_cases import TermCases


@pytest.fixture
def cases(look, qtbot):
    made = TermCases()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize(
    ("count", "elsewhere", "said", "enabled"),
    [
        (None, False, "Counting …", False),
        (0, False, "No case uses it", False),
        (0, True, "Used by a shared record", False),
        (1, True, "Used in 1 case", True),
        (12, True, "Used in 12 cases", True),
    ],
)
def test_how_often_it_is_used(cases, count, elsewhere, said, enabled):
    cases.show_count(count, elsewhere=elsewhere)
    button = cases.findChild(QPushButton, "used-in")
    assert (button.text(), button.isEnabled()) == (said, enabled)


def test_cases_open_but_those_in_the_trash(cases, qtbot):
    cases.show_count(2)
    cases.show_cases(
        [
            UsedIn(case_id="a", title="Liberia", ref_code="LR-1", trashed=False),
            UsedIn(case_id="b", title="", ref_code="", trashed=True),
        ]
    )
    listed = cases.findChild(QListWidget, "used-cases")
    assert listed.item(1).data(Qt.ItemDataRole.AccessibleTextRole) == "Untitled case, in the Trash"
    with qtbot.waitSignal(cases.opened) as opened:
        qtbot.keyClick(listed, Qt.Key.Key_Return)
    assert opened.args == ["a"]
    listed.setCurrentRow(1)
    with qtbot.assertNotEmitted(cases.opened):
        qtbot.keyClick(listed, Qt.Key.Key_Return)
    cases.show_count(0)
    assert not listed.isVisible()
