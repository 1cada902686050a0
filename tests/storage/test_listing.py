"""What the list is asked and answers with."""

import attrs
import pytest

from casebook.storage.listing import CaseRow, ListQuery


def test_a_plain_query_shows_the_latest_first_without_the_trash():
    query = ListQuery()
    assert (query.sort, query.descending, query.trashed, query.offset) == ("updated_at", True, False, 0)
    assert query.sort in CaseRow.__annotations__


def test_rows_and_queries_are_values():
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        ListQuery().limit = 5
    assert hash(ListQuery(text="a")) == hash(ListQuery(text="a"))
