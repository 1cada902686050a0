"""The tree of what was found: rows, ticks of three states, and what each row says."""

import pytest
from PySide6.QtCore import Qt

from casebook.domain.case import new_case
from casebook.domain.find_in_case import occurrences
from casebook.domain.sections.challenges import Challenge
from casebook.domain.text_search import Wanted
from casebook.domain.wording import Wording
from casebook.ui.write.find_model import FindModel, FindRole, snippet_of

CHECK = Qt.ItemDataRole.CheckStateRole
CASE = new_case(
    title="Red and red",
    context="one\ntwo red three\nfour",
    challenges=(Challenge(title="Red", description="reddish"), Challenge(title="Blue", response="red")),
)
PLAIN = Wording(vocabularies={})


@pytest.fixture
def model(qapp):
    made = FindModel()
    made.show_found(CASE, occurrences(CASE, Wanted(text="red")), PLAIN, anew=True)
    return made


def below(model, parent=None):
    arguments = [parent] if parent is not None else []
    return [model.index(row, 0, *arguments) for row in range(model.rowCount(*arguments))]


def state(index):
    return Qt.CheckState(index.data(CHECK))


def test_the_tree_is_sound(model, qtmodeltester):
    model.set_replacement("green")
    qtmodeltester.check(model)


def test_places_stand_under_their_section_and_entry(model):
    overview, narrative, challenges = below(model)
    assert [index.data() for index in (overview, narrative, challenges)] == [
        "Overview",
        "Narrative",
        "Challenges",
    ]
    assert [index.data(FindRole.COUNT) for index in (overview, narrative, challenges)] == [2, 1, 3]
    assert [index.data() for index in below(model, challenges)] == ["Challenge 1 · Red", "Challenge 2 · Blue"]
    (place,) = below(model, narrative)
    assert place.data() == "two red three"
    assert place.parent() == narrative
    assert model.index_of(model.occurrence_at(place)) == place


def test_there_are_no_ticks_while_one_only_finds(model):
    (overview, *_rest) = below(model)
    assert model.data(overview, CHECK) is None
    assert not overview.flags() & Qt.ItemFlag.ItemIsUserCheckable
    assert model.outcome is None


def test_a_group_shows_what_stands_in_it_and_sets_it(model):
    model.set_replacement("green")
    challenges = below(model)[2]
    first, second = below(model, challenges)
    title, description = below(model, first)
    assert state(challenges) == Qt.CheckState.Checked
    assert model.setData(title, Qt.CheckState.Unchecked, CHECK)
    assert state(first) == state(challenges) == model.all_chosen == Qt.CheckState.PartiallyChecked
    assert model.setData(challenges, Qt.CheckState.Unchecked, CHECK)
    assert {state(index) for index in (first, second, description)} == {Qt.CheckState.Unchecked}
    assert len(model.outcome.done) == 3
    model.choose_all(True)
    assert model.all_chosen == Qt.CheckState.Checked


def test_old_and_new_are_told(model):
    model.set_replacement("Red")
    title = below(model, below(model)[0])
    assert model.data(title[0], FindRole.NOTE) == "Title · It reads so already."
    assert model.data(title[0], CHECK) is None
    assert title[1].data() == "Red and Red"
    assert title[1].data(Qt.ItemDataRole.AccessibleTextRole) == "Title: Red and Red"
    snippet = title[1].data(FindRole.SNIPPET)
    assert (snippet.before, snippet.found, snippet.new) == ("Red and ", "red", "Red")
    model.set_replacement("")
    title = below(model, below(model, below(model)[2])[0])[0]
    assert model.data(title, FindRole.NOTE) == "Challenge · Stays: this field must not be empty."
    assert title.data(FindRole.SNIPPET).new is None


def test_ticks_outlast_a_new_state_of_the_case_but_not_another_search(model):
    model.set_replacement("green")
    title = below(model, below(model)[0])[0]
    model.setData(title, Qt.CheckState.Unchecked, CHECK)
    found = occurrences(CASE, Wanted(text="red"))
    model.show_found(CASE, found, PLAIN, anew=False)
    assert state(below(model, below(model)[0])[0]) == Qt.CheckState.Unchecked
    model.show_found(CASE, found, PLAIN, anew=True)
    assert model.all_chosen == Qt.CheckState.Checked


def test_a_place_is_shown_with_its_own_paragraph_only():
    (one,) = occurrences(new_case(context="x" * 200 + " red " + "y" * 200), Wanted(text="red"))
    snippet = snippet_of(one, "green")
    assert len(snippet.before) <= 90
    assert len(snippet.after) <= 90
    assert "green" in snippet.spoken
