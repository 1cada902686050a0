from datetime import date

from casebook.domain.case import Case
from casebook.domain.dates import When
from casebook.domain.records import Absence
from casebook.domain.sections.timeline import Event
from casebook.publishing.charts.timeline import MOST_ROWS, TRACK_AT, TRACK_END, Scale, plan

ALL = frozenset()


def events(*dates, **more):
    return Case(timeline=tuple(Event(title=f"E{n}", date=When(d), **more) for n, d in enumerate(dates)))


def test_the_table_is_in_the_order_of_time_and_says_every_date_in_words(wording):
    undated = Event(title="Nobody knows when", absences={"date": Absence.NONE_FOUND})
    case = Case(
        timeline=(
            undated,
            Event(title="Mosul falls", date=When("2014-06-10"), type="context-shock", turning_point=True),
            Event(title="Training begins", date=When("2004-08~"), type="training"),
        )
    )
    made = plan(case, wording, ALL)
    assert made.columns == ("Date", "Event", "Type", "Turning point")
    assert made.rows == (
        ("about August 2004", "Training begins", "Training", ""),
        ("10 June 2014", "Mosul falls", "Context shock", "yes"),
        ("looked for, none found", "Nobody knows when", "", ""),
    )
    assert made.alt == (
        "Timeline of 2 events, from about August 2004 to 10 June 2014. Turning points: Mosul falls, 10 June 2014."
    )


def test_one_event_is_a_sentence_and_none_is_nothing(wording):
    assert plan(events("2003"), wording, ALL).alt == "Timeline of one event: E0, 2003."
    assert plan(Case(), wording, ALL) is None
    assert plan(Case(timeline=(Event(title="Undated"),)), wording, ALL) is None


def test_days_are_points_and_what_is_less_known_is_a_span(wording):
    made = plan(events("2003-08-18", "2004", "2005/2007", "2008~", "1998"), wording, ALL)
    assert len(made.marks["points"]) == 1 + 1  # the event, and its sign in the key
    assert [mark["known"] for mark in made.marks["spans"]] == [False, False, True, False, True, False]
    for mark in made.marks["spans"][:4]:
        assert TRACK_AT <= mark["x"] < mark["x2"] <= TRACK_END


def test_an_open_end_fades_out_towards_where_it_is_open(wording):
    made = plan(events("2001-05-04", "2005/..", "[..1999]", "../1998"), wording, ALL)
    fades = made.marks["fades"][:3]
    assert [mark["onward"] for mark in fades] == [False, False, True]
    assert fades[0]["x"] == TRACK_AT and fades[2]["x2"] == TRACK_END
    assert all(mark["x2"] - mark["x"] > 5 for mark in fades)
    assert plan(events("../.."[:2] + "/2004"), wording, ALL).marks["fades"]
    assert plan(events("0001/..", "../9999"), wording, ALL) is not None


def test_a_crowded_timeline_keeps_turning_points_and_says_so(wording):
    crowd = events(*(f"{1900 + n}-01-01" for n in range(60)))
    turns = events(*(f"{1900 + n}-06-01" for n in range(0, 50, 10)), turning_point=True)
    made = plan(Case(timeline=crowd.timeline + turns.timeline), wording, ALL)
    assert made.title == f"Timeline – {MOST_ROWS} of 65 events" and len(made.rows) == 65
    assert sum(mark["strong"] for mark in made.marks["points"]) == 5 + 1


def test_the_chosen_alone(wording):
    case = events("2003", "2004")
    assert [row[1] for row in plan(case, wording, frozenset({case.timeline[1].id})).rows] == ["E1"]


def test_the_scale_runs_over_whole_years_or_names_its_months():
    scale = Scale.of([date(2003, 8, 4), date(2018, 3, 30)])
    assert [words for _x, words in scale.ticks()] == ["2005", "2010", "2015"]
    assert TRACK_AT <= scale.at(date(2003, 8, 4)) < scale.at(date(2018, 3, 30)) <= TRACK_END
    assert [words for _x, words in Scale.of([date(2003, 8, 4), date(2003, 10, 1)]).ticks()] == [
        "Aug 2003", "Sep 2003", "Oct 2003", "Nov 2003",
    ]  # fmt: skip
