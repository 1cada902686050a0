"""What is done to shared records is told first where it should be, and names where they are used."""

import pytest

from casebook.domain.case import CASE, new_case
from casebook.domain.sections.registry import Actor
from casebook.services.registry import changing
from casebook.ui.registry.record_wishes import RecordWishes

SECTION = CASE.sections["actor_records"]


@pytest.fixture
def wishes(workbench):
    return RecordWishes(workbench)


def test_of_several_it_is_said_how_many_are_used_and_of_one_where(wishes, workbench, qtbot, actor):
    record = actor("ECOWAS")
    for at in range(4):
        workbench.library.cases.save(None, new_case(title=f"A case {at}", actor_records=(record,)))
    with qtbot.waitSignal(wishes.asked) as asked:
        wishes.trash(SECTION, [record.id])
    assert "“A case 0”, “A case 1”, “A case 2” and 2 more" in asked.args[0]
    with qtbot.waitSignal(wishes.asked) as asked:
        wishes.trash(SECTION, [record.id, actor("UN").id])
    assert asked.args[0].startswith("2 of these are used")
    asked.args[2]()
    assert workbench.library.records.get(SECTION.key, [record.id])[0].trashed
    wishes.restore(SECTION, [record.id])
    assert not workbench.library.records.get(SECTION.key, [record.id])[0].trashed


def test_of_what_is_deleted_for_good_only_what_is_used_stays_and_that_is_told(
    wishes, workbench, qtbot, actor
):
    free = [Actor(name="One"), Actor(name="Two")]
    workbench.records.do(changing([(None, one) for one in free], "Ama"), "New")
    with (
        qtbot.waitSignal(workbench.problem, check_params_cb=lambda said: "still used" in said),
        qtbot.waitSignal(
            workbench.told, check_params_cb=lambda said, _undo: said == "2 records were deleted."
        ),
    ):
        wishes.delete(SECTION, [actor("ECOWAS").id, *(one.id for one in free)])
    assert workbench.library.records.get(SECTION.key, [one.id for one in free]) == []
    assert actor("ECOWAS")


def test_what_is_gone_is_neither_asked_about_nor_changed(wishes, qtbot, workbench):
    with qtbot.assertNotEmitted(wishes.asked):
        wishes.trash(SECTION, ["gone"])
    wishes.rename(SECTION, "gone", "x")
    assert workbench.undo_stack.count() == 0
