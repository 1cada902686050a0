"""One source behind a claim: graded, named, opened and removed."""

import attrs
import pytest
from PySide6.QtCore import Qt

from casebook.domain.case import new_case
from casebook.domain.records import TermRef
from casebook.domain.sections.evidence import Evidence
from casebook.domain.sections.registry import Source
from casebook.ui.write.evidence_row import EvidenceRow

SOURCE = Source(title="A report", reliability=TermRef("b"))
LINK = Evidence(source=SOURCE.id, stance=TermRef("supports"), credibility=TermRef("2"), locator="p. 4")


@pytest.fixture
def row(look, qtbot):
    made = EvidenceRow()
    qtbot.addWidget(made)
    made.resize(500, 40)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def show(row, workbench):
    def show(link=LINK, source=SOURCE, **options):
        case = new_case(source_records=(source,), evidence=(link,))
        row.show_evidence(case, link, workbench.wording, **{"read_only": False, **options})

    return show


@pytest.mark.parametrize(
    ("letter", "figure", "code", "state"),
    [
        ("b", "2", "B2", "ok"),
        ("a", "1", "A1", "ok"),
        ("c", "2", "C2", "notice"),
        ("b", "6", "B6", "notice"),
        ("e", "1", "E1", "warning"),
        ("b", "5", "B5", "warning"),
        ("b", None, "B–", "notice"),
        (None, None, "ungraded", "neutral"),
    ],
)
def test_the_grade_is_a_code_with_words_behind_it(row, show, letter, figure, code, state):
    show(attrs.evolve(LINK, credibility=figure), attrs.evolve(SOURCE, reliability=letter))
    assert (row.grade.text(), row.grade.state) == (code, state)
    assert row.grade.toolTip()[0].isupper()
    assert row.grade.accessibleName().startswith(code)


def test_title_and_page_are_shown_and_said(row, show):
    show()
    assert (row.title.full_text, row.locator.text()) == ("A report", "p. 4")
    assert row.accessibleName().startswith("A report, p. 4, B2")


def test_that_it_supports_goes_without_saying_and_that_it_contradicts_does_not(row, show):
    show()
    assert not row.stance.isVisible()
    show(attrs.evolve(LINK, stance=TermRef("contradicts")))
    assert row.stance.isVisible()
    assert row.stance.text() == "Contradicts"


def test_a_link_to_nothing_says_so(row, show):
    show(attrs.evolve(LINK, source=None))
    assert row.title.full_text == "No source"


def test_markup_in_a_title_is_shown_as_typed(row, show):
    show(source=attrs.evolve(SOURCE, title="<b>bold</b>"))
    assert row.title.full_text == "<b>bold</b>"
    assert row.title.textFormat() == Qt.TextFormat.PlainText


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_keys_open_it(row, show, qtbot, key):
    show()
    with qtbot.waitSignal(row.opened):
        qtbot.keyClick(row, key)


def test_a_click_opens_it_and_its_button_removes_it(row, show, qtbot):
    show()
    with qtbot.waitSignal(row.opened):
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(row.removed), qtbot.assertNotEmitted(row.opened):
        qtbot.mouseClick(row.remove_button, Qt.MouseButton.LeftButton)


def test_for_reading_only_there_is_no_remove_button(row, show):
    show(read_only=True)
    assert not row.remove_button.isVisible()
