"""Steps on shared records from the window: undone and made again, seen at once in the open case."""

import attrs
import pytest

from casebook.domain.case import new_case
from casebook.domain.changes import setting
from casebook.domain.sections.actors import Participant
from casebook.domain.sections.registry import Actor
from casebook.services.merging_records import Merge, plan_merge
from casebook.services.registry import changing, trashing
from casebook.storage.record_query import RecordQuery, Show
from casebook.ui.records import written_in

ACTORS = "actor_records"


def actor(workbench, mark):
    library = workbench.library
    rows = library.records.rows(ACTORS, library.records.ids(RecordQuery(section=ACTORS)))
    return library.records.get(ACTORS, [row.id for row in rows if row.mark == mark])[0]


def rename(workbench, record, name, **more):
    step = changing([(record, attrs.evolve(record, name=name, **more))], "Ama")
    workbench.records.do(step, "Rename", "Renamed.")


def settled(workbench, qtbot):
    qtbot.waitUntil(lambda: not workbench.records.busy and not workbench.tasks.running, timeout=10_000)


def test_the_open_case_shows_a_rename_at_once_and_never_writes_the_older_name(workbench):
    record, changes = actor(workbench, "ECOWAS"), []
    workbench.case_changed.connect(lambda _case, change: changes.append(change))
    rename(workbench, record, "The Community")
    assert workbench.case.find(record.id).name == "The Community"
    assert [step.field for step in changes[0].changes] == ["name"]
    workbench.editor.apply(setting(workbench.case, workbench.case.id, "brief", "x"))
    workbench.flush()
    assert actor(workbench, "ECOWAS").name == "The Community"
    workbench.undo()
    assert workbench.case.find(record.id) == record and actor(workbench, "ECOWAS") == record
    workbench.redo()
    assert workbench.case.find(record.id).name == "The Community"


def test_what_is_being_typed_into_the_case_is_saved_before_and_stays(workbench):
    workbench.apply(setting(workbench.case, workbench.case.id, "brief", "Being typed"))
    assert workbench.unsaved
    rename(workbench, actor(workbench, "ECOWAS"), "The Community")
    assert workbench.case.brief == "Being typed" and not workbench.unsaved
    assert workbench.library.cases.load(workbench.case.id).brief == "Being typed"


def test_taken_back_right_after_typing_the_open_case_shows_the_older_name(workbench):
    record = actor(workbench, "ECOWAS")
    rename(workbench, record, "The Community")
    workbench.apply(setting(workbench.case, workbench.case.id, "brief", "Being typed"))
    workbench.undo()
    workbench.undo()
    assert workbench.case.find(record.id) == record and actor(workbench, "ECOWAS") == record


def test_writing_on_in_one_field_is_one_step(workbench):
    record = actor(workbench, "ECOWAS")
    for name in ("The C", "The Comm", "The Community"):
        rename(workbench, actor(workbench, "ECOWAS"), name)
    rename(workbench, actor(workbench, "ECOWAS"), "The Community", country="GH")
    assert workbench.undo_stack.count() == 2
    workbench.undo()
    workbench.undo()
    assert actor(workbench, "ECOWAS") == record
    assert written_in(changing([(None, record)], "Ama")) is None
    assert written_in(trashing([record], "Ama")) is None


def test_the_notice_takes_back_its_own_step_even_after_others(workbench):
    told = []
    workbench.told.connect(lambda words, undo: told.append((words, undo)))
    record, other = actor(workbench, "ECOWAS"), actor(workbench, "UNMIL")
    rename(workbench, record, "The Community")
    workbench.records.do(changing([(other, attrs.evolve(other, country="LR"))], "Ama"), "Other")
    (words, undo) = told[0]
    assert words == "Renamed."
    workbench.undo()
    undo()
    assert actor(workbench, "ECOWAS") == record


