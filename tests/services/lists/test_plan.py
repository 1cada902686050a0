"""What would come of a list, as a value."""

from datetime import date

from casebook.domain.case import new_case
from casebook.services.lists.plan import Plan, Refused, refused_rows
from tests.services.lists.conftest import list_file


def test_refused_rows_are_a_table_with_the_reason():
    listed = list_file(("Title", "Day", "Done"), ("A", date(2003, 8, 18), True), ("B", None, None))
    grid = refused_rows(listed, [Refused(at=0, number=2, reasons=("Title: no.", "Day: no."))])
    assert grid.columns == ("Title", "Day", "Done", "Why it was refused")
    assert grid.rows == (("A", date(2003, 8, 18), "yes", "Title: no. Day: no."),)


def test_records_are_made_when_they_are_wanted():
    made = []
    plan = Plan(rows=(0, 2, 5), make=lambda at: made.append(at) or new_case(title=str(at)))
    assert plan.count == 3 and made == []
    assert [case.title for case in plan.records(1, 5)] == ["2", "5"] and made == [2, 5]
