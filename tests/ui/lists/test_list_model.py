"""Twenty thousand rows are a model like any other."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from casebook.domain.list_file import ListFile
from casebook.ui.lists.list_model import ListModel


@pytest.fixture
def model(look):
    made = ListModel()
    rows = tuple((f"Case {n}", n, date(2003, 1, 1)) for n in range(20_000))
    made.show_list(
        ListFile(name="x", columns=("Title", "N", "Day"), rows=rows, numbers=tuple(range(2, 20_002)))
    )
    return made


def test_rows_stand_as_in_the_file(model):
    assert (model.rowCount(), model.columnCount()) == (20_000, 3)
    assert [model.index(19_999, at).data() for at in range(3)] == ["Case 19999", "19999", "2003-01-01"]
    assert model.headerData(0, Qt.Orientation.Vertical) == "2"
    assert model.index(0, 1).data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignTrailing


def test_it_is_a_model_as_qt_wants_them(look, qtmodeltester):
    model = ListModel()
    model.show_list(ListFile(name="x", columns=("A",), rows=(("x\ny",), (None,)), numbers=(2, 3)))
    qtmodeltester.check(model)
    assert model.index(0, 0).data() == "x y"
    model.show_list(None)
    assert model.rowCount() == 0
