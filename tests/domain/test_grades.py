import pytest

from casebook.domain.grades import best, grade_of
from casebook.domain.sections.evidence import Evidence
from casebook.domain.sections.registry import Source
from casebook.domain.wording import Wording
from tests.strategies import VOCABULARIES


@pytest.fixture
def grade():
    wording = Wording(vocabularies=VOCABULARIES)
    return lambda letter, figure: grade_of(Evidence(credibility=figure), Source(reliability=letter), wording)


def test_a_grade_joins_the_source_and_the_information(grade):
    made = grade("b", "2")
    assert (made.code, made.words) == ("B2", "usually reliable; probably true")


def test_half_a_grade_says_which_half_is_missing(grade):
    assert (grade("b", None).code, grade(None, "3").code, grade(None, None)) == ("B–", "–3", None)
    assert grade(None, "3").words == "possibly true"


def test_the_best_grade_is_the_most_reliable_then_the_most_credible(grade):
    assert best([grade("c", "1"), grade("b", "3"), None, grade("b", "2")]).code == "B2"
    assert best([grade(None, "1"), grade("f", "6")]).code == "F6"
    assert best([None]) is None


def test_evidence_without_a_source_can_still_be_judged():
    assert grade_of(Evidence(credibility="1"), None, Wording(vocabularies=VOCABULARIES)).code == "–1"
