"""The list shows every case, in any order, a page at a time."""

from itertools import product

import attrs
import pytest

from casebook.domain.case import new_case
from casebook.domain.changes import setting
from casebook.domain.completeness import completeness
from casebook.domain.dates import When
from casebook.domain.records import Sensitivity, Stamp, TermRef
from casebook.domain.sections.actors import Participant
from casebook.domain.sections.registry import Actor
from casebook.storage.case_list import SHOWN, sorting_key
from casebook.storage.listing import ListQuery
from tests.builders import build_case

AU, UN = Actor(name="African Union", short_name="AU"), Actor(name="United Nations")


def test_a_row_shows_what_the_case_says(library):
    case = new_case(
        title="Somalia",
        ref_code="SO-2007-001",
        brief="In one breath.",
        countries=("SO", "KE"),
        period=When("2007/.."),
        status=TermRef("in-review"),
        sensitivity=Sensitivity.PARTNER,
        actor_records=(UN, AU),
        actors=(Participant(actor=AU.id), Participant(actor=UN.id), Participant(actor=AU.id), Participant()),
        stamp=Stamp(updated_at="2026-05-01T10:00:00+00:00", updated_by="Kofi"),
    )
    library.cases.save(None, case)
    (row,) = library.cases.page(ListQuery())
    assert (row.id, row.title, row.ref_code, row.brief) == (
        case.id,
        "Somalia",
        "SO-2007-001",
        "In one breath.",
    )
    assert (row.countries, row.period, row.partners) == (("SO", "KE"), "2007/..", ("AU", "United Nations"))
    assert (row.status, row.sensitivity, row.trashed_at) == ("in-review", "partner", "")
    assert (row.updated_at, row.updated_by) == ("2026-05-01T10:00:00+00:00", "Kofi")
    assert row.completeness == completeness(case).total


def test_an_empty_case_has_a_row_too(library):
    library.cases.save(None, attrs.evolve(new_case(), status=None))
    (row,) = library.cases.page(ListQuery())
    assert (row.title, row.countries, row.partners, row.period, row.status) == ("", (), (), "", "")
    assert row.updated_by == "Ama Mensah"
    assert row.updated_at


def test_the_row_follows_every_change(library):
    case = new_case(title="Before")
    library.cases.save(None, case)
    change = setting(case, case.id, "title", "After")
    library.cases.save(case, change.apply(case), change)
    assert [row.title for row in library.cases.page(ListQuery())] == ["After"]


@pytest.fixture
def shelf(library):
    library.cases.add_all(build_case(seed, entries=4) for seed in range(12))
    return library


def test_every_column_sorts_and_pages_join_without_gap(shelf):
    for sort, descending in product(SHOWN, (True, False)):
        whole = ListQuery(sort=sort, descending=descending, limit=100)
        ids = shelf.cases.ids(whole)
        assert len(set(ids)) == 12
        assert [row.id for row in shelf.cases.page(whole)] == ids
        pages = [attrs.evolve(whole, limit=5, offset=offset) for offset in (0, 5, 10)]
        assert [row.id for page in pages for row in shelf.cases.page(page)] == ids, (sort, descending)


def test_an_order_that_does_not_exist_is_a_mistake(shelf):
    with pytest.raises(ValueError, match="cannot be sorted"):
        shelf.cases.page(ListQuery(sort="title; DROP TABLE cases"))


def titles(library, **query):
    return [
        row.title for row in library.cases.page(ListQuery(**{"sort": "title", "descending": False, **query}))
    ]


def test_titles_sort_as_people_read_them(library):
    library.cases.add_all(
        new_case(title=title) for title in ("Zambia", "évian", "", "Evian", "Ghana", "angola")
    )
    assert titles(library) == ["angola", "évian", "Evian", "Ghana", "Zambia", ""]
    assert titles(library, descending=True)[-1] == ""
    assert sorting_key("  ÉVIAN ") == "evian"


def test_periods_sort_by_when_they_begin(library):
    for edtf in ("2003/2018", "1999~", "2005/..", "../2001"):
        library.cases.save(None, new_case(title=edtf, period=When(edtf)))
    assert titles(library, sort="period") == ["1999~", "../2001", "2003/2018", "2005/.."]


def test_every_word_must_stand_somewhere_in_the_case(library):
    one = new_case(
        title="Liberia", context="Radio silence", actor_records=(AU,), actors=(Participant(actor=AU.id),)
    )
    two = new_case(title="Mali", context="Radio traffic")
    library.cases.add_all((one, two))
    assert titles(library, text="radio") == ["Liberia", "Mali"]
    assert titles(library, text="R lib") == ["Liberia"]
    assert titles(library, text="african silence") == ["Liberia"]
    assert titles(library, text="african traffic") == []
    assert titles(library, text="!?") == []
    assert titles(library, text="  ") == ["Liberia", "Mali"]
    assert library.cases.count(ListQuery(text="radio", limit=1)) == 2


def test_states_and_hands_narrow_the_list(library):
    stamps = [Stamp(updated_by=name) for name in ("Ama", "Kofi", "Ama")]
    states = [TermRef("draft"), TermRef("draft"), TermRef("approved")]
    cases = zip("ABC", states, stamps, strict=True)
    library.cases.add_all(new_case(title=t, status=status, stamp=stamp) for t, status, stamp in cases)
    assert titles(library, statuses=("draft",)) == ["A", "B"]
    assert titles(library, statuses=("draft", "approved"), updated_by="Ama") == ["A", "C"]
    assert library.cases.count(ListQuery(updated_by="Kofi")) == 1
