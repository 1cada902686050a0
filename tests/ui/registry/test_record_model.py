"""The list as Qt sees it: read page by page, written into by name."""

import attrs
from PySide6.QtCore import Qt

from casebook.domain.case import CASE
from casebook.domain.sections.registry import Actor
from casebook.services.registry import changing
from casebook.storage.record_query import RecordQuery
from casebook.ui.registry.record_model import PAGE, RecordModel

SECTION = CASE.sections["actor_records"]


def ids(workbench):
    return workbench.library.records.ids(RecordQuery(section=SECTION.key))


def test_it_is_a_sound_model_that_says_what_a_record_is(workbench, qtmodeltester, actor):
    model = RecordModel(workbench)
    model.show_records(SECTION, ids(workbench))
    qtmodeltester.check(model)
    row = model.row_of(actor("ECOWAS").id)
    shown = [model.index(row, column).data() for column in range(4)]
    assert shown == ["Economic Community of West African States", "ECOWAS", "Regional organisation", "1 case"]
    said = model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == ", ".join(shown)
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Short name"


def test_many_rows_are_read_a_page_at_a_time(workbench):
    more = [Actor(name=f"Actor {at:04d}") for at in range(3 * PAGE)]
    workbench.records.do(changing([(None, one) for one in more], "Ama"), "New")
    model = RecordModel(workbench)
    asked = []
    read = workbench.library.records.rows
    model.show_records(SECTION, ids(workbench))
    workbench.library.records.rows = lambda key, some: asked.append(len(some)) or read(key, some)
    assert model.rowCount() == 21 + 3 * PAGE
    assert model.index(2 * PAGE + 5, 0).data() and model.index(2 * PAGE + 6, 0).data()
    assert asked == [PAGE]


def test_a_name_is_asked_for_not_shown_before_it_is_saved(workbench, qtbot, actor):
    model = RecordModel(workbench)
    model.show_records(SECTION, ids(workbench))
    index = model.index(model.row_of(actor("ECOWAS").id), 0)
    assert index.flags() & Qt.ItemFlag.ItemIsEditable and index.data(Qt.ItemDataRole.EditRole)
    with qtbot.waitSignal(model.renamed) as wish:
        model.setData(index, "  The   Community ")
    assert wish.args == [actor("ECOWAS").id, "The Community"]
    assert index.data() == "Economic Community of West African States"
    assert not model.setData(index, "  ")


def test_the_same_records_are_read_anew_without_losing_the_place(workbench, qtbot, actor):
    model = RecordModel(workbench)
    model.show_records(SECTION, ids(workbench))
    row = model.row_of(actor("ECOWAS").id)
    assert model.index(row, 4).data() == ""
    record = actor("ECOWAS")
    workbench.records.do(changing([(record, attrs.evolve(record, short_name="ECO"))], "Ama"), "Change")
    with qtbot.waitSignal(model.dataChanged), qtbot.assertNotEmitted(model.modelReset):
        model.show_records(SECTION, ids(workbench))
    assert model.index(row, 1).data() == "ECO" and model.index(row, 4).data()
