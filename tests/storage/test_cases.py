"""What goes into the library comes out of it, whole; only what differs is written."""

from random import Random

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebook.domain.case import Case, new_case
from casebook.domain.changes import SetField, setting
from casebook.domain.errors import ChangeError, LibraryError, NotFoundError
from casebook.domain.records import RecordId, Sensitivity, Stamp
from casebook.domain.sections.actors import Participant
from casebook.domain.sections.challenges import Challenge
from casebook.domain.sections.registry import Actor, Source
from casebook.domain.sections.timeline import Event
from casebook.storage.database import connected
from casebook.storage.library import Library
from casebook.storage.listing import ListQuery
from tests.builders import build_case
from tests.finding import found
from tests.storage.made_up_case import MADE_UP, MadeUpCase
from tests.strategies import any_case, any_change, cases, same_in_full

SEEDS = st.integers(0, 2**32 - 1)


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    path = tmp_path_factory.mktemp("shelf") / "shelf.casebook"
    with Library.create(path, declaration=MADE_UP, author="Ama Mensah") as library:
        yield library


def put(library: Library, case: Case) -> None:
    """Make `case` all that the library holds: two seeds may grow into cases that share ids."""
    driver = connected(library.path)
    driver.execute("PRAGMA foreign_keys = ON")
    for table in ("cases", "actor_records", "source_records", "search_text"):
        driver.execute(f"DELETE FROM {table}")
    driver.close()
    library.cases.save(None, case)


@settings(max_examples=20)
@given(case=cases(MadeUpCase, most=3))
def test_a_case_comes_back_as_it_was_saved(shelf, case):
    put(shelf, case)
    assert same_in_full(shelf.cases.load(case.id), case)


@settings(max_examples=20)
@given(seed=SEEDS)
def test_after_any_changes_the_library_holds_the_case_as_it_is_now(shelf, seed):
    rng = Random(seed)
    before = any_case(rng, MadeUpCase)
    put(shelf, before)
    for _ in range(3):
        change = any_change(rng, before)
        after = change.apply(before)
        shelf.cases.save(before, after, change)
        assert same_in_full(shelf.cases.load(after.id), after)
        before = after


@settings(max_examples=20)
@given(seed=SEEDS)
def test_states_far_apart_are_written_as_well_as_single_changes(shelf, seed):
    rng = Random(seed)
    before = any_case(rng, MadeUpCase, most=3)
    put(shelf, before)
    after = before
    for _ in range(8):
        after = any_change(rng, after).apply(after)
    shelf.cases.save(before, after)
    assert same_in_full(shelf.cases.load(after.id), after)
    assert shelf.problems() == []


def test_an_empty_case_is_saved_without_a_word(library):
    case = Case()
    library.cases.save(None, case)
    assert library.cases.load(case.id) == case


def test_what_the_case_does_not_know_is_refused(library):
    with pytest.raises(NotFoundError, match="no such case"):
        library.cases.load("018f0000-0000-7000-8000-000000000000")


def test_a_case_is_never_saved_over_another(library):
    case = build_case(1)
    library.cases.save(None, case)
    with pytest.raises(LibraryError, match="same identity"):
        library.cases.save(None, attrs.evolve(case, title="Another"))
    assert library.cases.load(case.id) == case


def test_a_case_somebody_deleted_is_not_half_saved(library):
    case = build_case(1)
    library.cases.save(None, case)
    library.cases.delete(case.id)
    change = setting(case, case.id, "title", "Too late")
    with pytest.raises(NotFoundError, match="no longer in the library"):
        library.cases.save(case, change.apply(case), change)
    assert library.cases.count(ListQuery()) == 0
    assert library.problems() == []


def test_a_link_to_nothing_is_refused_and_nothing_of_it_kept(library):
    case = build_case(1)
    library.cases.save(None, case)
    lost = Participant(actor=RecordId("018f0000-0000-7000-8000-000000000000"))
    broken = attrs.evolve(case, title="Changed", actors=(*case.actors, lost))
    with pytest.raises(LibraryError, match="points to a record"):
        library.cases.save(case, broken)
    assert library.cases.load(case.id) == case


def test_a_change_that_does_not_fit_is_refused_before_anything_is_written(library):
    case = build_case(1)
    library.cases.save(None, case)
    stale = SetField(target=case.id, field="title", old="never its title", new="x")
    with pytest.raises(ChangeError):
        library.cases.save(case, attrs.evolve(case, title="x"), stale)
    assert library.cases.load(case.id) == case


