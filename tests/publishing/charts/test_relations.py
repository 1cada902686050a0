from itertools import pairwise

from casebook.domain.case import Case
from casebook.domain.sections.registry import Actor
from casebook.domain.sections.relations import Relation
from casebook.publishing.charts.relations import MOST_RELATIONS, plan

ALL = frozenset()
AU, EU, US = (
    Actor(name="African Union", short_name="AU"),
    Actor(name="European Union", short_name="EU"),
    Actor(name="U.S."),
)


def tie(actor, kind, counterpart, **more):
    return Relation(actor=actor.id, type=kind, counterpart=counterpart.id, **more)


def test_who_does_what_to_whom_in_words(wording):
    case = Case(
        actor_records=(AU, EU, US),
        relations=(
            tie(EU, "funds", AU, strength=3, formality="mandate"),
            tie(AU, "reports-to", US),
            Relation(actor=AU.id, type="opposes", counterpart="withheld"),
        ),
    )
    made = plan(case, wording, ALL)
    assert made.columns == ("Actor", "Relation", "To", "Footing", "Strength")
    assert made.rows == (("EU", "Funds", "AU", "Mandate", "3 (strong)"), ("AU", "Reports to", "U.S.", "", ""))
    assert made.alt == "2 relations between 3 actors. EU funds AU; AU reports to U.S."
    assert [mark["text"] for mark in made.marks["labels"]] == ["funds", "reports to"]


def test_equals_have_an_arrow_at_both_ends(wording):
    made = plan(Case(actor_records=(AU, EU), relations=(tie(AU, "coordinates-with", EU),)), wording, ALL)
    assert sorted(mark["onward"] for mark in made.marks["arrows"]) == [False, True]


def test_nothing_to_draw(wording):
    assert plan(Case(), wording, ALL) is None
    gone = Case(relations=(tie(AU, "funds", EU),))
    assert plan(gone, wording, ALL) is None


def test_a_relation_with_itself_and_unknown_kinds_do_no_harm(wording):
    made = plan(
        Case(actor_records=(AU, EU), relations=(tie(AU, "trains", AU), tie(AU, "odd", EU))), wording, ALL
    )
    assert len(made.rows) == 2 and [mark["text"] for mark in made.marks["labels"]] == ["odd"]


def test_a_long_name_is_cut_in_its_box_and_whole_in_the_table(wording):
    long = Actor(name="Joint Special Operations Task Force for the Southern Islands")
    made = plan(Case(actor_records=(long, AU), relations=(tie(long, "trains", AU),)), wording, ALL)
    assert made.rows[0][0] == long.name and made.marks["texts"][0]["text"].endswith("…")


def test_a_crowd_is_cut_and_said_so(wording):
    actors = [Actor(name=f"A{n}") for n in range(50)]
    ties = tuple(tie(one, "funds", other) for one, other in pairwise(actors))
    made = plan(Case(actor_records=tuple(actors), relations=ties), wording, ALL)
    assert made.title.endswith(f"{MOST_RELATIONS} of 49 relations") and len(made.rows) == 49
