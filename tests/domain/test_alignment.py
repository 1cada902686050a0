"""Cases side by side: laws that hold for any cases, and the sample library checked by hand against its files."""

from random import Random

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.domain.alignment import align
from casebook.domain.case import Case
from casebook.domain.comparison import Decisions, Gap, Mark, RowKind, RowState
from casebook.domain.declaration import declaration_of
from casebook.domain.records import Absence, Sensitivity, TermRef
from casebook.domain.redaction import redact
from casebook.domain.sections.challenges import Challenge
from casebook.domain.sections.frameworks import FrameworkUse
from casebook.domain.sections.lessons import Lesson
from casebook.domain.wording import Wording
from tests.made_up import OddCase, filled
from tests.publishing.sample import sample_case
from tests.strategies import SEEDS, VOCABULARIES, any_case, cases

WORDS = Wording(vocabularies=VOCABULARIES)
ODD = declaration_of(OddCase)


def group(seed: int, most: int = 3) -> list[Case]:
    """Two to four cases that have some entries, and so some ids, in common."""
    rng = Random(seed)
    first = any_case(rng, OddCase, most)
    others = [any_case(rng, OddCase, most) for _ in range(rng.randint(1, 3))]
    key = rng.choice(list(ODD.sections))
    return [first, *(other.with_section(key, (*other.section(key), *first.section(key))) for other in others)]


@given(SEEDS)
def test_a_case_beside_itself_differs_in_nothing(seed):
    case = any_case(Random(seed), OddCase, 3)
    for row in align([case, case, case], WORDS).rows:
        assert row.state in (RowState.SHARED, RowState.MISSING), row.key
        assert row.similar == ()


@given(SEEDS, st.randoms(use_true_random=False))
def test_the_order_of_the_cases_changes_columns_only(seed, rng):
    held = group(seed)
    order = list(range(len(held)))
    rng.shuffle(order)
    one, other = align(held, WORDS), align([held[at] for at in order], WORDS)
    assert [(row.key, row.label, row.state) for row in other.rows] == [
        (row.key, row.label, row.state) for row in one.rows
    ]
    for row, moved in zip(one.rows, other.rows, strict=True):
        assert moved.cells == tuple(row.cells[at] for at in order)
        assert set(moved.similar) == set(row.similar)


@given(SEEDS)
def test_every_entry_and_every_field_appears_once(seed):
    held = group(seed)
    made = align(held, WORDS)
    for number, case in enumerate(held):
        shown = [(row.section, one.id) for row in made.rows for one in row.cells[number].entries]
        assert sorted(shown) == sorted((key, one.id) for key in ODD.sections for one in case.section(key))
    fields = [row.field for row in made.rows if row.kind is RowKind.FIELD]
    assert fields == [spec.name for spec in ODD.header]
    assert {row.section for row in made.rows} == {*(part.key for part in ODD.parts), *ODD.sections}
    keys = [row.key for row in made.rows]
    assert len(keys) == len(set(keys))


@given(SEEDS)
def test_states_say_what_the_cells_say(seed):
    for row in align(group(seed), WORDS).rows:
        marks = [cell.mark for cell in row.cells]
        gaps = [cell.gap for cell in row.cells]
        full = [gap is None for gap in gaps]
        assert full == [mark not in (Mark.MISSING, Mark.RELATED) for mark in marks]
        assert full == [bool(cell.words) for cell in row.cells]
        match row.state:
            case RowState.SHARED:
                assert set(marks) == {Mark.SHARED}
            case RowState.UNIQUE:
                assert sum(full) == 1
            case RowState.SOME:
                assert sum(full) > 1
            case RowState.MISSING:
                assert not any(full) and len(set(gaps)) == 1
            case RowState.DIFFERING:
                assert sum(full) > 1 or (not any(full) and len(set(gaps)) > 1)


@given(SEEDS)
def test_kinds_of_absence_never_merge(seed):
    held = group(seed)
    for row in align(held, WORDS).rows:
        if row.kind is RowKind.ENTRIES:
            continue
        name = row.field or row.section
        for case, cell in zip(held, row.cells, strict=True):
            if cell.gap is not None:
                assert cell.gap is Gap.of(case.absences.get(name))


