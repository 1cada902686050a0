import attrs
import pytest

from casebook.domain.case import CASE, Case
from casebook.domain.grounds import ground_of
from casebook.domain.measures import COUNT, measures
from casebook.domain.qca import (
    Condition,
    codebook_grid,
    condition_label,
    data_grid,
    memberships,
    row_names,
    rule_words,
    safe_name,
)
from casebook.domain.records import Absence, RecordId, TermRef
from casebook.domain.sections.challenges import Challenge
from casebook.domain.sections.outcomes import Outcome
from casebook.domain.tally import CaseHead, tally
from casebook.domain.wording import Wording
from tests.strategies import VOCABULARIES

WORDING = Wording(vocabularies=VOCABULARIES)
CATEGORY, DOMAIN = ground_of(CASE, "challenges"), ground_of(CASE, "outcomes")
SEVERITY = measures(CATEGORY, CASE, VOCABULARIES)[1]
DIRECTION = measures(DOMAIN, CASE, VOCABULARIES)[1]


def condition(term, name, **options):
    return Condition(**{"ground": CATEGORY, "term": term, "label": name.title(), "name": name, **options})


FUNDING = condition("funding", "FUNDING")
GRAVE = condition("funding", "GRAVE", measure=SEVERITY)
TRUST = Condition(
    ground=DOMAIN, term="justice", label="Justice better", name="JUSTICE", measure=DIRECTION, sign="positive"
)


def case(key, challenges=(), outcomes=(), **more):
    return Case(
        id=RecordId(key),
        ref_code=key.upper(),
        title=key.title(),
        challenges=tuple(Challenge(category=TermRef(term), severity=step) for term, step in challenges),
        outcomes=tuple(Outcome(domain=TermRef(term), direction=TermRef(way)) for term, way in outcomes),
        **more,
    )


CASES = [
    case("liberia", [("funding", 4), ("funding", 2)], [("justice", "positive")]),
    case("iraq", [("mandate-gap", 5)], [("justice", "negative")]),
    case("chad", [], [("justice", "positive")], absences={"challenges": Absence.NONE_FOUND}),
    case("mali", [], [("justice", "positive")]),
    case("togo", [("funding", None)], [("justice", "mixed")]),
]


def table(conditions, outcome=TRUST, cases=CASES):
    sets = (*conditions, outcome)
    return memberships(
        conditions,
        outcome,
        {(one.ground.key, one.measure.key): tally(cases, one.ground, one.measure) for one in sets},
    )


def test_crisp_memberships_and_what_is_not_known():
    made = table([FUNDING])
    assert dict(zip([head.id for head in made.cases], made.rows, strict=True)) == {
        "liberia": (1.0, 1.0),
        "iraq": (0.0, 0.0),
        "chad": (0.0, 1.0),
        "togo": (1.0, 0.0),
    }
    assert [(head.id, missing) for head, missing in made.unknown] == [("mali", ("FUNDING",))]


def test_a_scale_gives_fuzzy_memberships_and_an_ungraded_entry_is_not_guessed():
    made = table([GRAVE])
    assert GRAVE.fuzzy
    assert not FUNDING.fuzzy
    assert dict(zip([head.id for head in made.cases], [row[0] for row in made.rows], strict=True)) == {
        "liberia": 0.8,
        "iraq": 0.0,
        "chad": 0.0,
    }
    assert {head.id for head, _missing in made.unknown} == {"mali", "togo"}


def test_three_anchors_calibrate_the_number_of_entries():
    made = table([attrs.evolve(FUNDING, anchors=(0.0, 1.0, 2.0))])
    assert made.rows[0][0] == pytest.approx(0.9526, abs=1e-4)
    assert made.rows[1][0] == pytest.approx(0.0474, abs=1e-4)


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Mandate gap", "MANDATEGAP"),
        ("3D approach", "C3DAPPROACH"),
        ("Évaluation à mi-parcours", "EVALUATIONAMIPARCOURS"),
        ("الشراكة", "C"),
        ("=cmd|' /C calc'!A0", "CMDCCALCA0"),
    ],
)
def test_names_are_safe_in_r(label, name):
    assert safe_name(label, ()) == name


def test_names_are_never_given_twice():
    taken = []
    for _time in range(3):
        taken.append(safe_name("Funding", taken))
    assert taken == ["FUNDING", "FUNDING2", "FUNDING3"]


def test_rows_are_named_apart():
    heads = [CaseHead(id=str(at), title="", ref_code=code) for at, code in enumerate(("A", "A", "", "B"))]
    assert row_names(heads) == ("A", "A-2", "case-3", "B")


def test_the_data_are_ready_for_r():
    grid = data_grid(table([FUNDING, GRAVE]), WORDING)
    assert grid.columns == ("case", "FUNDING", "GRAVE", "JUSTICE")
    assert grid.rows[0] == ("LIBERIA", 1, 0.8, 1)


def test_the_codebook_says_rules_cases_and_who_was_left_out():
    grid = codebook_grid(table([FUNDING, GRAVE]), WORDING)
    roles = [row[1] for row in grid.rows]
    assert roles == [
        "condition",
        "condition",
        "outcome",
        "case",
        "case",
        "case",
        "case left out",
        "case left out",
    ]
    assert "highest severity, divided by 5" in grid.rows[1][5]
    assert "FUNDING" in grid.rows[-2][5]


def test_rules_in_words():
    assert rule_words(FUNDING, WORDING).startswith("1 where")
    assert "crossover at 3" in rule_words(attrs.evolve(GRAVE, anchors=(1.0, 3.0, 5.0)), WORDING)


def test_a_set_by_its_sign_says_so():
    assert condition_label(DOMAIN, "justice", WORDING, {}, "positive", DIRECTION) == "Justice: Positive"
    assert condition_label(CATEGORY, "funding", WORDING, {}, "", COUNT) == "Funding"
