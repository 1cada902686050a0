from casebook.domain.case import Case
from casebook.domain.mentions import mentions_of
from casebook.domain.records import Sensitivity
from casebook.domain.redaction import redact
from casebook.domain.sections.registry import Actor, Source


def test_a_withheld_name_that_stands_in_the_text_is_pointed_out():
    case = Case(
        context="The Elders of Gbarnga (EG) met the Elders of Gbarngata.",
        actor_records=(
            Actor(
                name="Elders of Gbarnga",
                short_name="EG",
                aliases=("Council",),
                sensitivity=Sensitivity.PARTNER,
            ),
        ),
    )
    clean, receipt = redact(case, Sensitivity.PUBLIC)
    assert [(m.record_id, m.field, m.name) for m in receipt.named] == [
        (case.id, "context", "Elders of Gbarnga")
    ]
    assert mentions_of(case, case) == () and mentions_of(clean, clean) == ()


def test_a_name_others_bear_openly_is_no_secret():
    case = Case(
        context="The United Nations said so.",
        source_records=(
            Source(title="Memo", authors=("United Nations",), confidential=True),
            Source(title="Report", authors=("United Nations",)),
        ),
    )
    assert redact(case, Sensitivity.PUBLIC)[1].named == ()
