from casebook.domain.case import Case
from casebook.domain.citing import Cite
from casebook.domain.dates import When
from casebook.domain.sections.challenges import Challenge
from casebook.domain.sections.evidence import Evidence
from casebook.domain.sections.registry import Source
from casebook.publishing.citations import (
    citations_in,
    keys,
    printed,
    references,
    source_ids,
    unknown_keys,
)

REPORT = Source(
    title="Final  report",
    type="report",
    citation_key="un2018",
    authors=("United Nations", "Doe, Jane"),
    issued=When("2018-04-13"),
    number="S/2018/344",
    url="https://un.org/x",
    isbn="123",
)


def test_a_source_becomes_csl_data():
    assert references([REPORT]) == [
        {
            "id": "s1",
            "type": "report",
            "title": "Final report",
            "author": [{"literal": "United Nations"}, {"family": "Doe", "given": "Jane"}],
            "issued": "2018-04-13",
            "number": "S/2018/344",
            "URL": "https://un.org/x",
            "ISBN": "123",
        }
    ]
    assert printed(REPORT) == {"title", "authors", "issued", "number", "url", "isbn"}


def test_what_csl_cannot_hold_is_left_for_the_report_to_say():
    source = Source(
        title="T", url="javascript:x", doi="not one", issued=When("2003~"), accessed=When("2010/2012")
    )
    (made,) = references([source])
    assert made == {
        "id": "s1",
        "type": "document",
        "title": "T",
        "issued": {"literal": "about 2003"},
        "accessed": {"literal": "2010 – 2012"},
    }
    assert printed(source) == {"title", "issued", "accessed"}
    assert references([source], circa=True)[0]["issued"] == "2003~"
    assert references([Source(doi="https://doi.org/10.1000/x1")])[0]["DOI"] == "10.1000/x1"


def test_every_citation_of_a_case_is_found_once():
    other = Source(title="B", citation_key="b")
    case = Case(
        context="[@un2018, p. 4; @b] and again [@un2018, p. 4; @b], as @b says [@nokey]",
        evidence=(Evidence(source=REPORT.id, locator="p. 9"), Evidence(source="gone")),
        source_records=(REPORT, other),
    )
    ids = source_ids(case.source_records)
    assert citations_in(case, ids) == [
        ((Cite("s1"),), False),
        ((Cite("s2"),), False),
        ((Cite("s1", "", "p. 9"),), False),
        ((Cite("s1", "", "p. 4"), Cite("s2")), False),
        ((Cite("s1"),), True),
        ((Cite("s2"),), True),
    ]
    assert keys(case.source_records, ids) == {"un2018": "s1", "b": "s2"}


def test_a_key_no_source_has_is_found_with_its_place():
    case = Case(
        context="[@gone; @un2018] and again @gone, not office@un.org",
        challenges=(Challenge(title="C", description="as @lost says"),),
        source_records=(REPORT,),
    )
    assert [
        (key, spec.name) for key, _record, spec in unknown_keys(case, source_ids(case.source_records))
    ] == [
        ("gone", "context"),
        ("lost", "description"),
    ]
