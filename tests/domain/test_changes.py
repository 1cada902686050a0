"""Changes are undone exactly, merge without a trace, and happen whole or not at all."""

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.domain.case import Case, new_case
from casebook.domain.changes import Aspect, Batch, InsertEntry, RemoveEntry, SetField, setting
from casebook.domain.entry_changes import adding
from casebook.domain.errors import ChangeError
from casebook.domain.fields import field_specs
from casebook.domain.records import Absence, Sensitivity
from casebook.domain.sections.challenges import Challenge
from casebook.domain.sections.timeline import Event
from tests.strategies import cases, changes, same_in_full, values


@given(st.data())
def test_every_sequence_of_changes_is_undone_exactly(data):
    case = start = data.draw(cases())
    done = []
    for _ in range(data.draw(st.integers(1, 6))):
        change = data.draw(changes(case))
        after = change.apply(case)
        assert same_in_full(change.inverse().apply(after), case)
        assert change.inverse().inverse() == change
        done.append(change)
        case = after
    whole = Batch(changes=tuple(done))
    assert whole.apply(start) == case
    assert same_in_full(whole.inverse().apply(case), start)


@given(st.data())
def test_merging_two_changes_of_a_field_is_doing_both(data):
    case = data.draw(cases(most=1))
    spec = data.draw(st.sampled_from(field_specs(Case)))
    first = setting(case, case.id, spec.name, data.draw(values(spec, {})))
    second = setting(first.apply(case), case.id, spec.name, data.draw(values(spec, {})))
    merged = first.merged_with(second)
    assert merged is not None
    assert merged.apply(case) == second.apply(first.apply(case))
    assert merged.inverse().apply(merged.apply(case)) == case


@given(st.data())
def test_no_two_random_changes_merge_into_something_else(data):
    case = data.draw(cases(most=1))
    first = data.draw(changes(case))
    second = data.draw(changes(first.apply(case)))
    merged = first.merged_with(second)
    if merged is not None:
        assert merged.apply(case) == second.apply(first.apply(case))


def test_a_batch_that_fails_half_way_changes_nothing():
    case = Case(title="Old")
    good = setting(case, case.id, "title", "New")
    bad = SetField(target=case.id, field="title", old="Old", new="Newer")
    with pytest.raises(ChangeError, match="nothing was overwritten"):
        Batch(changes=(good, bad)).apply(case)
    assert case.title == "Old"


def test_a_change_made_on_another_value_is_refused():
    case = Case(title="Theirs")
    with pytest.raises(ChangeError, match="changed elsewhere"):
        SetField(target=case.id, field="title", old="Mine", new="Newer").apply(case)


def test_a_change_to_what_is_gone_is_refused():
    case = Case()
    with pytest.raises(ChangeError, match="no longer in the case"):
        setting(case, "nobody", "title", "x")
    with pytest.raises(ChangeError, match="no field called “colour”"):
        setting(case, case.id, "colour", "red")
    with pytest.raises(ChangeError, match="no section called “songs”"):
        InsertEntry(section="songs", index=0, entry=Challenge()).apply(case)


def test_inserting_needs_a_place_and_a_new_record():
    challenge = Challenge(title="Radios")
    case = Case(challenges=(challenge,))
    with pytest.raises(ChangeError, match="no such place"):
        InsertEntry(section="challenges", index=2, entry=Challenge()).apply(case)
    with pytest.raises(ChangeError, match="in the case already"):
        adding(case, "challenges", challenge).apply(case)


def test_removing_an_entry_that_was_edited_meanwhile_is_refused():
    challenge = Challenge(title="Radios")
    case = Case(challenges=(attrs.evolve(challenge, title="Radio traffic"),))
    with pytest.raises(ChangeError, match="not removed"):
        RemoveEntry(section="challenges", index=0, entry=challenge).apply(case)


def test_absence_and_sensitivity_are_set_and_cleared_like_values():
    case = Case()
    none_found = setting(case, case.id, "lessons", Absence.NONE_FOUND, Aspect.ABSENCE)
    marked = none_found.apply(case)
    assert marked.absences == {"lessons": Absence.NONE_FOUND}
    assert setting(marked, case.id, "lessons", None, Aspect.ABSENCE).apply(marked) == case
    secret = setting(case, case.id, "sensitivity", Sensitivity.INTERNAL, Aspect.SENSITIVITY).apply(case)
    assert secret.sensitivity is Sensitivity.INTERNAL
    field = setting(case, case.id, "brief", Sensitivity.PARTNER, Aspect.SENSITIVITY).apply(case)
    assert field.field_sensitivities == {"brief": Sensitivity.PARTNER}


def test_structural_changes_never_merge():
    case = Case(title="A")
    typed = setting(case, case.id, "title", "AB")
    for other in (adding(case, "challenges", Challenge()), Batch(changes=(typed,))):
        assert other.merged_with(typed) is None
        assert typed.merged_with(other) is None
    assert typed.merged_with(setting(case, case.id, "brief", "B")) is None


def test_many_insertions_at_once_are_what_they_are_one_by_one():
    case = new_case(timeline=tuple(Event(title=f"there {n}") for n in range(3)))
    fresh = [Event(title=f"new {n}") for n in range(6)]
    places = (1, 2, 3, 0, 7, 8)
    inserts = tuple(
        InsertEntry(section="timeline", index=index, entry=entry)
        for index, entry in zip(places, fresh, strict=True)
    )
    one_by_one = case
    for insert in inserts:
        one_by_one = insert.apply(one_by_one)
    batch = Batch(changes=inserts)
    assert batch.apply(case) == one_by_one
    assert batch.inverse().apply(one_by_one) == case


@pytest.mark.parametrize("wrong", ["twice", "there", "place"])
def test_many_insertions_are_refused_as_one_would_be(wrong):
    held, fresh = Event(title="there"), Event(title="new")
    case = new_case(timeline=(held,))
    second = {"twice": fresh, "there": held, "place": Event(title="x")}[wrong]
    start = 5 if wrong == "place" else 0
    inserts = tuple(
        InsertEntry(section="timeline", index=start + at, entry=one) for at, one in enumerate((fresh, second))
    )
    with pytest.raises(ChangeError):
        Batch(changes=inserts).apply(case)
