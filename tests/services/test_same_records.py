"""Records that may be the same, until somebody says they are not."""

import pytest

from casebook.domain.sections.registry import Actor
from casebook.services.registry import RegistrySweep, changing, trashing
from casebook.services.same_records import KIND, likely_in, take_back, tell_apart, told_apart
from casebook.storage.library import Library

ACTORS = tuple(Actor(name=name) for name in ("The police", "the Police", "The  police", "The army"))


@pytest.fixture
def library(tmp_path):
    with Library.create(tmp_path / "lib.casebook", author="Ama") as held:
        RegistrySweep(held, changing([(None, actor) for actor in ACTORS], "Ama")).run()
        yield held


def groups(library):
    return [set(group.ids) for group in likely_in(library, "actor_records")]


def test_what_was_said_is_remembered_and_can_be_taken_back(library):
    ids = [actor.id for actor in ACTORS[:3]]
    assert groups(library) == [set(ids)]
    kept = tell_apart(library, ids)
    assert len(kept) == 3 and groups(library) == []
    assert tell_apart(library, ids[:2]) == []
    take_back(library, kept)
    take_back(library, kept)
    assert groups(library) == [set(ids)]


def test_what_lies_in_the_trash_is_not_asked_about(library):
    RegistrySweep(library, trashing(ACTORS[1:3], "Ama")).run()
    assert groups(library) == []


def test_what_cannot_be_read_is_passed_over(library):
    library.shelf.put(KIND, "odd", {"ids": ["one"]})
    library.shelf.put(KIND, "odder", {"pairs": 3})
    assert told_apart(library) == frozenset()
