"""What is looked for, in a library's terms."""

from casebook.domain.wanted import ANYTHING, NOTHING, Either, Every, HasValue, HasWords, Without, words_wanted

MOSUL, POLICE = HasWords(("mosul",)), HasWords(("police",), whole=True)


def test_words_that_must_not_be_there_are_not_those_looked_for():
    wanted = Every(
        (MOSUL, Either((POLICE, MOSUL)), Without(HasWords(("army",))), HasValue("status", frozenset("a")))
    )
    assert words_wanted(wanted) == (MOSUL, POLICE)
    assert words_wanted(ANYTHING) == words_wanted(NOTHING) == ()


def test_equal_questions_are_one():
    assert len({Every((MOSUL,)), Every((HasWords(("mosul",)),)), ANYTHING, Every(), NOTHING}) == 3
