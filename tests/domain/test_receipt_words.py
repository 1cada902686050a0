from casebook.domain.case import CASE
from casebook.domain.receipt import Reason, Receipt, What, Withheld
from casebook.domain.receipt_words import COUNTED, DONE, REASONS, counted, counts_by_kind
from casebook.domain.records import Sensitivity


def item(what, section, record_id="r"):
    return Withheld(what=what, record_id=record_id, section=section, reason=Reason.SENSITIVITY)


RECEIPT = Receipt(
    audience=Sensitivity.PUBLIC,
    items=(
        item(What.RECORD, "testimonies", "a"),
        item(What.RECORD, "testimonies", "b"),
        item(What.PSEUDONYM, "actor_records"),
        item(What.FIELD, "outcomes"),
    ),
)


def test_it_is_counted_entries_first_and_then_by_kind():
    assert counted(RECEIPT, CASE, str.upper) == [
        ("TESTIMONIES", 2),
        ("ACTORS SHOWN UNDER A PSEUDONYM", 1),
        ("SINGLE FIELDS", 1),
    ]
    assert counts_by_kind(RECEIPT) == {"testimonies": 2, "pseudonym": 1, "field": 1}
    assert counted(Receipt(audience=Sensitivity.PUBLIC), CASE, str) == []


def test_every_kind_and_every_reason_has_words():
    assert {what for what, _words in COUNTED} | {What.RECORD} == set(What)
    assert set(REASONS) == set(Reason) and set(DONE) < set(What)
