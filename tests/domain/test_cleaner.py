"""What stays of a record shows an audience only what it may see, and each thing taken out is noted."""

from casebook.domain.case import Case
from casebook.domain.records import Absence, Sensitivity, Stamp
from casebook.domain.redaction import redact
from casebook.domain.sections.challenges import Challenge


def test_fields_above_the_audience_are_emptied_and_noted():
    challenge = Challenge(
        title="Radios",
        response="A secret channel",
        field_sensitivities={"response": Sensitivity.PARTNER, "description": Sensitivity.PARTNER},
        absences={"description": Absence.NONE_FOUND},
        stamp=Stamp(updated_by="Ama Mensah"),
        extra={"x": 1},
    )
    shown, receipt = redact(Case(title="Case", challenges=(challenge,)), Sensitivity.PUBLIC)
    (kept,) = shown.challenges
    assert (kept.title, kept.response, dict(kept.absences), dict(kept.extra)) == ("Radios", "", {}, {})
    assert kept.stamp == Stamp()
    assert {item.field for item in receipt.items if item.record_id == challenge.id} >= {
        "response",
        "description",
    }
