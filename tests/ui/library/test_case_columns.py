import attrs

from casebook.storage.listing import CaseRow
from casebook.ui.library.case_columns import COLUMNS


def test_columns_sort_by_fields_the_list_has():
    fields = {attribute.name for attribute in attrs.fields(CaseRow)}
    assert {column.sort for column in COLUMNS if column.sort} <= fields


def test_one_column_takes_what_is_left_and_the_essential_ones_stay():
    assert [column.key for column in COLUMNS if not column.width] == ["case"]
    assert {"case", "status"} <= {column.key for column in COLUMNS if not column.gives_way}
    order = [column.gives_way for column in COLUMNS if column.gives_way]
    assert sorted(order) == list(range(1, len(order) + 1))
