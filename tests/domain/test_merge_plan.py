import attrs
from hypothesis import given

from casebook.domain.case import Case
from casebook.domain.merge_plan import LEVEL, mapped, merge_plan
from casebook.domain.merge_rows import Choice, MergeKind, MergeState
from casebook.domain.records import Absence, Sensitivity
from casebook.domain.sections.challenges import Challenge
from casebook.domain.sections.places import Place
from casebook.domain.sections.timeline import Event
from casebook.domain.wording import Wording
from tests.made_up import filled
from tests.strategies import VOCABULARIES, cases

WORDING = Wording(vocabularies=VOCABULARIES)
ASKED = (MergeState.OTHER, MergeState.DIFFERING)


def rows(kept, other):
    return {row.key: row for row in merge_plan(kept, other, WORDING).rows}


def test_a_field_is_equal_only_in_one_or_differing():
    made = rows(
        Case(title="One", context="Same. ", tags=("a", "b"), approach="Mine."),
        Case(title="Two", context="Same.", tags=("b", "a"), problem="Theirs."),
    )
    assert made["field/context"].state is made["field/tags"].state is MergeState.EQUAL
    assert made["field/approach"].state is MergeState.KEPT and made["field/approach"].choices == ()
    assert made["field/problem"].state is MergeState.OTHER
    assert made["field/problem"].default is Choice.OTHER
    assert made["field/title"].state is MergeState.DIFFERING
    assert made["field/title"].default is Choice.KEPT
    assert made["field/title"].choices == (Choice.KEPT, Choice.OTHER, Choice.BOTH)
    assert (made["field/title"].kept.words, made["field/title"].other.words) == ("One", "Two")


def test_the_stricter_level_is_what_is_done_unless_somebody_decides():
    public, internal = Case(sensitivity=Sensitivity.PUBLIC), Case(sensitivity=Sensitivity.INTERNAL)
    assert rows(public, internal)[LEVEL].default is Choice.OTHER
    assert rows(internal, public)[LEVEL].default is Choice.KEPT
    assert rows(public, public)[LEVEL].choices == ()


def test_entries_are_pairs_or_only_in_one():
    mine, twin = Challenge(title="Gap", severity=2), Challenge(title="Gap", severity=4, response="None.")
    alone, theirs = Challenge(title="Late pay"), Challenge(title="Bad roads")
    made = rows(Case(challenges=(mine, alone)), Case(challenges=(theirs, twin)))
    pair = made[f"pair/{twin.id}"]
    assert pair.kind is MergeKind.PAIR and pair.choices == (Choice.KEPT, Choice.BOTH)
    values = [row for row in made.values() if row.parent == pair.key]
    assert [(row.label, row.state) for row in values] == [
        ("Severity", MergeState.DIFFERING),
        ("How the partners responded", MergeState.OTHER),
    ]
    assert made[f"other/{theirs.id}"].default is Choice.OTHER
    assert made[f"kept/{alone.id}"].choices == ()


def test_why_a_section_is_empty_is_a_row_where_one_says_so():
    made = rows(Case(), Case(absences={"challenges": Absence.NONE_FOUND}))
    assert made["absence/challenges"].state is MergeState.OTHER
    assert made["absence/challenges"].other.words == "looked for, none found"
    assert "absence/lessons" not in made


def test_links_are_equal_when_they_lead_to_the_same_entry():
    here, there = Place(name="Accra"), Place(name="Accra")
    one, two = Event(title="Talks", place=here.id), Event(title="Talks", place=there.id)
    made = rows(Case(places=(here,), timeline=(one,)), Case(places=(there,), timeline=(two,)))
    assert made[f"pair/{two.id}"].state is MergeState.EQUAL
    spec = next(spec for spec in Case().declaration.sections["timeline"].fields if spec.name == "place")
    assert mapped(spec, there.id, {there.id: here.id}) == here.id


@given(kept=cases(), other=cases())
def test_every_row_offers_what_it_does_by_itself(kept, other):
    plan = merge_plan(kept, other, WORDING)
    keys = [row.key for row in plan.rows]
    assert len(keys) == len(set(keys))
    for row in plan.rows:
        assert not row.choices or row.default in row.choices
        assert bool(row.choices) == (row.state in ASKED)


def test_every_field_of_every_section_is_in_it():
    case = filled()
    made = merge_plan(attrs.evolve(Case(), id=case.id), Case(), WORDING)
    assert {row.spec.name for row in made.rows if row.spec} == {
        spec.name for spec in Case().declaration.header
    }
    odd = merge_plan(type(case)(), case, WORDING)
    assert {row.section for row in odd.rows if row.kind is MergeKind.OTHER} == set(case.declaration.sections)
