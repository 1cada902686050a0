"""Finding within a case: every typed text of every section, in the order of the outline."""

import pytest

from casebook.domain.case import CASE, new_case
from casebook.domain.fields import field_specs
from casebook.domain.find_in_case import OBSTACLE_WORDS, SEARCHED, Obstacle, occurrences, roots_of
from casebook.domain.records import Absence
from casebook.domain.sections.challenges import Challenge
from casebook.domain.sections.outcomes import Indicator, Measurement, Outcome
from casebook.domain.sections.registry import Actor, Source
from casebook.domain.text_search import Wanted

ECOMIL = Wanted(text="ecomil")


def told(case, wanted=ECOMIL, roots=()):
    return [(one.root, one.field, one.found, one.kept) for one in occurrences(case, wanted, roots)]


def case_holding(key, **values):
    """A case with one entry of a section, inside as many others as it needs."""
    held, parent = {}, {}
    for above in reversed(list(sections_above(key))):
        entry = above.entry_type(**parent)
        held[above.key], parent = (entry,), {"parent": entry.id}
    return new_case(**held, **{key: (CASE.sections[key].entry_type(**values, **parent),)})


def sections_above(key):
    while parent := CASE.sections[key].parent:
        yield CASE.sections[parent]
        key = parent


def test_every_typed_field_of_every_section_is_looked_through():
    for key, record_type in CASE.record_types():
        for spec in field_specs(record_type):
            if spec.kind in SEARCHED:
                value = ("one", "the Ecomil force") if spec.many else "the Ecomil force"
                values = {spec.name: value}
                case = new_case(**values) if key == "case" else case_holding(key, **values)
                (one,) = occurrences(case, ECOMIL)
                assert (one.field, one.found, one.item) == (spec.name, "Ecomil", int(spec.many))


def test_places_come_in_the_order_of_the_outline_with_what_stands_inside():
    first, second = Outcome(statement="Ecomil came"), Outcome(statement="Ecomil left")
    indicator = Indicator(name="Posts of Ecomil", parent=first.id)
    case = new_case(
        title="Ecomil and Ecomil",
        challenges=(Challenge(title="No Ecomil radio"),),
        outcomes=(first, second),
        indicators=(indicator,),
        measurements=(Measurement(note="told by Ecomil", parent=indicator.id),),
        actor_records=(Actor(name="Ecomil"),),
    )
    found = occurrences(case, ECOMIL)
    assert [(one.root, one.field, one.number) for one in found] == [
        ("overview", "title", 0),
        ("overview", "title", 1),
        ("challenges", "title", 0),
        ("outcomes", "statement", 0),
        ("outcomes", "name", 0),
        ("outcomes", "note", 0),
        ("outcomes", "statement", 0),
        ("actor_records", "name", 0),
    ]
    assert [one.shared for one in found] == [False] * 7 + [True]
    assert {one.root for one in found} <= set(roots_of(case))
    assert told(case, roots=("challenges",)) == [("challenges", "title", "Ecomil", None)]


def test_keys_addresses_and_codes_are_found_and_kept():
    prose = (
        "Ecomil [see @ecomil-2003, p. 4; @ecomil] came, https://ecomil.example/a?x=ecomil or "
        "[the Ecomil page](ecomil/page) and ask@ecomil.example said Ecomil"
    )
    case = new_case(
        context=prose,
        ref_code="ECOMIL-1",
        source_records=(Source(title="Ecomil", citation_key="ecomil", url="https://ecomil.example"),),
    )
    kept = [(field, why) for _root, field, _found, why in told(case)]
    assert kept == [
        ("ref_code", Obstacle.CODE),
        ("context", None),
        ("context", Obstacle.CITATION),
        ("context", Obstacle.CITATION),
        ("context", Obstacle.ADDRESS),
        ("context", Obstacle.ADDRESS),
        ("context", None),
        ("context", Obstacle.ADDRESS),
        ("context", Obstacle.ADDRESS),
        ("context", None),
        ("title", None),
        ("citation_key", Obstacle.CODE),
        ("url", Obstacle.ADDRESS),
    ]
    assert set(OBSTACLE_WORDS) == set(Obstacle)


@pytest.mark.parametrize(
    "text", ["a" * 200_000, "@a" * 50_000, "www." * 50_000, "](" * 90_000, "a@" * 90_000]
)
def test_hostile_texts_are_gone_through_in_no_time(text):
    case = new_case(context=text, absences={"problem": Absence.NONE_FOUND})
    assert all(one.field == "context" for one in occurrences(case, Wanted(text="aaaaaaaaaaaaaaaaaaaa")))
