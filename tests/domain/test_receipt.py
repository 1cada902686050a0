from casebook.domain.receipt import Reason, Receipt, What, Withheld
from casebook.domain.records import Sensitivity


def item(what, section, field=""):
    return Withheld(
        what=what, record_id=f"{section}-1", section=section, field=field, reason=Reason.SENSITIVITY
    )


def test_a_receipt_counts_what_it_lists():
    receipt = Receipt(
        audience=Sensitivity.PUBLIC,
        items=(
            item(What.RECORD, "actors"),
            item(What.RECORD, "actors"),
            item(What.RECORD, "lessons"),
            item(What.FIELD, "outcomes", "description"),
            item(What.CITATION, "", "context"),
            item(What.COORDINATES, "places", "latitude"),
        ),
    )
    assert receipt.counts == {"actors": 2, "lessons": 1}
    assert (receipt.fields, receipt.citations, receipt.coordinates) == (1, 1, 1)
    assert receipt.withheld_fields("outcomes-1") == {"description"} and not receipt.is_empty


def test_an_empty_receipt_says_so():
    assert Receipt(audience=Sensitivity.INTERNAL).is_empty
