"""Which columns the list has and how dense it is: chosen in a menu, remembered by the window."""

import pytest

from casebook.storage.listing import ListQuery
from casebook.ui.library.case_columns import COLUMNS
from casebook.ui.library.case_model import CaseModel
from casebook.ui.library.case_table import CaseTable
from casebook.ui.window_state import REMEMBERS

KEYS = [column.key for column in COLUMNS]


def made(crowded, qtbot):
    model = CaseModel(crowded)
    model.show(ListQuery())
    table = CaseTable(model)
    qtbot.addWidget(table)
    table.resize(1400, 500)
    table.show()
    return table


@pytest.fixture
def table(crowded, qtbot):
    return made(crowded, qtbot)


def shown(table):
    return {key for at, key in enumerate(KEYS) if not table.isColumnHidden(at)}


def pick(table, name):
    menu = table.view_menu(table)
    next(action for action in menu.actions() if action.objectName() == name).trigger()


def test_columns_come_and_go(table):
    assert "changed" not in shown(table)
    pick(table, "column-changed")
    assert "changed" in shown(table)
    pick(table, "column-place")
    assert "place" not in shown(table)
    assert {"mark", "case"} <= shown(table)


def test_rows_can_be_dense(table):
    height = table.rowHeight(0)
    pick(table, "rows-compact")
    assert table.rowHeight(0) < height * 0.8
    pick(table, "rows-comfortable")
    assert table.rowHeight(0) == height


def test_what_was_chosen_is_remembered(table, crowded, qtbot):
    pick(table, "column-changed")
    pick(table, "column-partners")
    pick(table, "rows-compact")
    again = made(crowded, qtbot)
    again.setProperty(REMEMBERS, table.property(REMEMBERS))
    assert shown(again) == shown(table)
    assert again.rowHeight(0) == table.rowHeight(0)
