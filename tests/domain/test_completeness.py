"""Completeness counts what is answered, part by part, and 100 means nothing is left."""

import attrs
from hypothesis import given

from casebook.domain.case import CASE, Case
from casebook.domain.completeness import answered, completeness
from casebook.domain.fields import field_spec
from casebook.domain.records import Absence
from casebook.domain.sections.activities import Activity, TrainingResult
from casebook.domain.sections.challenges import Challenge
from casebook.domain.sections.relations import Relation
from tests.strategies import cases, everything

NONE_FOUND = Absence.NONE_FOUND


def expected(record):
    return [spec for spec in type(record).__attrs_attrs__ if _counts(spec)]


def _counts(attribute):
    spec = attribute.metadata.get("spec")
    return spec is not None and (spec.expected or spec.required)


def test_an_empty_case_is_at_nought():
    result = completeness(Case())
    assert result.total == 0
    assert set(result.by_key) == {"overview", "narrative", *CASE.sections}
    assert set(result.by_key.values()) == {0}


def test_a_case_whose_every_field_is_marked_absent_is_complete():
    parts = {spec.name: NONE_FOUND for spec in CASE.header}
    result = completeness(Case(absences=parts | dict.fromkeys(CASE.sections, NONE_FOUND)))
    assert result.total == 100
    assert set(result.by_key.values()) == {100}


def test_a_narrative_with_one_of_seven_texts():
    assert completeness(Case(context="War.")).by_key["narrative"] == 100 // 7


def test_a_field_counts_when_it_says_why_it_is_empty():
    spec = field_spec(Challenge, "response")
    assert not answered(Challenge(), spec)
    assert not answered(Challenge(response="  "), spec)
    assert answered(Challenge(response="Talks"), spec)
    assert answered(Challenge(absences={"response": NONE_FOUND}), spec)


def test_a_section_counts_its_entries_and_what_stands_in_them():
    activity = Activity(title="Course")
    alone = completeness(Case(activities=(activity,))).by_key["activities"]
    result = TrainingResult(parent=activity.id, level="learning", instrument="Test", before="1", after="2")
    both = completeness(Case(activities=(activity,), training_results=(result,))).by_key
    assert both["training_results"] == 100
    assert alone < both["activities"] < 100


def test_sections_that_are_not_essential_do_not_weigh():
    assert completeness(Case(relations=(Relation(actor="a", type="funds", counterpart="b"),))).total == 0


def test_each_essential_section_weighs_the_same():
    weighing = 2 + sum(spec.essential for spec in CASE.top_sections)
    assert completeness(Case(absences={"lessons": NONE_FOUND})).total == 100 // weighing


@given(cases())
def test_answering_one_more_field_never_takes_away(case):
    before = completeness(case)
    marked = attrs.evolve(
        case, absences={spec.name: NONE_FOUND for spec in CASE.header} | dict(case.absences)
    )
    after = completeness(marked)
    assert all(0 <= share <= 100 for share in before.by_key.values())
    assert after.by_key["overview"] == after.by_key["narrative"] == 100
    assert after.total >= before.total


@given(cases())
def test_hundred_means_every_expected_field_is_answered(case):
    result = completeness(case)
    for key in CASE.sections:
        if result.by_key[key] == 100 and case.section(key):
            for record in case.section(key):
                assert all(answered(record, _named(spec)) for spec in expected(record))


def _named(attribute):
    return attrs.evolve(attribute.metadata["spec"], name=attribute.name)


def test_every_record_class_expects_something():
    for record in everything(Case(challenges=(Challenge(),), activities=(Activity(),))):
        assert expected(record)
