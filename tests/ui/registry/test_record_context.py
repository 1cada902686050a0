"""A record alone in a case of its own, with what it points to."""

import attrs

from casebook.domain.sections.registry import Actor
from casebook.services.registry import changing
from casebook.ui.registry.record_context import RecordContext

ACTORS = "actor_records"


def test_it_holds_the_record_and_what_that_points_to_and_tells_what_was_changed(workbench):
    above, below = Actor(name="Above"), Actor(name="Below")
    workbench.records.do(changing([(None, above), (None, below)], "Ama"), "New")
    context = RecordContext(workbench)
    assert context.case is None and context.changed() == []
    context.take(ACTORS, below)
    context.shared(ACTORS, "abov")
    context.make(context.change(below.id, "parent_actor", above.id))
    ((before, after),) = context.changed()  # what it points to was found in the library, not changed
    assert before == below and after.parent_actor == above.id
    context.take(ACTORS, attrs.evolve(below, parent_actor=above.id))
    assert context.case.find(above.id) == above
    fresh = context.create(ACTORS, "A new one above")
    context.make(context.change(below.id, "parent_actor", fresh))
    made = [after for before, after in context.changed() if before is None]
    assert [record.name for record in made] == ["A new one above"]
    context.drop()
    assert context.case is None and context.changed() == []
