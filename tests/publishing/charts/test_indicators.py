import attrs

from casebook.domain.case import Case
from casebook.domain.dates import When
from casebook.domain.sections.outcomes import Indicator, Measurement, Outcome
from casebook.publishing.charts.indicators import MOST_ROWS, TRACK_AT, TRACK_END, plan

ALL = frozenset()


def women(**more):
    outcome = Outcome(statement="Women join")
    item = Indicator(
        **{
            "parent": outcome.id,
            "name": "Women among police officers",
            "unit": "per cent",
            "direction": "increase-is-better",
            "baseline": 2,
            "baseline_date": When("2005"),
            "target": 20,
        }
        | more
    )
    measured = Measurement(parent=item.id, value=17, date=When("2011-07"))
    return Case(outcomes=(outcome,), indicators=(item,), measurements=(measured,))


def test_a_listener_hears_baseline_measurement_and_target(wording):
    made = plan(women(), wording, ALL)
    assert made.alt == "Women among police officers, per cent: 2 in 2005, 17 in July 2011; target 20."
    assert made.columns == ("Indicator", "Unit", "Baseline", "Measured", "Target")
    assert made.rows == (("Women among police officers", "per cent", "2 (2005)", "17 (July 2011)", "20"),)
    assert made.title == "Indicators: baseline, measured, target"


def test_places_are_true_to_a_scale_from_zero(wording):
    points = {mark["role"]: mark["x"] for mark in plan(women(), wording, ALL).marks["points"][:3]}
    share = {role: (x - TRACK_AT) / (TRACK_END - TRACK_AT) for role, x in points.items()}
    assert share == {"baseline": 0.1, "measured": 0.85, "target": 1.0}


def test_measurements_stand_in_the_order_of_time_with_their_notes(wording):
    case = women(target=None, baseline=None)
    item = case.indicators[0].id
    more = (
        Measurement(parent=item, value=12.5, date=When("2009-05-04"), note="about"),
        Measurement(parent=item, value=21, note="a long note that stands in the table alone"),
        Measurement(parent=item, value=None, date=When("2010")),
    )
    made = plan(Case(indicators=case.indicators, measurements=case.measurements + more), wording, ALL)
    assert made.rows[0][3] == (
        "12.5 (4 May 2009, about); 17 (July 2011); 21 (a long note that stands in the table alone)"
    )
    assert made.alt.endswith("per cent: 12.5 on 4 May 2009 (about), 17 in July 2011, 21.")
    drawn = [mark["text"] for mark in made.marks["texts"]]
    assert "21 *" in drawn and "* with a note in the table" in drawn


def test_one_value_shows_no_change_and_is_not_drawn(wording):
    lonely = Indicator(name="Seen once", unit="people", baseline=4)
    assert plan(Case(indicators=(lonely,)), wording, ALL) is None
    case = women()
    made = plan(Case(indicators=(*case.indicators, lonely), measurements=case.measurements), wording, ALL)
    assert len(made.rows) == 2 and made.title.endswith("1 of 2 indicators")
    assert not any("Seen once" in mark["text"] for mark in made.marks["texts"])


def test_no_arrow_where_a_change_means_neither_good_nor_bad(wording):
    assert len(plan(women(), wording, ALL).marks["arrows"]) == 1
    assert plan(women(direction="neutral"), wording, ALL).marks["arrows"] == []


def test_two_counts_of_one_date_are_no_change(wording):
    item = Indicator(name="Killed", unit="people", direction="decrease-is-better")
    counts = tuple(Measurement(parent=item.id, value=n, date=When("2008-02-04")) for n in (4, 8))
    made = plan(Case(indicators=(item,), measurements=counts), wording, ALL)
    assert made.marks["arrows"] == [] and {mark["role"] for mark in made.marks["points"]} == {"measured"}
    begun = attrs.evolve(item, baseline=0)
    (change,) = plan(Case(indicators=(begun,), measurements=counts), wording, ALL).marks["changes"]
    assert change["x2"] == (TRACK_AT + TRACK_END) / 2


def test_an_outcome_or_an_indicator_may_be_chosen(wording):
    case = women()
    for record in (*case.outcomes, *case.indicators):
        assert len(plan(case, wording, frozenset({record.id})).rows) == 1
    assert plan(case, wording, frozenset({"another"})) is None and plan(Case(), wording, ALL) is None


def test_values_below_zero_and_all_alike_find_a_place(wording):
    for baseline in (-40, 17, 0):
        made = plan(women(baseline=baseline, target=None), wording, ALL)
        assert all(TRACK_AT <= mark["x"] <= TRACK_END for mark in made.marks["points"][:2])
    zero = Indicator(name="Nothing", baseline=0, target=0)
    assert plan(Case(indicators=(zero,)), wording, ALL).height > 0


def test_numbers_no_line_can_hold_do_no_harm(wording):
    made = plan(women(baseline=float("nan"), target=1e300), wording, ALL)
    assert made.rows[0][2] == "" and all(len(mark["text"]) < 60 for mark in made.marks["texts"])


def test_a_long_list_is_cut_in_the_drawing_and_whole_in_the_table(wording):
    many = tuple(Indicator(name=f"I{n}", baseline=1, target=n) for n in range(MOST_ROWS + 8))
    made = plan(Case(indicators=many), wording, ALL)
    assert len(made.rows) == MOST_ROWS + 8 and made.title.endswith(
        f"{MOST_ROWS} of {MOST_ROWS + 8} indicators"
    )
    assert made.alt.endswith("and 14 more indicators.")
