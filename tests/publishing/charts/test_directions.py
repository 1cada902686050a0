from casebook.domain.case import Case
from casebook.domain.sections.outcomes import Outcome
from casebook.publishing.charts.directions import plan

ALL = frozenset()


def case_of(*pairs):
    return Case(outcomes=tuple(Outcome(statement="S", domain=d, direction=way) for d, way in pairs))


def test_outcomes_are_counted_by_domain_and_direction(wording):
    made = plan(
        case_of(
            ("justice", "negative"),
            ("disarmament", "positive"),
            ("justice", "negative"),
            ("justice", "mixed"),
        ),
        wording,
        ALL,
    )
    assert made.columns == ("Domain", "Positive", "Negative", "Mixed")
    assert made.rows == (("Disarmament", "1", "0", "0"), ("Justice", "0", "2", "1"))
    assert made.alt == (
        "4 outcomes: 1 positive, 2 negative, 1 mixed. Disarmament: 1 positive; Justice: 2 negative, 1 mixed."
    )


def test_each_direction_has_a_sign_besides_its_shade(wording):
    made = plan(
        case_of(*(("justice", way) for way in ("positive", "negative", "mixed", "none", "sideways"))),
        wording,
        ALL,
    )
    assert [(mark["shade"], mark["text"]) for mark in made.marks["signs"]] == [
        ("positive", "+"), ("negative", "−"), ("mixed", "±"), ("none", "0"), ("other", "s"),
    ]  # fmt: skip


def test_more_squares_than_find_room_are_one_square_and_a_number(wording):
    made = plan(case_of(*[("justice", "negative")] * 40), wording, ALL)
    assert len(made.marks["squares"]) == 1 and "× 40" in [mark["text"] for mark in made.marks["texts"]]


def test_an_outcome_without_domain_is_said_to_have_none(wording):
    assert plan(case_of((None, "mixed")), wording, ALL).rows == (("not recorded", "0", "0", "1"),)
    assert plan(case_of(("justice", None)), wording, ALL) is None and plan(Case(), wording, ALL) is None
