import attrs
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from casebook.domain.synthesis import Finding
from casebook.services.comparisons import open_comparison, remove_comparison
from casebook.ui.compare.comparison_desk import MOST, ComparisonDesk
from tests.ui.compare.reviewer import COAST, CULTURE, HILLS, RIVER, SHARED


def change(reviewer, case_id, **values):
    """Somebody changes a case meanwhile."""
    library = reviewer.workbench.library
    case = library.cases.load(case_id)
    library.cases.save(case, attrs.evolve(case, **values), None)


def test_it_is_kept_by_itself_and_found_again_by_its_cases(reviewer):
    reviewer.save()
    kept_id = reviewer.desk.keeper.kept_id
    assert kept_id
    assert reviewer.desk.synthesis.name == "River, Coast, Hills"
    reviewer.show(HILLS, RIVER, COAST)
    assert reviewer.desk.keeper.kept_id == kept_id
    assert reviewer.desk.case_ids == (RIVER, COAST, HILLS)


def test_reopening_says_which_cases_changed_and_marks_the_rows(reviewer, qtbot):
    reviewer.desk.set_finding("narrative/context", Finding(text="Kept."))
    reviewer.save()
    kept_id = reviewer.desk.keeper.kept_id
    reviewer.desk.close()
    change(reviewer, COAST, context="Another beginning.")
    reviewer.desk.open_saved(kept_id)
    reviewer.wait()
    assert reviewer.desk.changed_cases == (COAST,)
    assert reviewer.desk.changed == {"narrative/context"}
    assert "CO-2" in reviewer.page.news.text
    qtbot.mouseClick(reviewer.page.news.findChild(QPushButton, "message-action"), Qt.MouseButton.LeftButton)
    assert reviewer.lines == ["narrative", "narrative/context"]
    assert reviewer.desk.synthesis.finding("narrative/context").text == "Kept."
    qtbot.mouseClick(reviewer.page.news.findChild(QPushButton, "message-action"), Qt.MouseButton.LeftButton)
    assert reviewer.desk.changed == frozenset()
    assert len(reviewer.lines) > 10
    reviewer.save()
    reviewer.desk.open_saved(kept_id)
    reviewer.wait()
    assert reviewer.desk.changed_cases == ()


def test_what_was_not_looked_at_stays_marked_until_it_is(reviewer):
    reviewer.save()
    kept_id = reviewer.desk.keeper.kept_id
    change(reviewer, COAST, problem="Who pays?")
    for _time in range(2):
        reviewer.desk.open_saved(kept_id)
        reviewer.wait()
        reviewer.desk.set_finding("lessons", Finding(text="Something else."))
        reviewer.save()
        assert reviewer.desk.changed == {"narrative/problem"}


def test_a_change_made_in_write_is_there_on_coming_back(reviewer):
    change(reviewer, COAST, context="Another beginning.")
    reviewer.desk.look_again()
    reviewer.wait()
    assert reviewer.words("narrative/context", 1) == "Another beginning."
    before = reviewer.desk.comparison
    reviewer.desk.look_again()
    reviewer.wait()
    assert reviewer.desk.comparison is before


def test_a_case_that_is_gone_is_left_out_and_told(reviewer):
    reviewer.save()
    kept_id = reviewer.desk.keeper.kept_id
    reviewer.desk.close()
    reviewer.workbench.library.cases.trash(HILLS)
    reviewer.workbench.library.cases.delete(HILLS)
    reviewer.desk.open_saved(kept_id)
    reviewer.wait()
    assert reviewer.titles == ["River: a first battalion", "Coast: a late mandate"]
    assert "no longer in the library" in reviewer.page.news.text


def test_every_step_can_be_taken_back(reviewer):
    desk, undo = reviewer.desk, reviewer.workbench.undo
    desk.set_reference(COAST)
    desk.set_cases((COAST, RIVER, HILLS), "Case moved")
    desk.rename("Three coasts")
    desk.set_cases((COAST, RIVER), "Case taken out")
    reviewer.wait()
    assert len(reviewer.titles) == 2
    undo()
    reviewer.wait()
    assert len(reviewer.titles) == 3
    undo()
    assert desk.synthesis.name == "River, Coast, Hills"
    undo()
    assert desk.case_ids == (RIVER, COAST, HILLS)
    assert reviewer.titles[0] == "River: a first battalion"
    undo()
    assert desk.synthesis.reference == ""
    assert reviewer.asked_for == ["compare"] * 4


def test_a_step_of_another_comparison_brings_that_one_back(reviewer):
    reviewer.desk.set_finding(SHARED, Finding(text="First."))
    first = reviewer.desk.keeper.kept_id
    reviewer.show(RIVER, COAST)
    reviewer.desk.set_finding(CULTURE, Finding(text="Second."))
    reviewer.workbench.undo()
    reviewer.workbench.undo()
    reviewer.wait()
    assert reviewer.desk.keeper.kept_id == first
    assert reviewer.desk.synthesis.finding(SHARED).text == ""


def test_a_step_of_a_deleted_comparison_is_told_and_dropped(reviewer):
    reviewer.desk.set_finding(SHARED, Finding(text="First."))
    first = reviewer.desk.keeper.kept_id
    reviewer.show(RIVER, COAST)
    remove_comparison(reviewer.workbench.library, first)
    reviewer.workbench.undo()
    assert reviewer.problems
    assert reviewer.titles == ["River: a first battalion", "Coast: a late mandate"]


def test_what_is_typed_is_saved_when_the_library_is_left(reviewer, small_bench):
    path = small_bench.library.path
    reviewer.desk.set_finding(SHARED, Finding(text="Almost lost."))
    kept_id = reviewer.desk.keeper.kept_id
    reviewer.desk.set_finding(SHARED, Finding(text="Not lost."))
    small_bench.set_library(None)
    from casebook.storage.library import Library

    with Library.open(path) as library:
        assert open_comparison(library, kept_id).synthesis.finding(SHARED).text == "Not lost."


def test_for_reading_only_nothing_is_kept(small_bench, qtbot):
    from casebook.storage.library import Library

    path = small_bench.library.path
    small_bench.set_library(Library.open(path, read_only=True))
    desk = ComparisonDesk(small_bench)
    desk.take_cases((RIVER, COAST))
    qtbot.waitUntil(lambda: desk.comparison is not None and not small_bench.tasks.running)
    assert desk.read_only
    assert desk.keeper.kept_id == ""
    desk.set_reference(COAST)
    assert desk.synthesis.reference == COAST


@pytest.mark.parametrize("ids", [(RIVER, RIVER), (RIVER, *(f"none-{at}" for at in range(20)))])
def test_no_case_twice_and_not_too_many(reviewer, ids):
    reviewer.show(*ids)
    assert len(reviewer.desk.case_ids) == min(len(set(ids)), MOST)
    assert reviewer.titles == ["River: a first battalion"]
