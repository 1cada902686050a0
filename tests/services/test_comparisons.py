"""Comparisons kept in a library: by name, newest first, and what changed since."""

from collections.abc import Iterator

import attrs
import pytest

from casebook.domain.case import Case
from casebook.domain.errors import NotFoundError
from casebook.domain.records import Sensitivity
from casebook.domain.synthesis import ComparedCase, Finding, Synthesis
from casebook.services.comparisons import (
    KIND,
    audience_of,
    changed_cases,
    comparison_of,
    duplicate_comparison,
    keep_comparison,
    looked_at,
    open_comparison,
    remove_comparison,
    rename_comparison,
    saved_comparisons,
    usual_name,
    versions,
)
from casebook.storage.library import Library

MADE = Synthesis(name="West Africa", cases=(ComparedCase(id="a"), ComparedCase(id="b")))


@pytest.fixture
def library(tmp_path) -> Iterator[Library]:
    with Library.create(tmp_path / "lib.casebook", author="Ama") as held:
        yield held


def test_a_comparison_comes_back_whole(library):
    made = MADE.with_finding("lessons", Finding(text="Train **first**."))
    kept = keep_comparison(library, made)
    assert open_comparison(library, kept.id).synthesis == made
    again = keep_comparison(library, attrs.evolve(made, audience="public"), kept.id)
    assert again.id == kept.id
    assert [one.name for one in saved_comparisons(library)] == ["West Africa"]
    assert again.who == "Ama"


def test_rename_duplicate_delete_and_back(library):
    kept = keep_comparison(library, MADE)
    assert rename_comparison(library, kept.id, "  Two   coasts ").name == "Two coasts"
    assert rename_comparison(library, kept.id, " ").name == "Two coasts"
    copy = duplicate_comparison(library, kept.id)
    assert copy.name == "Two coasts (copy)"
    assert copy.id != kept.id
    assert {one.id for one in saved_comparisons(library)} == {kept.id, copy.id}
    gone = remove_comparison(library, kept.id)
    with pytest.raises(NotFoundError):
        open_comparison(library, kept.id)
    keep_comparison(library, gone.synthesis, gone.id)
    assert open_comparison(library, kept.id).name == "Two coasts"


def test_the_one_changed_last_is_first_and_one_that_cannot_be_read_is_left_out(library):
    first = keep_comparison(library, MADE)
    keep_comparison(library, attrs.evolve(MADE, name="Second"))
    library.shelf.put(KIND, "of a later version", {"cases": 7})
    held = saved_comparisons(library)
    assert sorted(one.at for one in held) == [one.at for one in reversed(held)]
    assert {one.name for one in held} == {"West Africa", "Second"}
    assert comparison_of(library, ("b", "a")).id in {one.id for one in held}
    assert comparison_of(library, ("a",)) is None
    assert first.id in {one.id for one in held}


def test_cases_that_changed_since_are_named(library):
    one, other = Case(title="One"), Case(title="Other")
    for case in (one, other):
        library.cases.save(None, case, None)
    made = Synthesis(cases=(ComparedCase(id=one.id), ComparedCase(id=other.id)))
    assert changed_cases(library, made) == ()  # never looked at
    now = "2999-01-01T00:00:00.000+00:00"
    seen = looked_at(made, {"row": "mark"}, now, versions(library, (one.id, other.id)))
    assert (seen.seen, seen.seen_at) == ({"row": "mark"}, now)
    assert changed_cases(library, seen) == ()
    library.cases.save(other, attrs.evolve(other, title="Changed"), None)
    assert changed_cases(library, seen) == (other.id,)


def test_typing_on_in_a_long_text_counts_as_a_change(library):
    from casebook.domain.changes import SetField

    case = Case(title="One", context="word " * 200)
    library.cases.save(None, case, None)

    def typed(case, text):
        change = SetField(target=case.id, field="context", old=case.context, new=text)
        after = change.apply(case)
        library.cases.save(case, after, change)
        return after

    case = typed(case, case.context + "more ")
    latest = versions(library, (case.id,))
    seen = looked_at(Synthesis(cases=(ComparedCase(id=case.id),)), {}, latest[case.id][1], latest)
    assert changed_cases(library, seen) == ()
    typed(case, case.context + "and more ")
    changed = versions(library, (case.id,))
    assert (changed != latest) == (changed_cases(library, seen) == (case.id,))


def test_names_and_audiences():
    titles = ["Liberia: from vanguard to mission", "Iraq", "A" * 60, "Four", "Five"]
    assert usual_name(titles) == "Liberia, Iraq, " + "A" * 33 + "… and 2 more"
    assert usual_name(["One"]) == "One"
    assert audience_of(MADE) is None
    assert audience_of(attrs.evolve(MADE, audience="partner")) is Sensitivity.PARTNER
    assert audience_of(attrs.evolve(MADE, audience="of a later version")) is Sensitivity.PUBLIC
