"""The whole path of a reviewer: read, open, filter, walk, write, decide."""

import attrs
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from casebook.domain.records import Sensitivity
from casebook.domain.synthesis import FindingState
from casebook.services.comparisons import open_comparison, saved_comparisons
from casebook.ui.compare.lines import LineKind
from tests.ui.compare.reviewer import (
    COAST,
    CULTURE,
    DOCTRINE,
    HILLS,
    RIVER,
    SHARED,
    SHIFT,
)


def test_the_rows_follow_the_declaration_each_section_in_one(reviewer):
    lines = reviewer.lines
    assert lines[:3] == ["overview", "overview/ref_code", "overview/title"]
    assert lines.index("narrative/context") < lines.index("challenges") < lines.index("lessons")
    assert reviewer.titles == [
        "River: a first battalion",
        "Coast: a late mandate",
        "Hills: no partnership came of it",
    ]
    assert "● " not in reviewer.words("challenges", 0)
    assert reviewer.words("challenges", 0).startswith("◐ The mandate stopped at the bank (B2)")
    assert reviewer.words("challenges", 2) == "∅ looked for, none found"
    assert reviewer.words("narrative/problem", 2) == "n/a not applicable"
    assert reviewer.words("narrative/problem", 1) == "— not recorded"


def test_a_section_and_a_row_open_in_place_and_close_again(reviewer):
    reviewer.open("challenges")
    at = reviewer.lines.index("challenges")
    assert reviewer.lines[at + 1 : at + 4] == [SHARED, DOCTRINE, CULTURE]
    reviewer.open(SHARED)
    details = [line for line in reviewer.page.model.lines if line.kind is LineKind.DETAIL]
    assert [line.label for line in details][:2] == ["Challenge", "Category"]
    assert "No boats were allowed." in [
        reviewer.page.model.data(reviewer.page.model.index(reviewer.lines.index(line.key), 0))
        for line in details
    ]
    reviewer.press(Qt.Key.Key_Return)
    assert LineKind.DETAIL not in [line.kind for line in reviewer.page.model.lines]
    reviewer.open("challenges")
    assert SHARED not in reviewer.lines


def test_a_click_on_a_header_opens_it(reviewer, qtbot):
    header = reviewer.page.table.row_header
    at = reviewer.page.model.row_with("lessons")
    reviewer.cell("lessons", 0)
    where = header.viewport().rect().center()
    where.setY(header.sectionViewportPosition(at) + 8)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert "lessons/title:hand over the planning cell early" in reviewer.lines or any(
        key.startswith("lessons/") for key in reviewer.lines
    )


def test_what_stands_in_an_outcome_is_under_it(reviewer):
    reviewer.open("outcomes")
    at = reviewer.lines.index("outcomes/term:local-security-capacity")
    inner = reviewer.page.model.lines[at + 1]
    assert inner.label == "Personnel trained"
    assert inner.depth > reviewer.page.model.lines[at].depth
    assert inner.note == "Indicators"


def test_filters_say_how_many_rows_they_hide(reviewer):
    hidden = reviewer.page.foot.findChild(object, "hidden-rows")
    assert not hidden.isVisible()
    reviewer.box("which-rows", "differences")
    assert "overview/language" not in reviewer.lines
    assert "rows hidden" in hidden.text()
    reviewer.click("hidden-rows")
    assert "overview/language" in reviewer.lines
    reviewer.box("which-section", "challenges")
    assert reviewer.lines == ["challenges"]
    reviewer.box("which-section", "")
    reviewer.box("which-grade", "weak")
    assert "challenges" in reviewer.lines
    assert "overview" not in reviewer.lines
    reviewer.box("which-grade", None)
    reviewer.box("which-rows", "shared")
    assert "overview/scope" not in reviewer.lines
    reviewer.page.filters.clear()
    reviewer.page.findChild(object, "hide-empty").click()
    assert "narrative/analysis" not in reviewer.lines


def test_words_are_found_inside_closed_sections(reviewer):
    reviewer.seek("habits")
    assert reviewer.lines == ["challenges", CULTURE]


