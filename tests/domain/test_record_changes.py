"""From one state of a record to another and back."""

import attrs
from hypothesis import given
from hypothesis import strategies as st

from casebook.domain.case import Case
from casebook.domain.changes import Batch, SetField
from casebook.domain.entry_changes import removing
from casebook.domain.record_changes import batch_between, change_between, settings_between
from casebook.domain.sections.registry import Actor, Source
from tests.strategies import cases, records


@given(st.one_of(*(st.tuples(records(kind), records(kind)) for kind in (Actor, Source))))
def test_the_changes_between_two_states_lead_from_one_to_the_other_and_back(states):
    old, other = states
    new = attrs.evolve(other, id=old.id, extra=old.extra, stamp=old.stamp, trashed=True)
    case = Case().with_section(type(old).__section__.key, (old,))
    change = batch_between(old, new)
    after = change.apply(case)
    assert after.find(old.id) == new
    assert change.inverse().apply(after) == case


@given(st.data())
def test_the_change_between_two_states_of_a_case_leads_from_one_to_the_other(data):
    before = data.draw(cases())
    entries = [entry.id for key in before.declaration.sections for entry in before.section(key)]
    after = removing(before, data.draw(st.sampled_from(entries))).apply(before) if entries else before
    for one, other in ((before, after), (after, before)):
        assert change_between(one, other).apply(one) == other
    assert change_between(before, before).changes == ()


def test_one_difference_is_one_step_unless_it_has_a_name():
    old = Actor(name="ECOMIL")
    new = attrs.evolve(old, name="ECOWAS Mission in Liberia")
    assert isinstance(batch_between(old, new), SetField)
    assert batch_between(old, new, "Renamed") == Batch(changes=settings_between(old, new), label="Renamed")
    assert settings_between(old, old) == ()
