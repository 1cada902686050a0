"""A change to many cases as one step: progress, stopping, undo by key and by notice, open cases."""

import pytest

from casebook.domain.changes import setting
from casebook.services.bulk import Wish, Words, plan
from casebook.services.sweeping import CaseChange, Collecting, Trashing
from casebook.storage.listing import ListQuery
from casebook.ui.sweep_step import SweepStep
from tests.ui.organise.conftest import COUNT, desk, some_cases

__all__ = ["desk", "some_cases"]


@pytest.fixture
def told(desk):
    """What the window would be told: sentences with what they offer."""
    heard = []
    desk.told.connect(lambda words, offer: heard.append((words, offer)))
    return heard


def ids(desk):
    return desk.library.cases.ids(ListQuery(sort="title", descending=False))


def with_status(desk, status):
    return desk.library.cases.count(ListQuery(statuses=(status,)))


def archiving(desk, chosen=None):
    changes = plan(desk.library, ids(desk) if chosen is None else chosen, Wish(status="archived")).changes
    return SweepStep(desk, changes, "Change cases", lambda count: f"{count} changed.")


def made(desk, qtbot, step):
    with qtbot.waitSignal(step.ended, timeout=20_000):
        step.start()


def test_all_are_changed_told_once_and_undone_by_key(desk, told, qtbot):
    made(desk, qtbot, archiving(desk))
    assert with_status(desk, "archived") == COUNT
    assert [words for words, _offer in told] == [f"{COUNT} changed."]
    assert desk.undo_stack.undoText() == "Change cases"
    desk.undo()
    qtbot.waitUntil(lambda: with_status(desk, "draft") == COUNT, timeout=20_000)
    desk.redo()
    qtbot.waitUntil(lambda: with_status(desk, "archived") == COUNT, timeout=20_000)


def test_keys_faster_than_the_work_are_followed_in_order(desk, qtbot):
    step = archiving(desk)
    made(desk, qtbot, step)
    with qtbot.waitSignal(step.ended, timeout=20_000):
        for press in (desk.undo, desk.redo, desk.undo):
            press()
    qtbot.waitUntil(lambda: with_status(desk, "draft") == COUNT, timeout=20_000)
    assert desk.undo_stack.canRedo()


def test_the_notice_undoes_the_step_of_the_edit_menu(desk, told, qtbot):
    made(desk, qtbot, archiving(desk))
    told[0][1]()
    qtbot.waitUntil(lambda: with_status(desk, "draft") == COUNT, timeout=20_000)
    assert desk.undo_stack.canRedo() and not desk.undo_stack.canUndo()
    told[0][1]()
    assert with_status(desk, "draft") == COUNT


def test_the_notice_undoes_also_when_a_case_was_opened_since(desk, told, qtbot):
    made(desk, qtbot, archiving(desk))
    assert desk.open_case(ids(desk)[0]) and not desk.undo_stack.canUndo()
    told[0][1]()
    qtbot.waitUntil(lambda: with_status(desk, "draft") == COUNT, timeout=20_000)
    assert desk.case.status == "draft"


def test_stopped_half_way_what_was_done_is_told_and_undone(desk, told, qtbot):
    step = archiving(desk)
    step.start()
    (running,) = desk.tasks.running
    assert running.title == "Change cases"
    running.cancel()
    some = with_status(desk, "archived")
    assert 0 < some < COUNT
    assert told[0][0].startswith(f"{some} changed. Stopped")
    desk.undo()
    qtbot.waitUntil(lambda: with_status(desk, "draft") == COUNT, timeout=20_000)


def test_an_undo_that_is_stopped_can_be_gone_on_with(desk, qtbot):
    step = archiving(desk)
    made(desk, qtbot, step)
    step.turn(False)
    (running,) = desk.tasks.running
    running.cancel()
    assert 0 < with_status(desk, "archived") < COUNT
    step.turn(True)
    qtbot.waitUntil(lambda: with_status(desk, "archived") == COUNT, timeout=20_000)
    step.turn(False)
    qtbot.waitUntil(lambda: with_status(desk, "draft") == COUNT, timeout=20_000)


def test_the_open_case_is_changed_where_it_is_open_and_stays_so(desk, qtbot):
    first = ids(desk)[0]
    desk.open_case(first)
    desk.apply(setting(desk.case, first, "title", "Case 00, renamed"))
    made(desk, qtbot, archiving(desk))
    assert desk.case.status == "archived" and desk.case.title == "Case 00, renamed"
    assert desk.library.cases.load(first) == desk.case
    desk.undo()
    qtbot.waitUntil(lambda: with_status(desk, "draft") == COUNT, timeout=20_000)
    assert desk.case.status == "draft"
    desk.undo()
    assert desk.case.title == "Case 00"


def test_the_open_case_is_closed_when_it_goes_to_the_trash(desk, qtbot):
    first, second, *_rest = ids(desk)
    desk.open_case(first)
    changes = [CaseChange(case_id=one, change=Trashing()) for one in (first, second)]
    made(desk, qtbot, SweepStep(desk, changes, "Move to Trash", str))
    assert desk.case is None and desk.library.cases.count(ListQuery(trashed=True)) == 2


def test_into_a_collection_and_back(desk, qtbot):
    where = desk.library.collections.all()[0].id
    changes = [CaseChange(case_id=one, change=Collecting(collection_id=where)) for one in ids(desk)]
    made(desk, qtbot, SweepStep(desk, changes, "Put into collection", str))
    assert len(desk.library.collections.case_ids(where)) == COUNT
    desk.undo()
    qtbot.waitUntil(lambda: desk.library.collections.case_ids(where) == [], timeout=20_000)


def test_what_is_refused_is_told_with_the_reason(desk, told, qtbot):
    step = archiving(desk)
    gone = ids(desk)[3]
    desk.library.cases.delete(gone)
    made(desk, qtbot, step)
    assert f"{COUNT - 1} changed. 1 was refused: The library has no such case." == told[0][0]


def test_nothing_goes_on_in_another_library(desk, tmp_path, qtbot):
    wish = Wish(tags=Words(added=("new",)))
    step = SweepStep(desk, plan(desk.library, ids(desk), wish).changes, "Change cases", str)
    step.start()
    assert desk.set_library(None)
    qtbot.waitUntil(lambda: desk.tasks.running == [], timeout=20_000)
    assert not desk.undo_stack.canUndo()


def test_what_a_notice_took_back_is_not_made_again_by_undo(desk, told, qtbot):
    first = archiving(desk)
    made(desk, qtbot, first)
    desk.tag_colours.give(["border"], "teal", "Colour tags")
    told[0][1]()
    qtbot.waitUntil(lambda: with_status(desk, "draft") == COUNT, timeout=20_000)
    desk.undo()
    with qtbot.assertNotEmitted(first.ended, wait=200):
        desk.undo()
    assert with_status(desk, "draft") == COUNT and desk.tag_colours.colour("border") == ""
