import pytest
from hypothesis import given

from casebook.domain.case import Case
from casebook.domain.dates import When
from casebook.domain.panels import Role, panels_grid, panels_of
from casebook.domain.records import RecordId
from casebook.domain.sections.outcomes import Indicator, Measurement, Outcome
from casebook.domain.wording import Wording
from tests.strategies import VOCABULARIES, cases

WORDING = Wording(vocabularies=VOCABULARIES)


def case(key, name, unit, baseline, *values, target=None):
    outcome = Outcome(statement="x")
    indicator = Indicator(name=name, unit=unit, baseline=baseline, target=target, parent=outcome.id)
    measured = tuple(Measurement(value=value, date=When(edtf), parent=indicator.id) for edtf, value in values)
    return Case(
        id=RecordId(key),
        title=key.title(),
        outcomes=(outcome,),
        indicators=(indicator,),
        measurements=measured,
    )


LIBERIA = case(
    "liberia", "Women in the police", "per cent", 2.0, ("2011-07", 17.0), ("2008", 9.0), target=20.0
)
IRAQ = case("iraq", "women in the  police", "Per cent", None, ("2010", 3.0))
CHAD = case("chad", "Women in the police", "officers", 10.0)
MALI = case("mali", "Trained", "per cent", 0.0, ("2012", 80.0))


def test_cases_with_the_same_indicator_share_a_chart():
    panels = panels_of([LIBERIA, IRAQ, CHAD, MALI], WORDING)
    shared = next(panel for panel in panels if len(panel.series) == 2)
    assert [one.case_title for one in shared.series] == ["Liberia", "Iraq"]
    assert shared.other_units == ("officers",)
    assert panels[-1].name == "Trained"


def test_values_stand_from_baseline_to_target():
    (panel,) = panels_of([LIBERIA], WORDING)
    points = panel.series[0].points
    assert [(point.role, point.number) for point in points] == [
        (Role.BASELINE, 2.0),
        (Role.EARLIER, 9.0),
        (Role.LAST, 17.0),
        (Role.TARGET, 20.0),
    ]
    assert points[2].words("per cent") == "17 per cent (July 2011)"


def test_one_scale_for_a_unit_with_nought_on_it():
    panels = {panel.name: panel for panel in panels_of([LIBERIA, MALI], WORDING)}
    women, trained = panels["Women in the police"], panels["Trained"]
    assert (women.low, women.high) == (trained.low, trained.high) == (0.0, 80.0)
    assert trained.place(80.0) == 1.0
    assert women.on_its_own().place(20.0) == 1.0


def test_the_chart_can_be_heard():
    (panel,) = panels_of([LIBERIA], WORDING)
    assert panel.sentence(WORDING) == (
        "Women in the police, per cent. Liberia: baseline 2, measured earlier 9 (2008), "
        "last measured 17 (July 2011), target 20."
    )


def test_two_counts_of_one_date_are_both_the_last():
    made = case("x", "Weapons", "weapons", 0.0, ("2004", 28.0), ("2004", 33.0))
    roles = [point.role for point in panels_of([made], WORDING)[0].series[0].points]
    assert roles == [Role.BASELINE, Role.LAST, Role.LAST]


@given(cases(most=3))
def test_no_value_is_lost_and_none_stands_beside_its_chart(made):
    panels = panels_of([made], WORDING)
    valued = sum(item.baseline is not None for item in made.indicators)
    valued += sum(item.target is not None for item in made.indicators)
    valued += sum(item.value is not None for item in made.measurements)
    assert len(panels_grid(panels, WORDING).rows) == valued
    for panel in panels:
        for one in panel.series:
            assert all(-1e-9 <= panel.place(point.number) <= 1 + 1e-9 for point in one.points)


@pytest.mark.parametrize("value", [float("inf"), float("nan")])
def test_what_is_no_number_is_left_out(value):
    assert panels_of([case("x", "Odd", "u", value)], WORDING) == ()
