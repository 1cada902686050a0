import attrs
from hypothesis import given
from hypothesis import strategies as st

from casebook.domain.aspects import Traits, aspects, traits_of
from casebook.domain.case import CASE, Case
from casebook.domain.dates import When
from casebook.domain.resemblance import rarity_of, reason_words, reasons, resemblance, weight
from casebook.domain.sections.actors import Participant
from casebook.domain.sections.frameworks import FrameworkUse
from casebook.domain.sections.registry import Actor
from casebook.domain.wording import Wording
from tests.strategies import VOCABULARIES, cases

WORDING = Wording(vocabularies=VOCABULARIES, country={"LR": "Liberia"}.get)
ASPECTS = aspects(CASE)
FRAMEWORK = next(aspect for aspect in ASPECTS if aspect.key == "frameworks.framework")
SOURCES = next(aspect for aspect in ASPECTS if aspect.key == "source_records")


def rarity(*traits):
    return rarity_of(traits, ASPECTS)


@given(held=st.lists(cases(), min_size=2, max_size=4))
def test_it_is_the_same_from_both_sides_and_a_case_is_most_like_itself(held):
    traits = [traits_of(case) for case in held]
    known = rarity(*traits)
    for one in traits:
        itself = resemblance(one, one, known)
        for other in traits:
            alike = resemblance(one, other, known)
            assert alike == resemblance(other, one, known)
            assert 0 <= alike <= itself + 1e-9 <= 1 + 1e-9


def test_what_is_rare_counts_more():
    assert weight(FRAMEWORK, 2, 1000) > weight(FRAMEWORK, 500, 1000) > weight(FRAMEWORK, 1000, 1000) > 0


def test_sources_of_one_case_alone_say_nothing():
    assert weight(SOURCES, 1, 1000) == 0 < weight(SOURCES, 2, 1000)


def test_sharing_a_rare_framework_is_more_than_sharing_a_frequent_one():
    def having(*terms):
        return Traits(terms=frozenset(("frameworks.framework", term) for term in terms))

    rare, usual = having("usual", "rare"), having("usual")
    known = rarity(rare, rare, *[usual] * 20)
    assert resemblance(rare, rare, known) > resemblance(rare, usual, known) > 0


def liberia(**values):
    actors = tuple(Actor(name=name, short_name=name) for name in ("ECOWAS", "UNMIL"))
    given = {
        "countries": ("LR",),
        "period": When("2003/2005"),
        "frameworks": (FrameworkUse(framework="three-d"),),
        "actors": tuple(Participant(actor=actor.id) for actor in actors),
        "actor_records": actors,
    }
    return Case(**{**given, **values})


def told(one, other, *more, names=None):
    known = [traits_of(case) for case in (one, other, *more)]
    return [
        reason_words(reason, WORDING, names or {})
        for reason in reasons(*known[:2], rarity_of(known, ASPECTS))
    ]


def test_the_reasons_read_as_people_say_them():
    one = liberia()
    other = attrs.evolve(one, period=When("2004/2010"))
    names = {actor.id: actor.short_name for actor in one.actor_records}
    said = told(one, other, names=names)
    assert sorted(said[0].removeprefix("same actors: ").split(", ")) == ["ECOWAS", "UNMIL"]
    assert "Liberia" in said and "2004–2005" in said
    framework = WORDING.term("framework", "three-d")
    assert f"same framework: {framework}" in said


def test_one_year_is_told_once_and_none_when_they_never_met():
    assert told(liberia(period=When("2003")), liberia(period=When("2003/2009")))[-1] == "2003"
    assert not any(
        "20" in words for words in told(liberia(period=When("2003")), liberia(period=When("2009")))
    )


def test_what_most_cases_have_is_a_reason_only_where_there_is_no_other():
    others = [liberia() for _ in range(3)]
    assert "Liberia" in told(liberia(), *others)
    one, other = (liberia(scope="regional") for _ in range(2))
    assert told(one, other, *others) == ["same scope: Regional", "2003–2005"]


def test_many_terms_are_counted_after_the_third():
    terms = list(VOCABULARIES["framework"].by_id)[:5]
    one = Case(frameworks=tuple(FrameworkUse(framework=term) for term in terms))
    (said,) = told(one, attrs.evolve(one))
    assert said.startswith("same frameworks used: ") and said.endswith(" and 2 more")


def test_long_names_are_cut():
    actor = Actor(name="Committee " * 9)
    one = Case(actors=(Participant(actor=actor.id),), actor_records=(actor,))
    (said,) = told(one, attrs.evolve(one), names={actor.id: actor.name})
    assert said.startswith("same actor: Committee Committee") and said.endswith("…") and len(said) < 70
