"""Replacing in a case: what is chosen and nothing else, in one change that can be taken back."""

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.domain.case import new_case
from casebook.domain.errors import ChangeError
from casebook.domain.find_in_case import Obstacle, occurrences
from casebook.domain.replace_in_case import replacing
from casebook.domain.sections.challenges import Challenge
from casebook.domain.sections.registry import Actor, Source
from casebook.domain.text_search import Wanted
from tests.strategies import cases

ECOMIL = Wanted(text="ecomil")


def case_with(**values):
    return new_case(title="The Ecomil force", **values)


def replaced(case, chosen, words):
    made = replacing(case, chosen, words)
    return made.batch.apply(case), made


def test_one_change_a_field_however_many_places_it_has():
    case = case_with(context="Ecomil came, Ecomil stayed", challenges=(Challenge(title="ecomil"),))
    after, made = replaced(case, occurrences(case, ECOMIL), "ECOMIL")
    assert after.title == "The ECOMIL force"
    assert after.context == "ECOMIL came, ECOMIL stayed"
    assert after.challenges[0].title == "ECOMIL"
    assert (len(made.done), len(made.batch.changes)) == (4, 3)


def test_only_the_chosen_places_change():
    case = case_with(context="Ecomil one, Ecomil two, Ecomil three")
    chosen = [one for one in occurrences(case, ECOMIL) if one.field == "context" and one.number != 1]
    after, _made = replaced(case, chosen, "ECOMIL")
    assert after.context == "ECOMIL one, Ecomil two, ECOMIL three"
    assert after.title == case.title


def test_what_must_not_change_is_refused_with_its_reason():
    case = case_with(
        context="ECOMIL and [@ecomil]",
        challenges=(Challenge(title=" Ecomil "), Challenge(title="Ecomil lost")),
        source_records=(Source(title="Report", citation_key="ecomil"),),
    )
    found = occurrences(case, ECOMIL)
    made = replacing(case, found, "ECOMIL")
    assert set(made.refused.values()) == {Obstacle.SAME, Obstacle.CITATION, Obstacle.CODE}
    made = replacing(case, found, "")
    assert [why for one, why in made.refused.items() if one.field == "title"] == [Obstacle.EMPTY]
    after = made.batch.apply(case)
    assert [one.title for one in after.challenges] == [" Ecomil ", " lost"]


def test_a_required_text_may_lose_a_word_but_not_all_of_them():
    case = new_case(title="Ecomil Ecomil")
    both = occurrences(case, ECOMIL)
    assert replacing(case, both[:1], "").refused == {}
    assert set(replacing(case, both, "").refused) == set(both)
    spoken = new_case(brief="x", context="Ecomil")
    after, _made = replaced(spoken, occurrences(spoken, ECOMIL), " ")
    assert after.context == ""


def test_lengths_are_kept_and_advice_is_told():
    case = new_case(title="Ecomil" + "x" * 1_990, brief="Ecomil " * 39)
    made = replacing(case, occurrences(case, ECOMIL), "an Economic Community mission")
    assert [why for one, why in made.refused.items()] == [Obstacle.LONG]
    assert made.too_long == ((case.id, "brief"),)
    assert {one.field for one in made.done} == {"brief"}


def test_words_of_a_list_stay_a_list():
    case = new_case(actor_records=(Actor(name="Force", aliases=("Ecomil", "ECOWAS Ecomil", "ECOMIL")),))
    after, _made = replaced(case, occurrences(case, ECOMIL), "ECOMIL")
    assert after.actor_records[0].aliases == ("ECOMIL", "ECOWAS ECOMIL")
    after, _made = replaced(case, occurrences(case, ECOMIL), "")
    assert after.actor_records[0].aliases == ("ECOWAS",)


def test_a_text_that_changed_in_the_meantime_is_not_overwritten():
    case = case_with()
    chosen = occurrences(case, ECOMIL)
    later = attrs.evolve(case, title="The old Ecomil force")
    with pytest.raises(ChangeError, match="in the meantime"):
        replacing(later, chosen, "ECOMIL")
    with pytest.raises(ChangeError, match="single line"):
        replacing(case, chosen, "ECO\nMIL")


@given(case=cases(), words=st.sampled_from(["the", "e", "d b", "evil", "ш", "平", "zz"]), data=st.data())
def test_laws_of_replacing(case, words, data):
    wanted = Wanted(text=words)
    found = occurrences(case, wanted)
    assert replacing(case, (), "7").batch.apply(case) == case
    chosen = data.draw(st.lists(st.sampled_from(found), unique=True)) if found else []
    after, made = replaced(case, chosen, "7")
    assert made.batch.inverse().apply(after) == case
    assert set(made.done) | set(made.refused) == set(chosen)
    assert not set(made.done) & set(made.refused)
    # "7" holds nothing of what was looked for: all that was not done is left, and nothing else.
    left = occurrences(after, wanted)
    gone = {one for one in found if one not in made.done}
    lists = {(one.record_id, one.field) for one in made.done if isinstance(_value(case, one), tuple)}

    def counted(places):
        fields = [(one.record_id, one.field) for one in places]
        return {field: fields.count(field) for field in fields if field not in lists}

    assert counted(left) == counted(gone)


def _value(case, one):
    return getattr(case.find(one.record_id), one.field)