@given(SEEDS, st.randoms(use_true_random=False))
def test_confirming_joins_and_rejecting_parts(seed, rng):
    held = group(seed)
    key = rng.choice(list(ODD.sections))
    ids = sorted({one.id for case in held for one in case.section(key)})
    if len(ids) < 2:
        return
    one, other = rng.sample(ids, 2)
    joined = align(held, WORDS, Decisions().confirming(one, other))
    assert joined.row_of[one] == joined.row_of[other]
    parted = align(held, WORDS, Decisions().confirming(one, other).rejecting(one, other))
    assert parted.row_of[one] != parted.row_of[other]
    assert all({found.one, found.other} != {one, other} for found in parted.candidates)


@given(cases(OddCase, most=3))
def test_one_case_alone_can_be_looked_at(case):
    assert {row.state for row in align([case], WORDS).rows} <= {RowState.SHARED, RowState.MISSING}


def test_no_cases_make_no_rows():
    assert align([], WORDS).rows == ()


def test_a_made_up_section_is_compared_without_being_told():
    made = align([filled(), filled()], WORDS)
    assert [row.state for row in made.of_section("oddities")] == [RowState.SHARED]
    (echo,) = made.of_section("echoes")
    assert echo.parent == made.of_section("oddities")[0].key


@pytest.fixture(scope="module")
def two():
    return align([sample_case("liberia"), sample_case("sierra-leone")], WORDS)


def labels(made, section, state):
    return {row.label for row in made.of_section(section) if row.state is state}


def test_frameworks_of_liberia_and_sierra_leone(two):
    assert labels(two, "frameworks", RowState.SHARED) == {
        "Disarmament, demobilisation and reintegration",
        "Security sector reform",
        "Protection of Civilians",
        "Women, Peace and Security",
        "Comprehensive or integrated approach",
    }
    unique = [row for row in two.of_section("frameworks") if row.state is RowState.UNIQUE]
    assert {row.key for row in unique} == {
        "frameworks/term:local-ownership",
        "frameworks/term:stakeholder-engagement",
    }
    assert {cell.mark for row in unique for cell in row.cells} == {Mark.UNIQUE, Mark.MISSING}


def test_actors_of_liberia_and_sierra_leone(two):
    assert labels(two, "actors", RowState.SHARED) == {"ECOWAS", "India"}
    assert len(labels(two, "actors", RowState.UNIQUE)) == 15 + 17


def test_challenges_of_liberia_and_sierra_leone(two):
    assert labels(two, "challenges", RowState.SHARED) == {
        "Funding",
        "Spoilers and splinter groups",
        "Command and control",
    }
    broad = two.by_key["challenges/term:resource-constraints"]
    assert [cell.mark for cell in broad.cells] == [Mark.UNIQUE, Mark.RELATED]
    assert [one.words for one in broad.cells[1].related] == [
        "Reintegration ran short of money while thousands waited"
    ]


def test_header_of_liberia_and_sierra_leone(two):
    states = {row.field: row.state for row in two.of_section("overview")}
    assert states["scope"] is states["conflict_phase"] is states["partnership_families"] is RowState.SHARED
    assert states["era"] is states["period"] is states["countries"] is RowState.DIFFERING
    # Not recorded in the one, not applicable in the other: nothing in either, and not the same.
    parent = two.by_key["overview/parent_case"]
    assert parent.state is RowState.DIFFERING
    assert [cell.gap for cell in parent.cells] == [Gap.NOT_RECORDED, Gap.NOT_APPLICABLE]


def test_grades_and_weak_claims_of_liberia_and_sierra_leone(two):
    held = {one.words: one for row in two.rows for cell in row.cells for one in cell.entries}
    guns, army, women = (
        held[name] for name in ("Guns collected", "Size of the army", "Women among police officers")
    )
    assert (guns.grade.code, guns.weak) == ("F3", True)
    assert (army.grade.code, army.weak) == ("E4", True)
    assert (women.grade.code, women.weak) == ("B1", False)


