"""The table: chosen by key, narrow columns give way."""

from PySide6.QtCore import Qt

from casebook.domain.case import CASE
from casebook.storage.record_query import RecordQuery
from casebook.ui.registry.record_model import RecordModel
from casebook.ui.registry.record_table import RecordTable

SECTION = CASE.sections["actor_records"]


def test_keys_choose_and_wish_and_what_does_not_fit_gives_way(workbench, qtbot):
    model = RecordModel(workbench)
    table = RecordTable(model)
    qtbot.addWidget(table)
    ids = workbench.library.records.ids(RecordQuery(section=SECTION.key))
    model.show_records(SECTION, ids)
    table.resize(900, 400)
    table.show()
    assert table.choose(ids[3], ids[1], "gone") and table.chosen_ids() == (ids[1], ids[3])
    assert not table.choose("gone")
    table.choose(ids[0])
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert table.chosen_ids() == tuple(ids[:2])
    for key, wish in (
        (Qt.Key.Key_Return, table.opened),
        (Qt.Key.Key_Delete, table.trash_wanted),
        (Qt.Key.Key_Insert, table.new_wanted),
    ):
        with qtbot.waitSignal(wish):
            qtbot.keyClick(table, key)
    with qtbot.waitSignal(model.sorted, check_params_cb=lambda key, last: (key, last) == ("cases", True)):
        table.sortByColumn(3, Qt.SortOrder.DescendingOrder)
    table.resize(320, 400)
    assert table.isColumnHidden(4) and table.isColumnHidden(1) and not table.isColumnHidden(0)
