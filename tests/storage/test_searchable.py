"""What of a record can be searched."""

from casebook.domain.case import CASE, new_case
from casebook.domain.sections.challenges import Challenge
from casebook.domain.sections.registry import Source
from casebook.storage.searchable import texts
from casebook.storage.tables import tables_for

RECORDS = tables_for(CASE).records


def test_an_entry_is_one_row_named_by_its_summary():
    entry = Challenge(title="Mandate gap", description="Long story", response="Short one", severity=3)
    assert texts(RECORDS["challenges"], entry) == {
        "": {"field": "", "title": "Mandate gap", "body": "Long story\nShort one"}
    }


def test_each_long_text_of_the_case_is_a_row_of_its_own():
    case = new_case(title="Liberia", context="War", authors=("Ama", "Kofi"), tags=())
    assert texts(RECORDS[""], case) == {
        "": {"field": "", "title": "Liberia", "body": "Ama\nKofi"},
        "context": {"field": "context", "title": "", "body": "War"},
    }


def test_terms_and_blanks_are_no_text():
    assert texts(RECORDS["challenges"], Challenge(category="access", severity=2, description="  \n")) == {}


def test_shared_records_give_all_their_names():
    source = Source(
        title="Report", authors=("Haddad, Leïla",), citation_key="un2018", url="https://example.org/a"
    )
    row = texts(RECORDS["source_records"], source)[""]
    assert row["title"] == "Report"
    assert row["body"].splitlines() == ["un2018", "Haddad, Leïla", "https://example.org/a"]
