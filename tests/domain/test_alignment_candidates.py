"""Entries alike by title are offered, until a person has decided."""

from casebook.domain.alignment import align
from casebook.domain.case import Case
from casebook.domain.comparison import NONE, RowState
from casebook.domain.sections.lessons import Lesson
from casebook.domain.wording import Wording
from tests.strategies import VOCABULARIES

WORDS = Wording(vocabularies=VOCABULARIES)
ONE = Lesson(title="Train the trainers first")
TWO = Lesson(title="First train trainers, then soldiers")
OTHER = Lesson(title="Pay salaries on time")
CASES = [Case(lessons=(ONE, OTHER)), Case(lessons=(TWO,))]


def test_alike_titles_are_offered_in_both_rows():
    made = align(CASES, WORDS)
    (found,) = made.candidates
    assert {found.one, found.other} == {ONE.id, TWO.id}
    assert [made.by_key[key].similar for key in found.rows] == [(found,), (found,)]
    assert {row.state for row in made.of_section("lessons")} == {RowState.UNIQUE}


def test_a_decision_ends_the_question():
    joined = align(CASES, WORDS, NONE.confirming(ONE.id, TWO.id))
    assert joined.candidates == ()
    assert [row.state for row in joined.of_section("lessons")] == [RowState.SHARED, RowState.UNIQUE]
    assert align(CASES, WORDS, NONE.rejecting(ONE.id, TWO.id)).candidates == ()


def test_two_entries_of_one_case_are_not_asked_about():
    assert align([Case(lessons=(ONE, TWO)), Case()], WORDS).candidates == ()
