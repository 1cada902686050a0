"""Several cases in one report: one actor, one name, whatever each case says by itself."""

import pytest

from casebook.domain.case import Case
from casebook.domain.errors import AudienceError
from casebook.domain.joint_redaction import joined, redact_together
from casebook.domain.receipt import What
from casebook.domain.records import RecordId, Sensitivity
from casebook.domain.redaction import redact
from casebook.domain.sections.actors import Participant
from casebook.domain.sections.registry import Actor, Source
from tests.publishing.planted import every_text, filled

PUBLIC, PARTNER = Sensitivity.PUBLIC, Sensitivity.PARTNER
ELDERS = Actor(
    id=RecordId("elders"),
    name="Elders of Gbarnga",
    pseudonym="Group Quartz",
    sensitivity=PUBLIC,
    aliases=("EOG",),
)
HERE = Participant(actor=ELDERS.id)


def test_one_case_is_redacted_as_ever():
    case = filled()
    assert redact_together([case], PUBLIC) == (redact(case, PUBLIC),)


def test_who_is_veiled_in_one_case_is_veiled_in_all():
    strict = Case(
        title="Strict",
        context="The EOG met.",
        actors=(HERE,),
        actor_records=(ELDERS,),
        field_sensitivities={"actor_records": PARTNER},
    )
    open_handed = Case(
        title="Open", context="Elders of Gbarnga met.", actors=(HERE,), actor_records=(ELDERS,)
    )
    elsewhere = Case(title="The EOG abroad")
    alone, _receipt = redact(open_handed, PUBLIC)
    assert "Gbarnga" in every_text(alone)
    made = redact_together([open_handed, strict, elsewhere], PUBLIC)
    for case, _receipt in made:
        assert "Gbarnga" not in every_text(case) and "EOG" not in every_text(case)
        assert "Group Quartz" in every_text(case)
    for case, _receipt in redact_together([open_handed, strict, elsewhere], PARTNER):
        assert "Group Quartz" not in (case.title, case.context)


def test_a_case_above_the_audience_is_named_among_several():
    cases = [Case(title="One"), Case(title="Two", sensitivity=PARTNER)]
    with pytest.raises(AudienceError, match="“Two”: This case is marked “partner”"):
        redact_together(cases, PUBLIC)


def test_what_two_cases_lost_alike_is_counted_once():
    hidden = Source(title="S", sensitivity=PARTNER)
    cases = [Case(title=title, source_records=(hidden,)) for title in ("One", "Two")]
    receipts = [receipt for _case, receipt in redact_together(cases, PUBLIC)]
    both = joined(receipts, PUBLIC)
    assert both.audience is PUBLIC and both.count(What.RECORD) == 1
    assert both.counts == {"source_records": 1}
