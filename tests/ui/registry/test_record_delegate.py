"""Cells of the list of shared records are drawn, the chosen row and the one with the keyboard marked."""

from casebook.domain.case import CASE
from casebook.storage.record_query import RecordQuery
from casebook.ui.registry.record_model import RecordModel
from casebook.ui.registry.record_table import RecordTable

SECTION = CASE.sections["actor_records"]


def test_the_chosen_row_and_the_row_with_the_keyboard_look_different(workbench, qtbot):
    model = RecordModel(workbench)
    table = RecordTable(model)
    qtbot.addWidget(table)
    table.resize(700, 300)
    with qtbot.waitActive(table):
        table.show()
        table.activateWindow()
    blank = table.grab().toImage()
    ids = workbench.library.records.ids(RecordQuery(section=SECTION.key))
    model.show_records(SECTION, ids)
    shown = table.grab().toImage()
    table.choose(ids[1])
    chosen = table.grab().toImage()
    assert table.hasFocus()
    table.clearFocus()
    left = table.grab().toImage()
    assert len({bytes(image.constBits()) for image in (blank, shown, chosen, left)}) == 4
