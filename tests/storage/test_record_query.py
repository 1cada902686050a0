"""How the list of shared records is asked for."""

from casebook.storage.record_query import RecordQuery, RecordRow, Show


def test_by_default_all_that_are_not_in_the_trash_by_name():
    query = RecordQuery(section="actor_records")
    assert (query.text, query.type, query.show, query.sort, query.descending) == (
        "",
        "",
        Show.ALL,
        "name",
        False,
    )
    assert query.sort in RecordRow.__annotations__
