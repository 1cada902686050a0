"""Records to rows and back, every kind of field."""

from random import Random

import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st

from casebook.domain.dates import When
from casebook.domain.errors import DateError
from casebook.domain.fields import Kind
from casebook.domain.records import Absence, Sensitivity
from casebook.storage.record_table import NOTHING, bounds, written
from casebook.storage.tables import tables_for
from tests.storage.made_up_case import MADE_UP, Drill, MadeUpCase
from tests.strategies import any_case, everything

DRILLS = tables_for(MADE_UP).records["drills"]


def test_columns_are_typed():
    types = {name: type(column.type) for name, column in DRILLS.table.c.items()}
    assert {
        types[name] for name in ("name", "account", "phase", "held", "host", "page", "plan", "place")
    } == {sa.Text}
    assert (types["effort"], types["soldiers"], types["cost"], types["repeated"]) == (
        sa.Integer,
        sa.Integer,
        sa.Float,
        sa.Boolean,
    )
    assert {spec.kind for spec in DRILLS.fields} == set(Kind)


@settings(max_examples=30)
@given(seed=st.integers(0, 2**32))
def test_a_row_reads_back_as_its_record(seed):
    tables = tables_for(MADE_UP)
    for record in everything(any_case(Random(seed), MadeUpCase)):
        key = "" if isinstance(record, MadeUpCase) else type(record).__section__.key
        table = tables.records[key]
        row = {"case_id": "c", "position": 0, **table.row(record)}
        if key:
            read = table.reader()([row[column.name] for column in table.table.c], table.many(record))
            assert read == record
            assert read.stamp == record.stamp


def test_an_empty_record_is_mostly_nothing():
    row = DRILLS.row(Drill())
    assert (row["name"], row["held"], row["held__start"], row["cost"]) == ("", None, None, None)
    assert row["absences"] == row["extra"] == NOTHING == "{}"
    assert DRILLS.many(Drill()) == dict.fromkeys(DRILLS.sides, ())


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2003-06~", "2003-06-01", "2003-06-30"),
        ("2003/2018", "2003-01-01", "2018-12-31"),
        ("2005/..", "2005-01-01", "9999-12-31"),
        ("[..2009]", "2009-12-31", "2009-12-31"),
    ],
)
def test_dates_bring_the_days_they_may_mean(edtf, first, last):
    assert bounds("held", When(edtf)) == {"held__start": first, "held__end": last}


def test_equal_mappings_are_written_equally():
    assert written({"b": Absence.NONE_FOUND, "a": "é"}) == '{"a":"é","b":"none-found"}'
    assert written({}) == NOTHING


@pytest.mark.parametrize(
    ("column", "value"),
    [("sensitivity", 7), ("held", "someday"), ("extra", "["), ("absences", '{"name": "lost"}')],
)
def test_a_row_no_record_can_be_raises(column, value):
    row = {"case_id": "c", "position": 0, **DRILLS.row(Drill(name="x", sensitivity=Sensitivity.PUBLIC))}
    row[column] = value
    with pytest.raises((ValueError, DateError)):
        DRILLS.reader()([row[name.name] for name in DRILLS.table.c], DRILLS.many(Drill()))
