"""Words are found wherever they stand, whatever is typed."""

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.domain.case import new_case
from casebook.domain.sections.actors import Participant
from casebook.domain.sections.challenges import Challenge
from casebook.domain.sections.registry import Actor
from casebook.storage.library import Library
from casebook.storage.listing import ListQuery
from casebook.storage.words import LONGEST_QUERY, MOST_WORDS, words_in
from tests.finding import found
from tests.strategies import TEXTS

AU = Actor(name="African Union", aliases=("Union africaine",))
CASE = new_case(
    title="Évian talks",
    ref_code="FR-1962-001",
    context="The truce held along the coastal road. Nobody expected it.",
    analysis="Trust grew slowly along the river.",
    challenges=(Challenge(title="Mandate gap", description="Orders along the coast stayed unclear."),),
    actor_records=(AU,),
    actors=(Participant(actor=AU.id, contribution="Observers"),),
)


@pytest.fixture
def shelf(library):
    library.cases.save(None, CASE)
    return library


def places(library, text):
    return list(found(library, text).values())


@pytest.mark.parametrize("text", ["evian", "ÉVIAN", "E\u0301vian", "Évi", "fr-1962", '"evian talks"'])
def test_case_accents_and_endings_do_not_matter(shelf, text):
    assert places(shelf, text) == [("", "")]


def test_entries_and_shared_records_are_found_under_their_sections(shelf):
    assert places(shelf, "unclear") == [("challenges", "")]
    assert places(shelf, "africaine") == [("actor_records", "")]
    assert [places(shelf, f"along {word}") for word in ("truce", "slowly", "orders")] == [
        [("", "context")],
        [("", "analysis")],
        [("challenges", "")],
    ]


@pytest.mark.parametrize(
    "text", ["absent", "absent talks", "* absent OR *", "-absent", "talks (absent)", "tal\x00ent"]
)
def test_what_is_not_there_is_not_found(shelf, text):
    assert places(shelf, text) == []
    assert shelf.cases.count(ListQuery(text=text)) == 0


@given(text=TEXTS | st.text(alphabet='"*()^:-+{}\\ ANDORNEARab\x00\u0301\u200b', max_size=40))
def test_no_text_is_malformed(shared_shelf, text):
    rows = shared_shelf.cases.page(ListQuery(text=text))
    assert len(rows) == shared_shelf.cases.count(ListQuery(text=text))
    assert isinstance(shared_shelf.cases.shared("actor_records", text), tuple)


@pytest.fixture(scope="module")
def shared_shelf(tmp_path_factory):
    with Library.create(tmp_path_factory.mktemp("search") / "shelf.casebook") as library:
        library.cases.save(None, CASE)
        yield library


def test_each_script_is_found_by_the_beginning_of_a_word(library):
    title = "साझेदारी की कहानी القُرآن 維持和平 миротворчество"
    library.cases.save(None, new_case(title=title))
    for text in ("साझे", "कहानी", "القُر", "維持", "МИРОТВ"):
        assert places(library, text) == [("", "")], text
        assert library.cases.count(ListQuery(text=text)) == 1, text


def test_the_index_follows_every_change(shelf):
    changed = attrs.evolve(CASE, context="Quiet now.", challenges=())
    shelf.cases.save(CASE, changed)
    assert places(shelf, "truce") == []
    assert places(shelf, "unclear") == []
    assert places(shelf, "quiet") == [("", "context")]
    assert shelf.cases.count(ListQuery(text="truce")) == 0
    shelf.cases.save(changed, attrs.evolve(changed, context=""))
    assert places(shelf, "quiet") == []


def test_a_renamed_shared_record_is_found_in_every_case(shelf):
    second = new_case(title="Second", actor_records=(AU,), actors=(Participant(actor=AU.id),))
    shelf.cases.save(None, second)
    renamed = attrs.evolve(CASE, actor_records=(attrs.evolve(AU, name="Continental body"),))
    shelf.cases.save(CASE, renamed)
    assert set(found(shelf, "continental")) == {CASE.id, second.id}
    assert shelf.cases.count(ListQuery(text="continental")) == 2
    assert shelf.cases.count(ListQuery(text="african")) == 0


def test_the_trash_is_not_searched_and_the_deleted_is_gone(shelf):
    shelf.cases.trash(CASE.id)
    assert places(shelf, "truce") == []
    shelf.cases.restore(CASE.id)
    assert places(shelf, "truce") == [("", "context")]
    shelf.cases.delete(CASE.id)
    assert places(shelf, "truce") == []


def test_a_query_is_cut_as_the_index_cuts():
    assert words_in("co-operation l’Afrique x_y, 3.5!") == (
        "co",
        "operation",
        "l",
        "afrique",
        "x",
        "y",
        "3",
        "5",
    )
    assert words_in("a a A") == ("a",)
    assert len(words_in(" ".join(map(str, range(100))))) == MOST_WORDS
    assert len(words_in("x" * 10_000)[0]) == LONGEST_QUERY
