"""What a search needs beside the list."""

import pytest

from casebook.domain.case import new_case
from casebook.domain.wanted import HasWords
from casebook.storage.listing import ListQuery

CASES = [new_case(title=f"Patrol {name}", tags=(name,)) for name in ("a", "b", "c")]


@pytest.fixture
def shelf(library):
    library.cases.add_all(CASES)
    return library


def test_numbers_rows_and_ids_go_together_in_order(shelf):
    query = ListQuery(wanted=HasWords(("patrol",)), sort="title", descending=False)
    numbers = shelf.lookup.listed(query)
    assert [row.title for row in shelf.lookup.rows(numbers)] == [case.title for case in CASES]
    assert shelf.lookup.ids(numbers) == [case.id for case in CASES]
    turned = [*reversed(numbers), 999]
    assert [row.number for row in shelf.lookup.rows(turned)] == turned[:3]
    assert shelf.lookup.ids([]) == shelf.lookup.rows([]) == []


def test_a_page_is_a_part_of_it(shelf):
    query = ListQuery(sort="title", descending=False, offset=1, limit=1)
    assert [row.id for row in shelf.cases.page(query)] == [CASES[1].id]
    assert len(shelf.lookup.listed(query)) == 3


def test_counts_and_values(shelf):
    shelf.cases.trash(CASES[0].id)
    assert shelf.lookup.counts(ListQuery(), "tags") == {"b": 1, "c": 1}
    assert shelf.lookup.counts(ListQuery(trashed=True), "tags") == {"a": 1}
    assert set(shelf.lookup.values("tags")) == {"a", "b", "c"}
    assert shelf.lookup.counts(ListQuery(), "nothing") == {}
