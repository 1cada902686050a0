from casebook.domain.case import Case
from casebook.domain.sections.challenges import Challenge
from casebook.publishing.charts.severity import plan

ALL = frozenset()


def test_the_gravest_comes_first_with_its_words(wording):
    case = Case(
        challenges=(
            Challenge(title="Money ran out", severity=4, resolved="no"),
            Challenge(title="Riots", severity=5, resolved="yes"),
            Challenge(title="Unknown"),
        )
    )
    made = plan(case, wording, ALL)
    assert made.columns == ("Challenge", "Severity", "Resolved")
    assert made.rows == (
        ("Riots", "5 (threatened the partnership)", "Yes"),
        ("Money ran out", "4 (severe)", "No"),
        ("Unknown", "not recorded", ""),
    )
    assert (
        made.alt
        == "2 challenges by severity, from 1 to 5. 5 (threatened the partnership): Riots. 4 (severe): 1."
    )
    assert sum(mark["reached"] for mark in made.marks["cells"]) == 9 and len(made.marks["cells"]) == 10


def test_nothing_to_draw(wording):
    assert plan(Case(), wording, ALL) is None
    assert plan(Case(challenges=(Challenge(title="Ungraded"),)), wording, ALL) is None


def test_the_chosen_alone(wording):
    case = Case(challenges=(Challenge(title="A", severity=1), Challenge(title="B", severity=2)))
    made = plan(case, wording, frozenset({case.challenges[0].id}))
    assert made.alt == "One challenge by severity, from 1 to 5. 1 (a nuisance): A."
