"""From one state of a record to another and back."""

import attrs
from hypothesis import given
from hypothesis import strategies as st

from casebook.domain.case import Case
from casebook.domain.changes import Batch, SetField
from casebook.domain.record_changes import batch_between, settings_between
from casebook.domain.sections.registry import Actor, Source
from tests.strategies import records


@given(st.one_of(*(st.tuples(records(kind), records(kind)) for kind in (Actor, Source))))
def test_the_changes_between_two_states_lead_from_one_to_the_other_and_back(states):
    old, other = states
    new = attrs.evolve(other, id=old.id, extra=old.extra, stamp=old.stamp, trashed=True)
    case = Case().with_section(type(old).__section__.key, (old,))
    change = batch_between(old, new)
    after = change.apply(case)
    assert after.find(old.id) == new
    assert change.inverse().apply(after) == case


def test_one_difference_is_one_step_unless_it_has_a_name():
    old = Actor(name="ECOMIL")
    new = attrs.evolve(old, name="ECOWAS Mission in Liberia")
    assert isinstance(batch_between(old, new), SetField)
    assert batch_between(old, new, "Renamed") == Batch(changes=settings_between(old, new), label="Renamed")
    assert settings_between(old, old) == ()
