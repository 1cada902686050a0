"""Indicators of several cases on one scale for each unit."""

import pytest

from casebook.domain.alignment import align
from casebook.domain.case import Case
from casebook.domain.comparison_figures import figures
from casebook.domain.dates import When
from casebook.domain.sections.outcomes import Indicator, Measurement
from casebook.domain.wording import Wording
from tests.publishing.sample import sample_case
from tests.strategies import VOCABULARIES

WORDS = Wording(vocabularies=VOCABULARIES)


def measured(unit, baseline, *values):
    held = Indicator(name="Personnel trained", unit=unit, baseline=baseline)
    rows = (Measurement(parent=held.id, value=value, date=When(year)) for year, value in values)
    return Case(indicators=(held,), measurements=tuple(rows))


def of(*cases):
    made = align(cases, WORDS)
    return figures(made, made.of_section("indicators")[0])


def test_baseline_and_last_value_stand_on_one_scale():
    found = of(
        measured("people", 0.0, ("2005", 3500.0), ("2004", 900.0)), measured("People", None, ("2016", 1140.0))
    )
    assert not found.units_differ
    ((one,), (two,)) = found.cells
    assert (one.baseline, one.achieved, two.baseline, two.achieved) == (0.0, 3500.0, None, 1140.0)
    scale = found.scale(two)
    assert scale is found.scale(one)
    assert (scale.low, scale.high, scale.share(1750.0)) == (0.0, 3500.0, 0.5)


def test_units_that_differ_are_flagged():
    found = of(measured("people", 1.0), measured("per cent", 40.0, ("2010", float("inf"))))
    assert found.units_differ
    assert found.cells[1][0].achieved is None
    assert {scale.high for scale in found.scales.values()} == {1.0, 40.0}


def test_nothing_recorded_makes_an_empty_scale():
    found = of(measured("people", None), Case())
    assert found.scale(found.cells[0][0]).share(0.0) == 0.0
    assert found.cells[1] == ()


def test_rows_without_indicators_have_no_figures():
    made = align([sample_case("liberia")], WORDS)
    assert figures(made, made.rows[0]) is None


@pytest.mark.parametrize(("name", "baseline", "grade"), [("Women among police officers", 2.0, "B1")])
def test_an_indicator_of_the_sample(name, baseline, grade):
    made = align([sample_case("liberia"), sample_case("sierra-leone")], WORDS)
    row = next(row for row in made.of_section("indicators") if row.label == name)
    ((figure,), nothing) = figures(made, row).cells
    assert (figure.baseline, figure.unit, figure.grade.code, nothing) == (baseline, "per cent", grade, ())
    assert figure.achieved == 17.0
