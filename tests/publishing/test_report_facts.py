import datetime

from casebook.domain.case import Case
from casebook.domain.records import Sensitivity
from casebook.publishing.names import wording_of
from casebook.publishing.order import Order
from casebook.publishing.report_facts import report_facts


def test_the_title_page_says_status_audience_and_day(materials, tmp_path):
    order = Order(folder=tmp_path, audience=Sensitivity.TRAINING, made_on=datetime.date(2026, 3, 2))
    case = Case(title="T", ref_code="LR-1", status="in-review", authors=("A",))
    facts = report_facts((case,), order, "Full case report", wording_of(materials, "en"))
    assert (facts.title, facts.reference, facts.status, facts.audience) == (
        "T",
        "LR-1",
        "In review",
        "Training",
    )
    assert facts.made_on == "2 March 2026" and facts.authors == ("A",)
    today = report_facts((Case(),), Order(folder=tmp_path), "R", wording_of(materials, "en"))
    assert today.title == "Untitled case" and today.made_on.split()[2].isdecimal()