def test_a_record_changed_elsewhere_is_not_overwritten_and_no_step_is_left(workbench, qtbot):
    record = actor(workbench, "ECOWAS")
    rename(workbench, record, "Newer")
    with qtbot.waitSignal(workbench.problem, check_params_cb=lambda said: "meantime" in said):
        rename(workbench, record, "Older")
    assert workbench.undo_stack.count() == 1 and actor(workbench, "ECOWAS").name == "Newer"


@pytest.fixture
def twins(workbench):
    """An actor of the open case under another name in forty other cases."""
    twin = Actor(name="ECOWAS", country="NG")
    cases = [
        new_case(title=f"Case {at}", actor_records=(twin,), actors=(Participant(actor=twin.id),))
        for at in range(40)
    ]
    workbench.library.cases.add_all(cases)
    open_case = workbench.case
    after = attrs.evolve(
        open_case,
        actor_records=(*open_case.actor_records, twin),
        actors=(*open_case.actors, Participant(actor=twin.id)),
    )
    workbench.library.cases.save(open_case, after)
    workbench.renew_case()
    return actor(workbench, "ECOWAS"), twin


def merge(workbench, keep, other):
    plan = plan_merge(workbench.library, Merge(section=ACTORS, keep=keep.id, others=(other.id,)), "Ama")
    workbench.records.do(plan.step, "Make one", "Made one.")


def held(workbench, record):
    return len(workbench.library.records.holders(ACTORS, [record.id]))


def test_a_merge_goes_through_all_cases_and_the_open_one_and_back(workbench, twins, qtbot):
    keep, other = twins
    before = workbench.case
    with qtbot.waitSignal(workbench.told, timeout=10_000):
        merge(workbench, keep, other)
    settled(workbench, qtbot)
    assert held(workbench, other) == 0 and held(workbench, keep) == 41
    assert workbench.case.actors[-1].actor == keep.id and workbench.case.find(other.id) is None
    assert workbench.case == workbench.library.cases.load(before.id)
    assert workbench.library.records.get(ACTORS, [other.id])[0].trashed
    workbench.undo()
    settled(workbench, qtbot)
    assert held(workbench, other) == 41 and held(workbench, keep) == 1
    assert workbench.case == before
    assert workbench.library.records.get(ACTORS, [keep.id, other.id]) == [keep, other]
    workbench.redo()
    settled(workbench, qtbot)
    assert held(workbench, keep) == 41


def test_typing_goes_on_while_a_merge_is_going_through_the_cases(workbench, twins, qtbot):
    keep, other = twins
    merge(workbench, keep, other)
    assert workbench.records.busy
    workbench.apply(setting(workbench.case, workbench.case.id, "brief", "Typed meanwhile"))
    settled(workbench, qtbot)
    workbench.flush()
    saved = workbench.library.cases.load(workbench.case.id)
    assert saved.brief == "Typed meanwhile" and saved.find(other.id) is None
    assert saved == workbench.case


def test_stopped_half_way_it_is_told_and_taken_back_whole(workbench, twins, qtbot):
    keep, other = twins
    merge(workbench, keep, other)
    task = workbench.tasks.running[0]
    with qtbot.waitSignal(task.progressed):
        pass
    with qtbot.waitSignal(workbench.told, check_params_cb=lambda said, _undo: said.startswith("Stopped")):
        task.cancel()
    assert not workbench.library.records.get(ACTORS, [other.id])[0].trashed
    workbench.undo()
    settled(workbench, qtbot)
    assert held(workbench, other) == 41
    assert workbench.library.records.get(ACTORS, [keep.id]) == [keep]


def test_reading_only_nothing_is_done(workbench, qtbot):
    record = actor(workbench, "ECOWAS")
    workbench.library.read_only = True
    with qtbot.waitSignal(workbench.problem):
        rename(workbench, record, "x")
    workbench.library.read_only = False
    assert workbench.undo_stack.count() == 0
    assert workbench.library.records.ids(RecordQuery(section=ACTORS, show=Show.TRASH)) == []