def test_testimonies_stand_under_the_outcomes_they_are_about(two):
    row = two.by_key["testimonies/in:outcomes/term:trust-legitimacy"]
    assert (row.label, row.state) == ("Trust and legitimacy", RowState.SHARED)
    assert [len(cell.entries) for cell in row.cells] == [3, 1]


def test_keys_survive_edits():
    one, other = sample_case("liberia"), sample_case("sierra-leone")
    before = {row.key for row in align([one, other], WORDS).rows}
    lesson = attrs.evolve(one.lessons[0], title="Something else altogether")
    challenge = attrs.evolve(one.challenges[0], title="Told anew", description="At length.")
    edited = one.replacing(lesson).replacing(challenge)
    assert {row.key for row in align([edited, other], WORDS).rows} == before


def test_a_term_that_was_replaced_stands_with_the_new_one():
    vocabulary = VOCABULARIES["framework"]
    old, new = vocabulary.by_id["ddr"], vocabulary.by_id["ssr"]
    by_id = {**vocabulary.by_id, old.id: attrs.evolve(old, deprecated_by=new.id)}
    wording = Wording(vocabularies={**VOCABULARIES, "framework": attrs.evolve(vocabulary, by_id=by_id)})
    one = Case(frameworks=(FrameworkUse(framework=TermRef("ddr")),))
    other = Case(frameworks=(FrameworkUse(framework=TermRef("ssr")),))
    (row,) = align([one, other], wording).of_section("frameworks")
    assert (row.key, row.state) == ("frameworks/term:ssr", RowState.SHARED)


def test_a_section_in_which_nothing_was_found_is_not_one_that_was_forgotten():
    one = Case(absences={"challenges": Absence.NONE_FOUND})
    (row,) = align([one, Case()], WORDS).of_section("challenges")
    assert (row.kind, row.state) == (RowKind.SECTION, RowState.DIFFERING)
    (row,) = align([one, one], WORDS).of_section("challenges")
    assert (row.state, row.cells[0].gap) == (RowState.MISSING, Gap.NONE_FOUND)
    full = Case(challenges=(Challenge(title="Rain", category=TermRef("funding")),))
    (row,) = align([one, full], WORDS).of_section("challenges")
    assert [cell.gap for cell in row.cells] == [Gap.NONE_FOUND, None]


def test_what_redaction_took_out_says_so():
    secret = Challenge(title="Rain", category=TermRef("funding"), sensitivity=Sensitivity.INTERNAL)
    one = Case(challenges=(secret,), brief="Known", field_sensitivities={"brief": Sensitivity.INTERNAL})
    other = Case(challenges=(Challenge(title="Snow", category=TermRef("funding")),), brief="Told")
    made = [redact(case, Sensitivity.PUBLIC) for case in (one, other)]
    seen = align([case for case, _r in made], WORDS, receipts=[receipt for _case, receipt in made])
    assert [cell.gap for cell in seen.by_key["overview/brief"].cells] == [Gap.WITHHELD, None]
    assert [cell.gap for cell in seen.by_key["challenges/term:funding"].cells] == [Gap.WITHHELD, None]


def test_actors_follow_their_records_when_a_person_joins_two():
    one, other = sample_case("liberia"), sample_case("sierra-leone")
    made = align([one, other], WORDS)
    us, uk = (
        next(r.id for case in (one, other) for r in case.actor_records if r.short_name == name)
        for name in ("U.S.", "UK")
    )
    joined = align([one, other], WORDS, Decisions().confirming(us, uk))
    assert len(joined.of_section("actors")) == len(made.of_section("actors")) - 1
    key = f"actors/record:{min(us, uk)}"
    assert joined.by_key[key].state is RowState.SHARED


def test_the_same_title_is_the_same_lesson():
    one = Case(lessons=(Lesson(title="Train  the trainers"),))
    other = Case(lessons=(Lesson(title="train the trainers"), Lesson()))
    assert [row.state for row in align([one, other], WORDS).of_section("lessons")] == [
        RowState.SHARED,
        RowState.UNIQUE,
    ]
