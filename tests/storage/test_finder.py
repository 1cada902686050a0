"""Case numbers for what is wanted: each kind of question, in order, and never an answer of yesterday."""

import pytest

from casebook.domain.case import new_case
from casebook.domain.dates import When
from casebook.domain.sections.actors import Participant
from casebook.domain.sections.challenges import Challenge
from casebook.domain.sections.registry import Actor, Source
from casebook.domain.wanted import (
    ANYTHING,
    NOTHING,
    AmongCases,
    ChangedSince,
    Either,
    Every,
    HasRecord,
    HasValue,
    HasWords,
    InRange,
    Span,
    Without,
)
from casebook.storage.library import Library
from casebook.storage.listing import ListQuery

AU = Actor(name="African Union", short_name="AU", aliases=("Union africaine",))
NOTE = Source(title="African note", authors=("Diallo",))
ONE = new_case(
    title="Évian",
    period=When("1999/2003"),
    countries=("LR",),
    challenges=(Challenge(title="Mandate gap", description="joint cell"),),
    actor_records=(AU,),
    actors=(Participant(actor=AU.id),),
)
TWO = new_case(title="Basra", period=When("2005/.."), status="published", source_records=(NOTE,))
THREE = new_case(title="älter", context="A mandate, and jointly a cell.", countries=("LR", "SL"))
NAMES = {ONE.id: "one", TWO.id: "two", THREE.id: "three"}


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    with Library.create(tmp_path_factory.mktemp("finder") / "shelf.casebook", author="Ama") as library:
        library.cases.add_all((ONE, TWO, THREE))
        yield library


def found(library, wanted, **more):
    return {NAMES[one] for one in library.cases.ids(ListQuery(wanted=wanted, **more))}


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        (ANYTHING, {"one", "two", "three"}),
        (NOTHING, set()),
        (HasWords(("mandat",)), {"one", "three"}),
        (HasWords(("mandat",), whole=True), set()),
        (HasWords(("mandate",), section="challenges"), {"one"}),
        (HasWords(("mandate", "ga")), {"one"}),
        (HasWords(("mandate", "ga"), whole=True), set()),
        (HasWords(("joint", "cell")), {"one"}),
        (HasWords(("africaine",)), {"one"}),
        (HasWords(("union", "afr")), {"one"}),
        (HasWords(("absent",), values=(("countries", "SL"),)), {"three"}),
        (HasWords((), values=(("countries", "SL"),)), {"three"}),
        (HasWords(("african",)), {"one", "two"}),
        (HasRecord("actor_records", "actor_records", ("afri",)), {"one"}),
        (HasRecord("source_records", "source_records", ("note", "dia")), {"two"}),
        (HasRecord("source_records", "source_records", ()), set()),
        (HasValue("countries", frozenset({"LR", "XX"})), {"one", "three"}),
        (HasValue("nothing", frozenset({"LR"})), set()),
        (InRange(Span.YEARS, 2003, 2003), {"one"}),
        (InRange(Span.YEARS, 2004, 2004), set()),
        (InRange(Span.YEARS, 1990, 2050), {"one", "two"}),
        (InRange(Span.YEARS, 2050, 9999), {"two"}),
        (InRange(Span.PERCENT, 0, 100), {"one", "two", "three"}),
        (InRange(Span.PERCENT, 100, 0), set()),
        (ChangedSince("2000"), {"one", "two", "three"}),
        (ChangedSince("2999"), set()),
        (AmongCases(frozenset({TWO.id, "gone"})), {"two"}),
        (Without(HasWords(("mandate",))), {"two"}),
        (Every((HasWords(("mandate",)), Without(HasWords(("evian",))))), {"three"}),
        (Either((HasWords(("evian",)), HasWords(("basra",)))), {"one", "two"}),
        (Without(Either()), {"one", "two", "three"}),
    ],
)
def test_each_question(shelf, wanted, names):
    assert found(shelf, wanted) == names
    everything = {"one", "two", "three"}
    assert found(shelf, Without(wanted)) == everything - names


def test_it_is_put_in_order_what_is_empty_last_whichever_way(shelf):
    def order(sort, *, descending):
        return [NAMES[one] for one in shelf.cases.ids(ListQuery(sort=sort, descending=descending))]

    assert order("title", descending=False) == ["three", "two", "one"]
    assert order("period", descending=False) == ["one", "two", "three"]
    assert order("period", descending=True) == ["two", "one", "three"]
    with pytest.raises(ValueError, match="cannot be sorted"):
        order("title_key; DROP TABLE", descending=False)


def test_values_in_no_group_stand_alone(shelf):
    groups = {"west": ["LR", "SL"], "far": ["NZ"]}
    assert shelf.lookup.counts(ListQuery(), "countries", groups) == {"west": 2}
    assert shelf.lookup.counts(ListQuery(), "countries", {"only": ["SL"]}) == {"only": 1, "LR": 2}


def test_nothing_of_yesterday_is_answered(shelf, tmp_path):
    wanted = HasWords(("zebra",))
    path = tmp_path / "two.casebook"
    with Library.create(path, author="Ama") as writing:
        writing.cases.save(None, ONE)
        with Library.open(path, read_only=True) as reading:
            for library in (writing, reading):
                assert library.cases.count(ListQuery(wanted=wanted)) == 0
                assert len(library.lookup.listed(ListQuery())) == 1
            zebra = new_case(title="Zebra")
            writing.cases.save(None, zebra)
            for library in (writing, reading):
                assert library.cases.ids(ListQuery(wanted=wanted)) == [zebra.id]
                assert len(library.lookup.listed(ListQuery())) == 2
            writing.cases.trash(zebra.id)
            for library in (writing, reading):
                assert library.cases.ids(ListQuery(wanted=wanted)) == []
                assert library.cases.ids(ListQuery(wanted=wanted, trashed=True)) == [zebra.id]
