from datetime import date

import attrs
import pytest
from hypothesis import given

from casebook.domain.case import Case
from casebook.domain.dates import When
from casebook.domain.lanes import axis_of, lane_of, lanes_grid, span_of
from casebook.domain.records import RecordId, TermRef
from casebook.domain.sections.timeline import Event
from casebook.domain.wording import Wording
from tests.strategies import VOCABULARIES, WHENS, cases

WORDING = Wording(vocabularies=VOCABULARIES)


def day(*parts):
    return date(*parts).toordinal()


def case(key, period=None, *events, **more):
    return Case(
        id=RecordId(key),
        title=key.title(),
        period=When(period) if period else None,
        timeline=tuple(
            Event(title=title, date=When(edtf) if edtf else None, type=TermRef("agreement"))
            for edtf, title in events
        ),
        **more,
    )


@pytest.mark.parametrize(
    ("edtf", "soft", "opens"),
    [
        ("2003-08-18", False, (False, False)),
        ("2003-08", True, (False, False)),
        ("2003~", True, (False, False)),
        ("2003/2018", False, (False, False)),
        ("2003~/2018", True, (False, False)),
        ("2005/..", False, (False, True)),
        ("[..1999]", True, (True, False)),
    ],
)
def test_a_date_is_drawn_no_sharper_than_it_is_known(edtf, soft, opens):
    span = span_of(When(edtf))
    assert (span.soft, (span.open_start, span.open_end)) == (soft, opens)


@given(WHENS)
def test_every_date_has_a_place(when):
    span = span_of(when)
    assert span.first <= span.middle <= span.last or (span.open_start != span.open_end)


def test_events_stand_in_order_and_say_all_there_is_to_say():
    made = attrs.evolve(
        case(
            "liberia", "2003/2018", ("2005", "Election"), ("2003-08-18", "Peace agreement"), (None, "Undated")
        )
    )
    turning = attrs.evolve(made.timeline[1], turning_point=True)
    lane = lane_of(made.replacing(turning), WORDING)
    assert [mark.title for mark in lane.marks] == ["Peace agreement", "Election"]
    assert lane.marks[0].words == "18 August 2003: Peace agreement (Agreement, turning point)"
    assert (lane.undated, lane.years) == (1, "2003–2018")


def test_the_axis_holds_every_known_day():
    lanes = [lane_of(one, WORDING) for one in (case("a", "2003/2018"), case("b", None, ("1999-06-10", "x")))]
    axis = axis_of(lanes)
    assert axis.first < day(1999, 6, 10)
    assert axis.last > day(2018, 12, 31)
    assert axis_of([lane_of(case("nothing"), WORDING)]) is None


def test_aligned_every_case_begins_at_the_same_place():
    one = lane_of(case("a", "2003/2018", ("2003-01-01", "x")), WORDING)
    other = lane_of(case("b", "1960/1965", ("1960-01-01", "y")), WORDING)
    axis = axis_of([one, other], aligned=True)
    assert axis.shown(one.marks[0].span, one).first == axis.shown(other.marks[0].span, other).first == 0
    assert axis.days < 18 * 366


def test_open_ends_reach_to_the_edge():
    lane = lane_of(case("a", "2005/..", ("2005-05-01", "x")), WORDING)
    axis = axis_of([lane])
    shown = axis.shown(lane.period, lane)
    assert shown.last == axis.last
    assert lane.years == "2005–"


@given(cases(most=4))
def test_any_case_has_a_lane_and_all_its_dated_events_in_the_table(made):
    lane = lane_of(made, WORDING)
    dated = [event for event in made.timeline if event.date is not None]
    assert len(lane.marks) == len(dated) == len(lanes_grid([lane], WORDING).rows)
    assert lane.undated == len(made.timeline) - len(dated)
    for aligned in (False, True):
        axis = axis_of([lane], aligned=aligned)
        for mark in lane.marks if axis else ():
            shown = axis.shown(mark.span, lane)
            assert axis.first <= shown.first and shown.last <= axis.last
