from itertools import pairwise
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from casebook.domain.seriation import serial_order

TABLES = st.dictionaries(
    st.text("abcdefgh", min_size=1, max_size=3), st.sets(st.sampled_from("ABCDEFG")), max_size=12
)


@given(TABLES, st.randoms(use_true_random=False))
def test_nothing_is_lost_and_the_order_it_came_in_does_not_matter(table, rng):
    rows, columns = serial_order(table, list("ABCDEFG"))
    assert sorted(rows) == sorted(table)
    assert sorted(columns) == list("ABCDEFG")
    mixed = list(table.items())
    rng.shuffle(mixed)
    letters = list("ABCDEFG")
    rng.shuffle(letters)
    assert serial_order(dict(mixed), letters) == (rows, columns)


@given(TABLES)
def test_equal_rows_stand_together(table):
    rows, _columns = serial_order(table, list("ABCDEFG"))
    patterns = [frozenset(table[row]) for row in rows]
    changes = sum(one != other for one, other in pairwise(patterns))
    assert changes == max(len(set(patterns)) - 1, 0)


def test_groups_that_share_nothing_stand_apart_and_the_larger_first():
    table = {"k1": "XY", "m1": "AB", "k2": "Y", "m2": "BC", "m3": "CA", "empty": ""}
    rows, columns = serial_order(table, list("AXBYC"))
    assert {*rows[:3]} == {"m1", "m2", "m3"}
    assert {*rows[3:5]} == {"k1", "k2"}
    assert rows[5] == "empty"
    assert {*columns[:3]} == {*"ABC"}


def test_a_gradient_that_was_shuffled_is_found_again():
    table = {f"row{at:02d}": [f"c{at + step:02d}" for step in range(3)] for at in range(12)}
    shuffled = list(table)
    Random(5).shuffle(shuffled)
    rows, columns = serial_order(
        {key: table[key] for key in shuffled}, sorted({c for r in table.values() for c in r})
    )
    assert rows in (sorted(table), sorted(table, reverse=True))
    assert columns in (sorted(columns), sorted(columns, reverse=True))
