from hypothesis import given

from casebook.domain.case import CASE, Case
from casebook.domain.grounds import ground_of
from casebook.domain.measures import measures
from casebook.domain.records import Absence, RecordId, TermRef
from casebook.domain.sections.challenges import Challenge
from casebook.domain.tally import Count, passages, tally
from tests.strategies import VOCABULARIES, cases

CATEGORY = ground_of(CASE, "challenges")
SEVERITY = measures(CATEGORY, CASE, VOCABULARIES)[1]


def challenge(category, severity=None, title=""):
    return Challenge(category=TermRef(category), severity=severity, title=title)


def words(entry, _case):
    return entry.title, ""


def test_entries_are_counted_and_measured():
    case = Case(challenges=(challenge("funding", 2), challenge("funding", 4), challenge("mandate-gap")))
    counted = tally([case], CATEGORY, SEVERITY)
    assert set(counted.counts) == {
        Count(case.id, "funding", 2, ("2", "4")),
        Count(case.id, "mandate-gap", 1, ()),
    }


def test_why_nothing_is_there_is_kept_apart():
    none_found = Case(absences={"challenges": Absence.NONE_FOUND})
    blank = Case()
    heads = tally([none_found, blank], CATEGORY).cases
    assert [head.absence for head in heads] == [Absence.NONE_FOUND, None]


@given(cases(most=4))
def test_no_entry_with_a_term_is_lost(case):
    counted = tally([case], CATEGORY)
    assert sum(count.number for count in counted.counts) == sum(
        bool(entry.category) for entry in case.challenges
    )


@given(cases(most=4))
def test_behind_every_count_are_as_many_passages(case):
    for count in tally([case], CATEGORY).counts:
        found = passages(case, CATEGORY, count.term, words)
        assert len(found) == count.number
        assert all(case.find(passage.record_id).category == count.term for passage in found)


def test_a_field_of_the_case_itself_leads_to_the_case():
    case = Case(id=RecordId("one"), era=TermRef("cold-war"), title="Old")
    era = ground_of(CASE, "era")
    (passage,) = passages(case, era, "cold-war", words)
    assert (passage.record_id, passage.field) == ("one", "era")