@pytest.mark.parametrize("value", [2**70, -(2**70)])
def test_a_number_no_file_can_hold_is_refused_in_words(library, value):
    case = build_case(1)
    library.cases.save(None, case)
    change = setting(case, case.activities[0].id, "participants", value)
    with pytest.raises(LibraryError, match="too large"):
        library.cases.save(case, change.apply(case), change)
    assert library.cases.load(case.id) == case


def test_half_a_surrogate_pair_is_refused_in_words(library):
    with pytest.raises(LibraryError, match="cannot be kept"):
        library.cases.save(None, new_case(title="\ud800"))
    assert library.cases.count(ListQuery()) == 0


def test_many_cases_go_in_at_once_or_not_at_all(library):
    assert library.cases.add_all(build_case(seed) for seed in range(3)) == 3
    assert library.cases.load(build_case(2).id) == build_case(2)
    with pytest.raises(LibraryError):
        library.cases.add_all([build_case(3), build_case(1)])
    assert library.cases.count(ListQuery()) == 3
    assert library.problems() == []


def two_cases(actor: Actor) -> tuple[Case, Case]:
    return tuple(
        new_case(title=title, actor_records=(actor,), actors=(Participant(actor=actor.id),))
        for title in ("One", "Two")
    )


def test_a_shared_record_is_one_for_all_cases(library):
    actor = Actor(name="African Union", short_name="AU")
    one, two = two_cases(actor)
    library.cases.save(None, one)
    library.cases.save(None, two)
    change = setting(one, actor.id, "short_name", "AU Mission")
    library.cases.save(one, change.apply(one), change)
    assert library.cases.load(two.id).actor_records[0].short_name == "AU Mission"
    rows = library.cases.page(ListQuery(sort="title", descending=False))
    assert [row.partners for row in rows] == [("AU Mission",), ("AU Mission",)]


def test_a_shared_record_that_comes_along_does_not_overwrite_the_library_s_own(library):
    actor = Actor(name="African Union", aliases=("AU",))
    one, two = two_cases(actor)
    library.cases.save(None, one)
    stale = attrs.evolve(actor, name="Organisation of African Unity", aliases=("OAU", "OUA"))
    library.cases.save(None, attrs.evolve(two, actor_records=(stale,)))
    assert library.cases.load(two.id).actor_records == (actor,)


def test_a_case_that_lets_a_shared_record_go_does_not_delete_it(library):
    actor = Actor(name="African Union")
    one, two = two_cases(actor)
    library.cases.save(None, one)
    library.cases.save(None, two)
    library.cases.save(one, attrs.evolve(one, actors=(), actor_records=()))
    assert library.cases.load(one.id).actor_records == ()
    assert library.cases.load(two.id).actor_records == (actor,)
    library.cases.delete(two.id)
    assert library.cases.shared("actor_records") == (actor,)


def test_a_case_holds_what_its_records_have_come_to_refer_to(library):
    actor, parent = Actor(name="Mission"), Actor(name="Headquarters")
    one, two = two_cases(actor)
    library.cases.save(None, one)
    library.cases.save(None, two)
    child = attrs.evolve(actor, parent_actor=parent.id)
    library.cases.save(one, attrs.evolve(one, actor_records=(child, parent)))
    assert library.cases.load(two.id).actor_records == (child, parent)


def test_sources_cited_in_text_only_stay_with_the_case(library):
    case = new_case(
        title="Cited", context="As [@un2018] says.", source_records=(Source(citation_key="un2018"),)
    )
    library.cases.save(None, case)
    assert library.cases.load(case.id) == case


def test_a_case_is_resolved_by_code_in_any_letter_case_or_by_id(library):
    case = build_case(4)
    library.cases.save(None, case)
    assert library.cases.resolve(f" {case.ref_code.lower()} ") == case.id
    assert library.cases.resolve(case.id) == case.id
    assert library.cases.resolve(case.id.upper()) == case.id
    for nothing in ("", "%", "LR-", "' OR 1=1"):
        with pytest.raises(NotFoundError):
            library.cases.resolve(nothing)


def test_a_code_two_cases_bear_is_not_guessed(library):
    one, two = new_case(ref_code="LR-2003-001"), new_case(ref_code="lr-2003-001")
    library.cases.add_all((one, two))
    with pytest.raises(NotFoundError, match="More than one"):
        library.cases.resolve("LR-2003-001")
    library.cases.trash(two.id)
    assert library.cases.resolve("LR-2003-001") == one.id


