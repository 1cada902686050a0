"""One field over several cases."""

import pytest

from casebook.domain.alignment_scalars import compared
from casebook.domain.case import Case
from casebook.domain.comparison import Gap, Mark, RowState
from casebook.domain.fields import field_spec

SHARED, SOME, UNIQUE, DIFFERING, MISSING = RowState


def state(name, *values, gaps=None):
    words = [() for _ in values]
    found = compared(field_spec(Case, name), values, gaps or [Gap.NOT_RECORDED] * len(values), words, str)
    return found[0], [cell.mark.value for cell in found[1]]


@pytest.mark.parametrize(
    ("values", "expected", "marks"),
    [
        (("national", "national"), SHARED, ["shared", "shared"]),
        (("national", "regional"), DIFFERING, ["differing", "differing"]),
        (("national", "national", "regional"), DIFFERING, ["some", "some", "differing"]),
        (("national", "national", None), SOME, ["some", "some", "missing"]),
        (("national", None, None), UNIQUE, ["unique", "missing", "missing"]),
        ((None, None), MISSING, ["missing", "missing"]),
    ],
)
def test_one_value(values, expected, marks):
    assert state("scope", *values) == (expected, marks)


def test_different_reasons_for_nothing_are_a_difference():
    assert state("scope", None, None, gaps=[Gap.NONE_FOUND, Gap.NOT_RECORDED])[0] is DIFFERING
    assert state("scope", None, None, gaps=[Gap.NONE_FOUND] * 2)[0] is MISSING


def test_several_values_are_compared_whatever_their_order():
    assert state("countries", ("LR", "SL"), ("SL", "LR"))[0] is SHARED
    assert state("countries", ("LR",), ("SL",))[0] is DIFFERING


def test_each_of_several_values_is_marked():
    found, cells = compared(
        field_spec(Case, "countries"),
        [("LR", "SL"), ("SL",)],
        [Gap.NOT_RECORDED] * 2,
        [("LR", "SL"), ("SL",)],
        str,
    )
    assert found is SOME
    assert [cell.marks for cell in cells] == [(Mark.UNIQUE, Mark.SHARED), (Mark.SHARED,)]


def test_spacing_and_forms_of_a_letter_are_no_difference():
    assert state("context", "Caf\u00e9  one\n", "Cafe\u0301 one")[0] is SHARED