def test_keys_walk_to_the_next_difference_and_the_next_open_row(reviewer):
    reviewer.go("overview/title")
    reviewer.press(Qt.Key.Key_F8)
    first = reviewer.line
    assert first.differs
    reviewer.press(Qt.Key.Key_F8, SHIFT)
    assert reviewer.line.key == "overview/title"
    reviewer.press(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    reviewer.page.table.go(0)
    reviewer.click("next-undecided")
    assert reviewer.line.key == "overview/ref_code"
    reviewer.press(Qt.Key.Key_F9)
    assert reviewer.line.key != "overview/title"


def test_a_finding_is_saved_as_it_is_typed_and_counted(reviewer, qtbot):
    assert reviewer.said("decided").startswith("0 of ")
    reviewer.open("challenges")
    reviewer.go(SHARED)
    reviewer.write("Boats **matter**.")
    reviewer.save()
    kept = open_comparison(reviewer.workbench.library, reviewer.desk.keeper.kept_id)
    assert kept.synthesis.finding(SHARED).text == "Boats **matter**."
    reviewer.press(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert reviewer.said("decided").startswith("1 of ")
    reviewer.go("lessons")
    reviewer.press(Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert "1 needs information" in reviewer.said("decided")


def test_typing_goes_to_the_finding_and_is_undone_as_one_step(reviewer, qtbot):
    reviewer.go("lessons")
    reviewer.press(Qt.Key.Key_R)
    editor = reviewer.page.widgets.editor
    qtbot.keyClicks(editor.text, "est first")
    editor.flush()
    assert reviewer.desk.synthesis.finding("lessons").text == "rest first"
    reviewer.workbench.undo()
    assert reviewer.desk.synthesis.finding("lessons").text == ""
    assert editor.text.text() == ""
    reviewer.workbench.redo()
    assert reviewer.desk.synthesis.finding("lessons").text == "rest first"


def test_candidates_are_offered_and_the_answer_is_remembered(reviewer, qtbot):
    assert reviewer.page.model.lines[reviewer.page.model.row_with("lessons")].row.similar
    reviewer.open("lessons")
    question = next(line for line in reviewer.page.model.lines if line.kind is LineKind.SIMILAR)
    at = reviewer.page.model.row_of(question)
    bar = reviewer.page.table.indexWidget(reviewer.page.model.index(at, 0))
    if bar is None:
        reviewer.page.table.scrollTo(reviewer.page.model.index(at, 0))
        qtbot.waitUntil(lambda: reviewer.page.table.indexWidget(reviewer.page.model.index(at, 0)) is not None)
        bar = reviewer.page.table.indexWidget(reviewer.page.model.index(at, 0))
    assert "RV-1" in " ".join(label.text() for label in bar.findChildren(QLabel))
    reviewer.click("same", bar)
    reviewer.wait()
    qtbot.waitUntil(lambda: LineKind.SIMILAR not in [line.kind for line in reviewer.page.model.lines])
    rows = reviewer.desk.comparison.of_section("lessons")
    assert [row.state.value for row in rows] == ["some"]
    reviewer.save()
    kept = saved_comparisons(reviewer.workbench.library)[0]
    assert len(kept.synthesis.decisions.same) == 1
    reviewer.workbench.undo()
    reviewer.wait()
    assert len(reviewer.desk.comparison.of_section("lessons")) == 2


@pytest.mark.parametrize(("key", "rows"), [(Qt.Key.Key_Return, 1), (Qt.Key.Key_Delete, 2)])
def test_candidates_are_answered_by_keys(reviewer, qtbot, key, rows):
    reviewer.open("lessons")
    question = next(line for line in reviewer.page.model.lines if line.kind is LineKind.SIMILAR)
    reviewer.page.table.go(reviewer.page.model.row_of(question))
    reviewer.press(key)
    qtbot.waitUntil(lambda: not reviewer.desk.comparison.candidates)
    assert len(reviewer.desk.comparison.of_section("lessons")) == rows


def test_an_audience_sees_only_what_it_may(reviewer):
    reviewer.open("challenges")
    assert DOCTRINE in reviewer.lines
    reviewer.box("compare-audience", "public")
    reviewer.wait()
    assert DOCTRINE not in reviewer.lines
    assert reviewer.words(CULTURE, 1) == "▒ withheld"
    reviewer.workbench.undo()
    reviewer.wait()
    assert DOCTRINE in reviewer.lines


def test_cases_above_an_audience_are_refused_in_place(reviewer):
    library = reviewer.workbench.library
    case = library.cases.load(HILLS)
    library.cases.save(case, attrs.evolve(case, sensitivity=Sensitivity.INTERNAL), None)
    reviewer.desk.look_again()
    reviewer.wait()
    reviewer.box("compare-audience", "public")
    reviewer.wait()
    assert reviewer.desk.comparison is None
    said = " ".join(label.text() for label in reviewer.page.findChildren(QLabel) if label.isVisible())
    assert "internal" in said
    reviewer.box("compare-audience", "")
    reviewer.wait()
    assert reviewer.page.table.isVisible()


def test_states_of_several_rows_at_once(reviewer):
    reviewer.go("overview/ref_code")
    reviewer.press(Qt.Key.Key_Down, SHIFT)
    reviewer.press(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    held = reviewer.desk.synthesis
    assert held.finding("overview/ref_code").state is FindingState.DECIDED
    assert held.finding("overview/title").state is FindingState.DECIDED


def test_the_comparison_can_be_made_of_other_cases(reviewer):
    reviewer.show(COAST, RIVER)
    assert reviewer.titles == ["Coast: a late mandate", "River: a first battalion"]
    reviewer.save()
    assert len(saved_comparisons(reviewer.workbench.library)) == 2
