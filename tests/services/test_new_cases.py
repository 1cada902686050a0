"""New cases: an empty draft, a quick capture, a copy with ids of its own."""

import pytest
from hypothesis import given

from casebook.domain.case import Case
from casebook.domain.changes import setting
from casebook.domain.checks import completeness, find_problems
from casebook.domain.dates import When
from casebook.domain.errors import NotFoundError
from casebook.domain.identity import new_id
from casebook.domain.records import Sensitivity
from casebook.domain.sections.registry import Actor
from casebook.services.new_cases import (
    Capture,
    add_case,
    capture_case,
    completed,
    copy_case,
    renamed,
    start_case,
    with_reference,
)
from casebook.storage.library import Library
from tests.finding import found
from tests.strategies import cases, dangling, everything


@pytest.fixture
def library(tmp_path):
    with Library.create(tmp_path / "library.casebook", author="Ama Mensah") as made:
        yield made


def test_an_empty_draft_is_signed_and_in_the_library(library):
    case = start_case(library, "fr")
    held = library.cases.load(case.id)
    assert held == case
    assert (held.status, held.language, held.authors) == ("draft", "fr", ("Ama Mensah",))
    assert held.sensitivity is Sensitivity.INTERNAL
    assert held.stamp.created_by == "Ama Mensah"
    assert held.ref_code == ""


def test_a_reference_is_made_from_country_and_year(library):
    codes = [
        add_case(library, Case(title=str(n), countries=("LR", "GH"), period=When("2003/2018"))).ref_code
        for n in range(3)
    ]
    assert codes == ["LR-2003-001", "LR-2003-002", "LR-2003-003"]
    assert add_case(library, Case(countries=("LR",))).ref_code == ""
    given = Case(ref_code="OWN-1", countries=("LR",), period=When("2003"))
    assert add_case(library, given).ref_code == "OWN-1"
    fresh = with_reference(library, Case(countries=("LR",), period=When("2003")), {"LR-2003-004"})
    assert fresh.ref_code == "LR-2003-005"


def test_a_quick_capture_is_found_and_shows_what_is_missing(library):
    ecowas = Actor(name="Economic Community of West African States", short_name="ECOWAS")
    capture = Capture(
        title="  Talks in\nAccra ",
        countries=("GH",),
        period=When("2003-06~"),
        who=(ecowas,),
        what_happened="They met by the lagoon.",
        why_it_matters="It began there.",
        tags=("talks",),
    )
    case = capture_case(library, capture)
    assert (case.title, case.ref_code) == ("Talks in Accra", "GH-2003-001")
    assert list(found(library, "lagoon")) == [case.id]
    assert library.cases.shared("actor_records", "ECOWAS") == (ecowas,)
    assert {finding.rule for finding in find_problems(case)} == {
        "required-missing",
        "actor-without-role",
        "section-empty",
    }
    assert 0 < completeness(case).total < 50


def test_the_reference_comes_with_the_country_or_year_that_completes_it(library):
    case = start_case(library)
    countries = setting(case, case.id, "countries", ("LR",))
    assert completed(library, case, countries) == countries
    case = countries.apply(case)
    period = setting(case, case.id, "period", When("2003/2018"))
    both = completed(library, case, period)
    named = both.apply(case)
    assert (named.ref_code, named.period) == ("LR-2003-001", When("2003/2018"))
    assert both.inverse().apply(named) == case


@given(cases(most=3))
def test_a_renamed_case_has_no_old_id_and_no_loose_link(case):
    copy = renamed(case, new_id)
    shared = {record.id for record in (*case.actor_records, *case.source_records)}
    assert {record.id for record in everything(copy)} & {record.id for record in everything(case)} == shared
    assert dangling(copy) == []
    assert len(copy.evidence) == len(case.evidence)
    for old, new in zip(case.evidence, copy.evidence, strict=True):
        assert (old.claim is None) == (new.claim is None)
        assert new.source == old.source


def test_a_copy_is_a_draft_beside_its_original(sample_library):
    with Library.open(sample_library, author="Kofi") as library:
        case_id = library.cases.resolve("LR-2003-001")
        copy = copy_case(library, case_id, "Copy of Liberia")
        held, original = library.cases.load(copy.id), library.cases.load(case_id)
        assert (held.title, held.status, held.ref_code) == ("Copy of Liberia", "draft", "LR-2003-002")
        assert held.stamp.created_by == "Kofi"
        assert original.status == "published"
        assert held.actor_records == original.actor_records
        assert len(held.evidence) == len(original.evidence)
        assert completeness(held).by_key == completeness(original).by_key
        assert library.problems() == []


def test_a_case_that_is_gone_cannot_be_copied(library):
    with pytest.raises(NotFoundError):
        copy_case(library, "gone", "Copy")
