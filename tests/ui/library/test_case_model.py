from PySide6.QtCore import Qt

from casebook.storage.listing import ListQuery
from casebook.ui.library.case_columns import COLUMNS
from casebook.ui.library.case_model import PAGE, PAGES_KEPT, CaseModel

COUNT = 260

KEYS = [column.key for column in COLUMNS]


def shown(workbench):
    model = CaseModel(workbench)
    model.show(ListQuery())
    return model


def test_it_is_a_sound_model(crowded, qtmodeltester):
    model = shown(crowded)
    model.show(ListQuery(text="mission"))
    qtmodeltester.check(model)
    assert model.rowCount() > 0


def test_it_knows_all_rows_and_reads_pages_when_they_are_looked_at(crowded):
    model = shown(crowded)
    assert model.rowCount() == COUNT
    ids = crowded.library.cases.ids(ListQuery())
    for row in (0, PAGE - 1, PAGE, COUNT - 1):
        assert model.case(row).id == ids[row]
    assert model.case(COUNT) is None and model.case(-1) is None


def test_cells_are_in_words(workbench):
    model = shown(workbench)
    cells = {key: model.index(0, at).data() for at, key in enumerate(KEYS)}
    assert cells["case"] == "Liberia: from West African vanguard to United Nations mission, 2003–2018"
    assert cells["place"] == "Liberia"
    assert cells["period"] == "2003–2018"
    assert cells["status"] == "Published"
    assert cells["complete"].endswith(" %")
    assert "ECOWAS" in cells["partners"]
    tip = model.index(0, KEYS.index("period")).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "4 August 2003 – 30 March 2018"


def test_sorting_asks_the_library(crowded):
    model = shown(crowded)
    model.sort(KEYS.index("complete"), Qt.SortOrder.AscendingOrder)
    lowest = [model.case(row).completeness for row in range(model.rowCount())]
    assert lowest == sorted(lowest)
    model.sort(KEYS.index("mark"), Qt.SortOrder.AscendingOrder)
    assert model.query.sort == "completeness"


def test_headers_are_named(crowded):
    model = shown(crowded)
    titles = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(model.columnCount())]
    assert titles[:7] == ["", "Case", "Place", "Period", "Partners", "Status", "Complete"]
    assert titles[7:] == ["Sensitivity", "Changed", "Changed by"]


def test_without_a_library_it_is_empty(crowded):
    model = CaseModel(crowded)
    crowded.set_library(None)
    model.show(ListQuery())
    assert (model.rowCount(), model.ids([0]), model.case(0)) == (0, [], None)


def test_memory_holds_a_few_pages_only(crowded):
    model = shown(crowded)
    for row in range(0, COUNT, 10):
        model.case(row)
    assert len(model._pages) <= min(PAGES_KEPT, COUNT // PAGE + 1)
