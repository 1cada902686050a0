"""Lengths that are advised, and acronyms across a whole case."""

from casebook.domain.case import Case
from casebook.domain.checks import find_problems
from casebook.domain.sections.challenges import Challenge
from casebook.domain.sections.evidence import Evidence
from casebook.domain.sections.frameworks import FrameworkUse
from casebook.domain.sections.outcomes import Outcome
from casebook.domain.sections.outcomes import Testimony as Statement
from casebook.domain.sections.registry import Actor, Source
from casebook.domain.wording import Wording
from tests.strategies import VOCABULARIES


def problems(case, rule, **options):
    return [found for found in find_problems(case, **options) if found.rule == rule]


def acronyms(case, **options):
    found = problems(case, "acronym-not-expanded", **options)
    return [(finding.section, finding.field, finding.values["acronym"]) for finding in found]


def test_a_title_of_more_than_ten_words():
    assert problems(Case(title="one two three four five six seven eight nine ten"), "too-many-words") == []
    (found,) = problems(
        Case(title="one two three four five six seven eight nine ten eleven"), "too-many-words"
    )
    assert found.message == "“Title” has 11 words; 10 are advised."
    assert (found.section, found.field) == ("overview", "title")


def test_a_text_longer_than_advised():
    assert problems(Case(brief="x" * 280), "too-long") == []
    (found,) = problems(Case(title="Liberia", brief="x" * 281), "too-long")
    assert found.message == "“Brief” of “Liberia” has 281 characters; 280 are advised."
    (found,) = problems(Case(challenges=(Challenge(title="x" * 121),)), "too-long")
    assert (found.section, found.field) == ("challenges", "title")


def test_an_acronym_is_missed_at_its_first_use_in_the_outline():
    challenge = Challenge(title="Radios", description="UNMIL and DDRX had none.")
    case = Case(context="The capital.", problem="UNMIL came late to the country.", challenges=(challenge,))
    assert acronyms(case) == [("narrative", "problem", "UNMIL"), ("challenges", "description", "DDRX")]


def test_names_of_listed_actors_are_known():
    actor = Actor(name="United Nations Mission in Liberia", short_name="UNMIL", aliases=("MINUL",))
    assert acronyms(Case(context="UNMIL, MINUL and AFLX met.", actor_records=(actor,))) == [
        ("narrative", "context", "AFLX")
    ]


def test_what_stands_in_brackets_in_titles_and_briefs_is_explained():
    assert acronyms(Case(brief="The mission (UNMIL).", context="UNMIL came.")) == []
    assert acronyms(Case(title="UNMIL in Liberia")) == []


def test_a_chosen_term_explains_its_acronym():
    use = FrameworkUse(framework="ddr", worked="DDR worked well for the most part.")
    words = Wording(vocabularies=VOCABULARIES)
    assert acronyms(Case(frameworks=(use,)), wording=words) == []
    assert acronyms(Case(frameworks=(use,))) == [("frameworks", "worked", "DDR")]


def test_other_peoples_words_are_left_alone():
    outcome = Outcome(statement="Peace")
    case = Case(
        outcomes=(outcome,),
        testimonies=(Statement(text="The AFLX was good to us.", parent=outcome.id),),
        evidence=(Evidence(quote="AFLX grew."),),
        source_records=(Source(title="AFLX report", note="By the AFLX."),),
    )
    assert acronyms(case) == []
