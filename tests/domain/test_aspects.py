from casebook.domain.aspects import HEAVY, aspects, period_field, traits_of
from casebook.domain.case import CASE, Case
from casebook.domain.dates import When
from casebook.domain.declaration import declaration_of
from casebook.domain.periods import Span
from casebook.domain.sections.actors import Participant
from casebook.domain.sections.frameworks import FrameworkUse
from casebook.domain.sections.places import Place
from casebook.domain.sections.registry import Actor, Source
from casebook.domain.wording import Wording
from tests.made_up import OddCase
from tests.strategies import VOCABULARIES

WORDING = Wording(vocabularies=VOCABULARIES)
BY_KEY = {aspect.key: aspect for aspect in aspects(CASE)}


def test_compared_fields_places_and_shared_sources_are_found_from_the_declaration():
    assert {"era", "countries", "frameworks.framework", "challenges.category", "actors.actor"} <= set(BY_KEY)
    assert {"places.name", "source_records"} <= set(BY_KEY)
    assert "period" not in BY_KEY and "actor_records" not in BY_KEY
    assert period_field(CASE).name == "period"


def test_a_section_of_a_later_version_is_among_them():
    assert "oddities.phase" in {aspect.key for aspect in aspects(declaration_of(OddCase))}


def test_actors_and_countries_count_more_than_a_word_from_a_list():
    assert BY_KEY["actors.actor"].weight == BY_KEY["countries"].weight == HEAVY > BY_KEY["era"].weight


def test_aspects_are_called_what_people_call_them():
    assert BY_KEY["actors.actor"].label(WORDING, 2) == "actors"
    assert BY_KEY["actors.actor"].label(WORDING, 1) == "actor"
    assert BY_KEY["challenges.category"].label(WORDING, 2) == "challenge category"
    assert BY_KEY["relations.type"].label(WORDING, 1) == "relation"
    assert BY_KEY["era"].label(WORDING, 1) == "era"
    assert BY_KEY["source_records"].label(WORDING, 3) == "sources"


def test_the_traits_of_a_case():
    ecowas = Actor(name="ECOWAS")
    report = Source(title="Report")
    case = Case(
        countries=("LR",),
        period=When("2003/2005"),
        places=(Place(name="  Monrovia "),),
        actors=(Participant(actor=ecowas.id), Participant()),
        frameworks=(FrameworkUse(framework="ddr"),),
        actor_records=(ecowas,),
        source_records=(report,),
    )
    traits = traits_of(case)
    assert traits.terms == {
        ("countries", "LR"),
        ("places.name", "monrovia"),
        ("actors.actor", ecowas.id),
        ("frameworks.framework", "ddr"),
        ("source_records", report.id),
    }
    assert traits.period == Span.of(When("2003/2005"))
    assert traits_of(Case()).period is None
