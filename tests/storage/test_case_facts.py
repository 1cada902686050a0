"""Header fields of many cases, read without the cases."""

import pytest

from casebook.domain.case import Case
from casebook.domain.records import Absence, Sensitivity, TermRef

CASES = (
    Case(title="Gao", status=TermRef("draft"), tags=("border", "patrol"), sensitivity=Sensitivity.PARTNER),
    Case(title="Ganta", tags=("border",), absences={"language": Absence.NOT_APPLICABLE}),
    Case(title="Bangui"),
)


@pytest.fixture
def filled(library):
    library.cases.add_all(CASES)
    library.cases.trash(CASES[1].id)
    return library


def test_the_fields_asked_for_are_as_the_case_holds_them(filled):
    found = filled.facts.read([case.id for case in CASES], ("status", "language", "tags"))
    for case in CASES:
        facts = found[case.id]
        assert (facts.title, facts.sensitivity) == (case.title, case.sensitivity)
        assert facts.values == {"status": case.status, "language": case.language, "tags": case.tags}
        assert facts.absent == set(case.absences)
        assert facts.trashed is (case is CASES[1])


def test_only_the_cases_asked_for_are_told_and_none_that_is_gone(filled):
    assert set(filled.facts.read([CASES[0].id, "nobody"])) == {CASES[0].id}
    assert filled.facts.read([]) == {}


def test_words_are_counted_outside_the_trash_and_found_everywhere(filled):
    assert filled.facts.words("tags") == {"border": 1, "patrol": 1}
    assert set(filled.facts.with_word("tags", ["border"])) == {CASES[0].id, CASES[1].id}
    assert filled.facts.with_word("tags", ["none"]) == []
