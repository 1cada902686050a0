"""The columns of the list of shared records."""

from casebook.storage.record_query import RecordRow
from casebook.ui.registry.record_columns import COLUMNS, NAME


def test_every_column_shows_a_field_of_the_row_and_only_the_name_has_no_width():
    assert {column.key for column in COLUMNS} <= set(RecordRow.__annotations__)
    assert [column.key for column in COLUMNS if not column.width] == ["name"] == [COLUMNS[NAME].key]
    orders = [column.gives_way for column in COLUMNS if column.gives_way]
    assert sorted(orders) == [1, 2, 3]
