"""A change to many cases as a plan: every case stands in it once, and what is made of it can be taken back."""

from collections.abc import Iterator

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casebook import paths
from casebook.domain.case import Case
from casebook.domain.records import Absence, RecordId, Sensitivity, TermRef
from casebook.exchange.case_reading import read_file
from casebook.services.bulk import GONE, IN_TRASH, TO_FIX, Wish, Words, plan
from casebook.services.sweeping import Sweep
from casebook.storage.library import Library
from casebook.storage.listing import ListQuery

WORDS = ("border", "Border", "patrol", "vetting", "police")
STATES = ("draft", "in-review", "archived")


@pytest.fixture(scope="module")
def library(tmp_path_factory) -> Iterator[Library]:
    with Library.create(tmp_path_factory.mktemp("bulk") / "lib.casebook", author="Ama") as held:
        held.cases.add_all(
            Case(title=f"Case {at}", status=TermRef(STATES[at % 2]), tags=WORDS[: at % 4], authors=("Ama",))
            for at in range(6)
        )
        for name in ("West Africa", "Police"):
            held.collections.create(name)
        held.collections.put(held.collections.all()[0].id, held.cases.ids(ListQuery())[:3])
        held.cases.trash(held.cases.ids(ListQuery())[0])
        yield held


@pytest.fixture(scope="module")
def sample_case() -> Case:
    (case,) = read_file(paths.resources() / "sample" / "iraq.json")
    return attrs.evolve(case, status=TermRef("draft"))


def every(library) -> list[str]:
    return sorted(library.cases.ids(ListQuery()) + library.cases.ids(ListQuery(trashed=True)))


def state_of(library) -> dict[str, object]:
    """All that a wish can change, by case."""
    facts = library.facts.read(every(library), ("status", "language", "tags", "authors"))
    return {one: (held, library.collections.holding([one])) for one, held in facts.items()}


words = st.lists(st.sampled_from(WORDS), max_size=2, unique=True).map(tuple)


@st.composite
def wishes(draw, collections):
    place = st.sampled_from(("", *collections))
    return Wish(
        status=draw(st.sampled_from(("", "archived", "draft"))),
        language=draw(st.sampled_from(("", "fr"))),
        sensitivity=draw(st.sampled_from((None, *Sensitivity))),
        tags=Words(
            added=draw(words),
            removed=draw(words),
            renamed=draw(st.sampled_from(((), (("patrol", "police"),)))),
        ),
        authors=Words(added=draw(words), alone=draw(st.booleans())),
        into=draw(place),
        out_of=draw(place),
        trash=draw(st.sampled_from((None, True, False))),
        everywhere=draw(st.booleans()),
    )


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_each_case_stands_in_the_plan_once_and_undo_brings_all_back(library, data):
    wish = data.draw(wishes([one.id for one in library.collections.all()]))
    chosen = data.draw(st.lists(st.sampled_from([*every(library), "nobody"]), unique=True))
    before = state_of(library)
    made = plan(library, chosen, wish)
    told = [line.case_id for line in (*made.changing, *made.same, *made.refused)]
    assert sorted(told) == sorted(chosen)
    assert {change.case_id for change in made.changes} == {line.case_id for line in made.changing}
    assert state_of(library) == before, "a plan changes nothing"

    sweep = Sweep(library, made.changes)
    sweep.run()
    assert sweep.refused == []
    if not wish.tags.renamed and (not wish.into or wish.into != wish.out_of):
        assert (
            plan(
                library, [line.case_id for line in made.changing], attrs.evolve(wish, everywhere=True)
            ).changing
            == ()
        )
    Sweep(library, sweep.undoing()).run()
    assert state_of(library) == before


def test_what_lies_in_the_trash_and_what_is_gone_is_refused_with_the_reason(library):
    (trashed,) = library.cases.ids(ListQuery(trashed=True))
    made = plan(library, [*every(library), "nobody"], Wish(language="ar"))
    assert len(made.changing) == 5
    assert {reason: [one.case_id for one in lines] for reason, lines in made.reasons.items()} == {
        IN_TRASH: [trashed],
        GONE: ["nobody"],
    }
    assert len(plan(library, every(library), Wish(language="ar", everywhere=True)).changing) == 6


def test_a_case_with_something_to_fix_does_not_go_to_review(library):
    made = plan(library, library.cases.ids(ListQuery()), Wish(status="approved"))
    assert made.changing == () and set(made.reasons) == {TO_FIX}


def test_a_case_with_nothing_to_fix_goes_to_review(tmp_path, sample_case):
    with Library.create(tmp_path / "lib.casebook") as library:
        library.cases.save(None, sample_case)
        assert [one.case_id for one in plan(library, [sample_case.id], Wish(status="approved")).changing] == [
            sample_case.id
        ]
        library.cases.save(None, Case(id=RecordId("lacking"), title="Gao"))
        assert plan(library, ["lacking"], Wish(status="approved")).reasons.keys() == {TO_FIX}


def test_a_word_that_ends_an_absence_takes_it_away(tmp_path):
    with Library.create(tmp_path / "lib.casebook") as library:
        case = Case(title="Gao", absences={"authors": Absence.NOT_APPLICABLE})
        library.cases.save(None, case)
        sweep = Sweep(library, plan(library, [case.id], Wish(authors=Words(added=("Ama",)))).changes)
        sweep.run()
        after = library.cases.load(case.id)
        assert after.authors == ("Ama",) and not after.absences
        Sweep(library, sweep.undoing()).run()
        assert library.cases.load(case.id).absences == case.absences


@pytest.mark.parametrize(
    ("wish", "held", "then"),
    [
        (Words(added=("Police", "new")), ("police",), ("police", "new")),
        (Words(removed=("a",)), ("a", "b", "A"), ("b", "A")),
        (Words(renamed=(("a", "b"),)), ("a", "b", "c"), ("b", "c")),
        (Words(added=("x", "x"), alone=True), ("a",), ("x",)),
        (Words(), ("a",), ("a",)),
    ],
)
def test_words(wish, held, then):
    assert wish.applied(held) == then


def test_somebody_who_stops_looking_gets_what_was_found(library):
    made = plan(library, every(library), Wish(language="fr"), look=lambda at, _of: at < 3)
    assert len(made.changing) + len(made.same) + len(made.refused) == 3
