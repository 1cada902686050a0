"""Wishes become changes."""

import attrs
import pytest

from casebook.domain.changes import OF_RECORD, Aspect, Batch, SetField, setting
from casebook.domain.errors import ChangeError
from casebook.domain.records import Absence, Sensitivity
from tests.ui.forms.desk import FIRST, UNMIL


def test_a_plain_value_is_one_change_that_typing_can_merge_with(context):
    change = context.change(FIRST.id, "title", "Fuel")
    assert isinstance(change, SetField)
    assert change.apply(context.case).challenges[0].title == "Fuel"


def test_linking_an_actor_of_the_library_brings_its_record_along(context):
    found = next(record for record in context.shared("actor_records", "african union"))
    change = context.change("part-1", "actor", found.id)
    after = change.apply(context.case)
    assert after.actors[0].actor == found.id
    assert after.actor_records[-1] == found
    assert change.inverse().apply(after) == context.case


def test_a_record_that_is_made_comes_in_once(context, workbench):
    made = context.create("actor_records", "  Market   women ")
    workbench.apply(context.change(FIRST.id, "affected", (UNMIL.id, made)))
    assert context.case.find(made).name == "Market women"
    assert isinstance(context.change(FIRST.id, "affected", (made,)), SetField)


def test_a_key_means_the_source_of_the_case_before_any_other(context):
    namesake = context.create("source_records", "UN 2003")
    assert context.record(namesake).citation_key == "un2003-2"
    context._waiting[namesake] = (
        "source_records",
        attrs.evolve(context.record(namesake), citation_key="un2003"),
    )
    assert isinstance(context.change(FIRST.id, "response", "So [@un2003]."), SetField)


def test_what_waits_and_is_not_linked_to_stays_outside(context):
    context.create("actor_records", "Market women")
    assert isinstance(context.change(FIRST.id, "title", "Fuel"), SetField)
    with pytest.raises(KeyError):
        context.create("nowhere", "x")


def test_a_value_ends_an_absence(context, workbench):
    workbench.apply(setting(context.case, FIRST.id, "response", "", Aspect.VALUE))
    workbench.apply(setting(context.case, FIRST.id, "response", Absence.NONE_FOUND, Aspect.ABSENCE))
    change = context.change(FIRST.id, "response", "They met.")
    assert isinstance(change, Batch)
    after = change.apply(context.case).challenges[0]
    assert (after.response, dict(after.absences)) == ("They met.", {})


def test_an_absence_empties_the_field_and_can_be_taken_back(context, workbench):
    change = context.absence_change(FIRST.id, "severity", Absence.NOT_APPLICABLE)
    after = change.apply(context.case).challenges[0]
    assert (after.severity, after.absences["severity"]) == (None, Absence.NOT_APPLICABLE)
    workbench.apply(change)
    taken_back = context.absence_change(FIRST.id, "severity", None)
    assert dict(taken_back.apply(context.case).challenges[0].absences) == {}


def test_who_may_see_a_field_and_the_record(context):
    field = context.sensitivity_change(FIRST.id, "title", Sensitivity.PARTNER)
    whole = context.sensitivity_change(FIRST.id, OF_RECORD, Sensitivity.INTERNAL)
    after = whole.apply(field.apply(context.case)).challenges[0]
    assert after.field_sensitivities == {"title": Sensitivity.PARTNER}
    assert after.sensitivity is Sensitivity.INTERNAL


def test_an_entry_that_is_gone_is_refused_with_a_sentence(context):
    with pytest.raises(ChangeError, match="no longer"):
        context.change("gone", "title", "x")


def test_without_a_case_there_is_nothing_to_find(context, workbench):
    workbench.close_case()
    assert context.case is None
    assert context.record(UNMIL.id) is None
    assert context.section("places") is None


def test_other_cases_and_missing_vocabularies(context):
    (other,) = context.cases("")
    assert (other.label, other.detail) == ("African Union in Darfur", "SD-2004-001")
    assert context.other_case(other.value) == other
    assert context.other_case("gone").label == "A case that is not in this library"
    assert context.vocabulary("not-installed").terms == ()
