"""Records and changes survive the way to JSON and back, and what no version knows is kept."""

import json

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.domain.case import CASE, Case
from casebook.domain.changes import Aspect, Batch, SetField
from casebook.domain.errors import FormatError
from casebook.domain.plain import attribute_types, change_of, plain, plain_change, record_of, structured
from casebook.domain.records import Absence, RecordId, Sensitivity
from casebook.domain.sections.challenges import Challenge
from tests.strategies import cases, changes, everything, records

TYPES = st.sampled_from([record_type for _, record_type in CASE.record_types()])


def through_json(value):
    return json.loads(json.dumps(value, allow_nan=False))


@given(st.data())
def test_a_record_comes_back_the_same(data):
    record = data.draw(records(data.draw(TYPES)))
    back = record_of(type(record), through_json(plain(record)))
    assert back == record
    assert back.stamp == record.stamp
    assert plain(back) == plain(record)


@given(cases())
def test_every_record_of_a_case_comes_back_the_same(case):
    for record in everything(case):
        back = record_of(type(record), through_json(plain(record)))
        if record is not case:
            assert back == record
        assert plain(back) == plain(record)


@given(st.data())
def test_a_change_comes_back_the_same(data):
    case = data.draw(cases(most=1))
    first = data.draw(changes(case))
    second = data.draw(changes(first.apply(case)))
    for change in (first, Batch(changes=(first, second), label="Both")):
        told = through_json(plain_change(change, case))
        back = change_of(told, CASE)
        assert back == change
        assert back.apply(case) == change.apply(case)


def test_what_is_empty_is_left_out():
    assert plain(Challenge(id=RecordId("1"))) == {"id": "1", "sensitivity": "public"}
    assert plain(Challenge(id=RecordId("1"), severity=None, title="  ")) == plain(Challenge(id=RecordId("1")))


def test_fields_stand_in_declared_order_and_marks_after_them():
    record = Challenge(
        severity=3,
        title="Radios",
        absences={"response": Absence.NONE_FOUND},
        field_sensitivities={"title": Sensitivity.PARTNER},
    )
    assert list(plain(record)) == [
        "id",
        "title",
        "severity",
        "sensitivity",
        "absences",
        "field_sensitivities",
    ]
    assert plain(record)["absences"] == {"response": "none-found"}


def test_unknown_keys_are_kept_and_written_again():
    data = {"id": "1", "title": "Radios", "sensitivity": "public", "colour": {"deep": [1, None]}}
    record = record_of(Challenge, data)
    assert record.extra == {"colour": {"deep": [1, None]}}
    assert plain(record) == data
    assert plain(attrs.evolve(record, title="Sets"))["colour"] == {"deep": [1, None]}


def test_sections_are_no_unknown_keys_of_a_case():
    assert record_of(Case, {"id": "1", "challenges": [], "songs": []}).extra == {"songs": []}


@pytest.mark.parametrize(
    ("data", "path"),
    [
        ({"period": "soon"}, "period"),
        ({"sensitivity": "secret"}, "sensitivity"),
        ({"absences": {"title": "lost"}}, "absences"),
        ({"stamp": 5}, "stamp"),
        ({"countries": 5}, "countries"),
    ],
)
def test_a_value_of_the_wrong_kind_is_told_with_its_key(data, path):
    with pytest.raises(FormatError, match=f"“{path}” is not of the right kind") as error:
        record_of(Case, {"id": "1", **data})
    assert error.value.path == path


@pytest.mark.parametrize(
    "data",
    [
        {},
        [],
        None,
        {"do": "dance"},
        {"do": "set", "section": "songs", "target": "1", "field": "x", "aspect": "value", "old": 1, "new": 2},
        {"do": "set", "section": "", "target": "1", "field": "x", "aspect": "value", "old": 1, "new": 2},
        {"do": "set", "section": "", "target": "1", "field": "title", "aspect": "mood", "old": 1, "new": 2},
        {"do": "insert", "section": "challenges", "index": 0, "entry": []},
        {"do": "batch", "label": "", "changes": [{}]},
    ],
)
def test_a_change_no_version_made_is_refused(data):
    with pytest.raises(FormatError, match="cannot be read by this version"):
        change_of(data, CASE)


def test_an_absence_of_a_section_is_told_as_such():
    case = Case()
    change = SetField(
        target=case.id, field="lessons", old=None, new=Absence.NONE_FOUND, aspect=Aspect.ABSENCE
    )
    assert change_of(plain_change(change, case), CASE).apply(case).absences == {"lessons": Absence.NONE_FOUND}


def test_attribute_types_leave_sections_out():
    assert "title" in attribute_types(Case)
    assert "challenges" not in attribute_types(Case)
    assert structured(attribute_types(Challenge)["severity"], 3, "severity") == 3