def test_the_trash_keeps_a_case_until_it_is_deleted(library):
    case = build_case(5)
    library.cases.save(None, case)
    library.cases.trash(case.id)
    assert library.cases.ids(ListQuery()) == []
    assert library.cases.ids(ListQuery(trashed=True)) == [case.id]
    assert case.id in library.cases.trashed_ids()
    assert library.cases.load(case.id) == case
    library.cases.restore(case.id)
    assert library.cases.ids(ListQuery()) == [case.id]
    assert library.cases.trashed_ids() == frozenset()
    library.cases.delete(case.id)
    assert library.history.of(case.id) == []
    assert library.problems() == []


@pytest.mark.parametrize("verb", ["trash", "restore", "delete"])
def test_what_is_not_there_is_not_moved(library, verb):
    with pytest.raises(NotFoundError, match="no longer"):
        getattr(library.cases, verb)("nothing")


def test_shared_records_in_the_trash_are_told_and_not_offered(library):
    actor = Actor(name="Disbanded brigade", trashed=True)
    case = new_case(actor_records=(actor,), actors=(Participant(actor=actor.id),))
    library.cases.save(None, case)
    assert library.cases.trashed_ids() == {actor.id}
    assert library.cases.shared("actor_records") == ()
    assert library.cases.shared("actor_records", "brigade") == ()
    assert library.cases.load(case.id) == case


def test_reference_codes_count_on_from_the_highest(library):
    assert library.cases.next_reference("lr", 2003) == "LR-2003-001"
    codes = ("LR-2003-001", "LR-2003-017", "LR-2003-x", "LR-2003-٣", "LR-2004-030", "LR-2003-" + "9" * 5000)
    library.cases.add_all(new_case(ref_code=code) for code in codes)
    assert library.cases.next_reference("LR", 2003) == "LR-2003-018"


def test_type_ahead_finds_shared_records_by_any_of_their_names(library):
    ecowas = Actor(name="Economic Community of West African States", short_name="ECOWAS", aliases=("CEDEAO",))
    west = Actor(name="West Point market committee")
    source = Source(title="Final report", authors=("Haddad, Leïla",), citation_key="un2018")
    library.cases.save(None, new_case(actor_records=(ecowas, west), source_records=(source,)))
    find = library.cases.shared
    assert [find("actor_records", text) for text in ("ecow", "cédéao", "comm econ")] == [(ecowas,)] * 3
    assert find("actor_records", "west") == (west, ecowas)
    assert [find("source_records", text) for text in ("leila", "UN2018", "final")] == [(source,)] * 3
    assert find("actor_records", "report") == ()
    assert find("actor_records", '"*()') == ()
    assert len(find("actor_records", limit=1)) == 1


def test_the_latest_shared_records_are_offered_first(library):
    old, new = (
        Actor(name=name, stamp=Stamp(updated_at=at))
        for name, at in (("A", "2026-01-01"), ("B", "2026-02-01"))
    )
    library.cases.save(None, new_case(actor_records=(old, new)))
    assert library.cases.shared("actor_records") == (new, old)


def test_a_declaration_with_a_section_of_its_own_needs_no_word_here(tmp_path):
    case = MadeUpCase(title="Drilled", sensitivity=Sensitivity.PARTNER)
    with Library.create(tmp_path / "made up.casebook", declaration=MADE_UP) as library:
        library.cases.save(None, case)
        drill = MADE_UP.sections["drills"].entry_type(name="Night march", account="Moonless")
        library.cases.save(case, attrs.evolve(case, drills=(drill,)))
        assert library.cases.load(case.id).drills == (drill,)
        assert found(library, "moonless") == {case.id: ("drills", "")}


def test_an_entry_leaves_with_what_stands_in_it_in_any_order_of_sections(library):
    case = build_case(6)
    library.cases.save(None, case)
    bare = attrs.evolve(
        case,
        **dict.fromkeys(("outcomes", "indicators", "measurements", "testimonies", "evidence"), ()),
        timeline=tuple(attrs.evolve(event, place=None) for event in case.timeline),
        places=(),
    )
    library.cases.save(case, bare)
    assert library.cases.load(case.id) == bare
    assert library.problems() == []


def test_entries_change_places(library):
    entries = tuple(Challenge(title=str(number)) for number in range(5))
    case = new_case(challenges=entries)
    library.cases.save(None, case)
    turned = attrs.evolve(case, challenges=tuple(reversed(entries)), timeline=(Event(title="x"),))
    library.cases.save(case, turned)
    assert library.cases.load(case.id) == turned
