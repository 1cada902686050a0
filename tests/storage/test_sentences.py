"""A change as a sentence."""

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.domain.case import new_case
from casebook.domain.changes import OF_RECORD, Aspect, Batch, setting
from casebook.domain.dates import When
from casebook.domain.entry_changes import adding, moving, removing
from casebook.domain.records import Absence, Sensitivity, TermRef
from casebook.domain.sections.actors import Participant
from casebook.domain.sections.challenges import Challenge
from casebook.domain.sections.outcomes import Indicator, Outcome
from casebook.domain.sections.registry import Actor
from casebook.storage.sentences import LONGEST, sentence
from tests.strategies import cases, changes

AU = Actor(name="African Union", short_name="AU")
ONE, TWO = Outcome(statement="Fewer raids"), Outcome(statement="More trust")
CASE = new_case(
    title="Somalia",
    challenges=(Challenge(title="Mandate gap"), Challenge()),
    actors=(Participant(),),
    actor_records=(AU,),
    outcomes=(ONE, TWO),
    indicators=(Indicator(name="Raids", parent=ONE.id),),
)
GAP, BLANK = CASE.challenges
RAIDS = CASE.indicators[0]


def said(target, field, value, aspect=Aspect.VALUE, case=CASE):
    return sentence(setting(case, target, field, value, aspect), case)


@pytest.mark.parametrize(
    ("target", "field", "value", "expected"),
    [
        (GAP.id, "severity", 4, "Severity of “Mandate gap” set to 4 (severe)"),
        (GAP.id, "title", "Gap", "Challenge of “Gap” set to “Gap”"),
        (GAP.id, "description", "Long story", "What happened of “Mandate gap” written"),
        (GAP.id, "affected", (AU.id,), "Affected actors of “Mandate gap” set to AU"),
        (CASE.id, "title", "", "Title emptied"),
        (CASE.id, "period", When("2007/.."), "Period set to since 2007"),
        (CASE.id, "countries", ("SO", "KE"), "Countries set to SO, KE"),
        (CASE.id, "era", TermRef("contemporary"), "Era set to contemporary"),
        (CASE.actors[0].id, "actor", AU.id, "Actor of “AU” set to AU"),
        (RAIDS.id, "baseline", 0.0, "Baseline of “Raids” set to 0"),
        (RAIDS.id, "parent", TWO.id, "Indicator “Raids” moved"),
    ],
    ids=lambda value: value if isinstance(value, str) and not value.startswith("01") else "value",
)
def test_setting_a_field(target, field, value, expected):
    assert said(target, field, value) == expected


def test_marks_have_sentences_of_their_own():
    absent, level = Aspect.ABSENCE, Aspect.SENSITIVITY
    assert said(GAP.id, "response", Absence.NONE_FOUND, absent) == (
        "How the partners responded of “Mandate gap” marked as “looked for, none found”"
    )
    assert said(CASE.id, "lessons", Absence.NOT_APPLICABLE, absent) == "Lessons marked as “not applicable”"
    assert said(GAP.id, OF_RECORD, Sensitivity.PARTNER, level) == "Challenge “Mandate gap” marked “Partner”"
    assert said(CASE.id, OF_RECORD, Sensitivity.PUBLIC, level) == "The case marked “Public”"
    assert said(GAP.id, "title", None, level) == "Challenge of “Mandate gap” no longer marked by itself"


def test_entries_come_move_and_go():
    assert sentence(adding(CASE, "challenges", Challenge(title="New")), CASE) == "Challenge “New” added"
    assert sentence(adding(CASE, "actors", Participant(actor=AU.id)), CASE) == "Actor “AU” added"
    assert sentence(moving(CASE, GAP.id, 1), CASE) == "Challenge “Mandate gap” moved"
    assert sentence(removing(CASE, BLANK.id), CASE) == "Challenge removed"


def test_a_batch_is_named_or_counted():
    steps = (setting(CASE, CASE.id, "title", "S"), setting(CASE, CASE.id, "brief", "B"))
    assert sentence(Batch(changes=steps, label="Draft filled in"), CASE) == "Draft filled in"
    assert sentence(Batch(changes=steps), CASE) == "Title set to “S”, and 1 more"
    assert sentence(Batch(changes=()), CASE) == "Nothing changed"


def test_long_values_are_clipped_to_one_line():
    told = said(CASE.id, "title", "word\n" * 100)
    assert len(told) < LONGEST + 20
    assert "\n" not in told
    assert said(CASE.id, "context", "again", case=attrs.evolve(CASE, context="once")) == "Context changed"


@given(data=st.data())
def test_every_change_can_be_told(data):
    case = data.draw(cases())
    told = sentence(data.draw(changes(case)), case)
    assert told.strip()
    assert "\n" not in told
