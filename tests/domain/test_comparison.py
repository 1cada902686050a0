"""What a person decided about pairs of entries, kept and read again; gaps."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.domain.comparison import GAP_WORDS, NONE, Cell, Decisions, Gap, Held, Mark, RowState
from casebook.domain.errors import FormatError
from casebook.domain.records import Absence
from casebook.domain.sections.lessons import Lesson

PAIRS = st.frozensets(st.tuples(st.text(max_size=3), st.text(max_size=3)), max_size=5)


@given(PAIRS, PAIRS)
def test_decisions_come_back_from_json(same, apart):
    decisions = Decisions(same=same, apart=apart)
    assert Decisions.of(json.loads(json.dumps(decisions.plain()))) == decisions


def test_the_last_word_counts():
    decisions = NONE.confirming("b", "a").rejecting("a", "b")
    assert decisions == Decisions(apart={("b", "a")})
    assert decisions.confirming("a", "b") == Decisions(same={("a", "b")})
    assert decisions.reopening("b", "a") == NONE


@pytest.mark.parametrize(
    "data", [None, [], {"same": 1}, {"same": [["a"]]}, {"apart": [["a", 2]]}, {"same": [3]}]
)
def test_what_is_no_decision_is_refused(data):
    with pytest.raises(FormatError):
        Decisions.of(data)


def test_every_kind_of_absence_has_a_gap_and_words_of_its_own():
    gaps = {Gap.of(absence) for absence in (None, *Absence)}
    assert gaps == set(Gap) - {Gap.WITHHELD}
    assert len({GAP_WORDS[gap] for gap in Gap}) == len(Gap)


def test_states_are_those_that_programs_read():
    assert [state.value for state in RowState] == ["shared", "some", "unique", "differing", "missing"]


def test_a_cell_is_weak_when_all_in_it_is():
    weak, sound = Held(record=Lesson(), words="a", weak=True), Held(record=Lesson(), words="b")
    assert Cell(mark=Mark.SHARED, entries=(weak,)).weak
    assert not Cell(mark=Mark.SHARED, entries=(weak, sound)).weak
    assert not Cell(mark=Mark.MISSING).weak
