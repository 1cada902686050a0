"""Changes to many cases: made step by step, refused one by one, undone as one."""

from collections.abc import Iterator

import pytest

from casebook.domain.case import Case
from casebook.domain.changes import SetField, setting
from casebook.domain.errors import ChangeError, ReadOnlyError
from casebook.domain.records import RecordId, TermRef
from casebook.services.sweeping import AT_ONCE, CaseChange, Collecting, Sweep, Trashing, Undoing
from casebook.storage.library import Library
from casebook.storage.listing import ListQuery

COUNT = AT_ONCE + 5


@pytest.fixture
def library(tmp_path) -> Iterator[Library]:
    with Library.create(tmp_path / "lib.casebook", author="Ama") as held:
        held.cases.add_all(Case(title=f"Case {number}", status=TermRef("draft")) for number in range(COUNT))
        yield held


def approving(library) -> list[CaseChange]:
    ids = library.cases.ids(ListQuery(sort="title", descending=False))
    return [
        CaseChange(case_id=one, change=setting(library.cases.load(one), one, "status", TermRef("approved")))
        for one in ids
    ]


def with_status(library, status) -> int:
    return library.cases.count(ListQuery(statuses=(status,)))


def test_all_are_changed_signed_and_in_their_history(library):
    sweep = Sweep(library, approving(library), clock=lambda: "2026-05-01T10:00:00+00:00")
    sweep.run()
    assert with_status(library, "approved") == COUNT == sweep.done == sweep.total
    one = sweep.made[0].case_id
    assert library.cases.load(one).stamp.updated_at == "2026-05-01T10:00:00+00:00"
    assert library.history.of(one)[0].who == "Ama"


def test_undoing_brings_all_back(library):
    before = {one: library.cases.load(one).status for one in library.cases.ids(ListQuery())}
    sweep = Sweep(library, approving(library))
    sweep.run()
    Sweep(library, sweep.undoing()).run()
    assert {one: library.cases.load(one).status for one in before} == before


def test_what_was_made_before_it_stops_can_be_taken_back(library):
    sweep = Sweep(library, approving(library))
    assert sweep.step()
    assert 0 < with_status(library, "approved") == len(sweep.made) < COUNT
    Sweep(library, sweep.undoing()).run()
    assert with_status(library, "approved") == 0


def test_a_change_that_does_not_fit_leaves_its_case_alone_and_is_told(library):
    changes = approving(library)
    one = changes[3].case_id
    wrong = SetField(target=RecordId(one), field="status", old=TermRef("archived"), new=TermRef("approved"))
    changes[3] = CaseChange(case_id=one, change=wrong)
    sweep = Sweep(library, [*changes, CaseChange(case_id="nobody", change=wrong)])
    sweep.run()
    assert [refusal.case_id for refusal in sweep.refused] == [one, "nobody"]
    assert all(refusal.reason for refusal in sweep.refused)
    assert with_status(library, "approved") == COUNT - 1


def test_into_the_trash_and_out_again(library):
    ids = library.cases.ids(ListQuery())
    sweep = Sweep(library, [CaseChange(case_id=one, change=Trashing()) for one in ids])
    sweep.run()
    assert library.cases.count(ListQuery(trashed=True)) == COUNT
    Sweep(library, sweep.undoing()).run()
    assert library.cases.count(ListQuery()) == COUNT


def test_many_go_into_the_trash_in_one_transaction_and_each_says_so_in_its_history(library):
    ids = library.cases.ids(ListQuery())
    library.cases.delete(ids[0])
    changes = [CaseChange(case_id=one, change=Trashing()) for one in ids]
    sweep = Sweep(library, changes, in_editor=lambda wanted: refuse_typing(wanted, ids[1]))
    assert not sweep.step(), "one step takes all of them"
    assert [refusal.case_id for refusal in sweep.refused] == [ids[1], ids[0]]
    assert "no longer in the library" in sweep.refused[1].reason
    assert library.cases.trashed_ids() == set(ids[2:])
    assert {library.history.of(one)[0].what for one in ids[2:]} == {"Moved to the Trash"}
    assert library.history.of(ids[1])[0].what == "Case added"


def refuse_typing(wanted, open_case) -> bool:
    if wanted.case_id == open_case:
        raise ChangeError("What was typed last could not be saved yet.")
    return False


def test_a_library_that_is_only_read_stays_as_it_is(library):
    changes, path = approving(library), library.path
    library.close()
    with Library.open(path, read_only=True) as reading, pytest.raises(ReadOnlyError):
        Sweep(reading, changes).run()


def test_undoing_is_a_sequence_like_any_other(library):
    made = approving(library)[:5]
    expected = tuple(change.inverse() for change in reversed(made))
    undoing = Undoing(made)
    assert tuple(undoing) == expected and len(undoing) == 5
    assert (undoing[0], undoing[-1], undoing[1:3]) == (expected[0], expected[-1], expected[1:3])
    assert undoing[3:] == expected[3:] and Undoing([])[:2] == ()
    with pytest.raises(IndexError):
        undoing[5]


def test_into_a_collection_in_few_steps_and_out_again(library):
    where = library.collections.create("West Africa").id
    ids = library.cases.ids(ListQuery())
    library.collections.put(where, ids[:1])
    sweep = Sweep(library, [CaseChange(case_id=one, change=Collecting(collection_id=where)) for one in ids])
    assert not sweep.step(), "one statement takes all of them"
    assert [refusal.case_id for refusal in sweep.refused] == ids[:1]
    assert library.collections.held(where) == set(ids)
    Sweep(library, sweep.undoing()).run()
    assert library.collections.held(where) == {ids[0]}


def test_a_collection_that_is_gone_refuses_all(library):
    where = library.collections.create("West Africa").id
    library.collections.remove(where)
    sweep = Sweep(library, [CaseChange(case_id=one, change=Collecting(collection_id=where)) for one in "ab"])
    sweep.run()
    assert sweep.made == [] and len(sweep.refused) == 2


def test_a_case_that_is_open_in_an_editor_is_changed_there(library):
    changes, seen = approving(library), []

    def in_editor(change):
        seen.append(change.case_id)
        return change is changes[2]

    sweep = Sweep(library, changes, in_editor=in_editor)
    sweep.run()
    assert seen == [change.case_id for change in changes] and changes[2] in sweep.made
    assert with_status(library, "approved") == COUNT - 1
