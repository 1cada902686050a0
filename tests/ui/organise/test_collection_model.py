"""Collections as Qt sees them: what may be dropped where, and what is told of it."""

import pytest
from PySide6.QtCore import QModelIndex, Qt

from casebook.ui.organise.case_drag import cases_data
from casebook.ui.organise.collection_model import CollectionModel
from casebook.ui.widgets.line_delegate import NOTE_ROLE

MOVE, COPY = Qt.DropAction.MoveAction, Qt.DropAction.CopyAction
NOWHERE = QModelIndex()


@pytest.fixture
def model(desk, qtmodeltester):
    desk.library.collections.create("Asia")
    made = CollectionModel()
    made.show_collections(desk.library.collections.all(), may_change=True)
    qtmodeltester.check(made)
    return made


def at(model, name):
    (found,) = (one for one in model.all_ids() if model.get(one).name == name)
    return model.index_of(found)


def ident(model, name):
    return model.collection(at(model, name)).id


def test_cases_dropped_on_a_collection_are_told(model, qtbot):
    with qtbot.waitSignal(model.dropped) as told:
        assert model.dropMimeData(cases_data(["a", "b"]), COPY, -1, -1, at(model, "Mano river"))
    assert told.args == [ident(model, "Mano river"), ("a", "b")]


def test_cases_do_not_lie_between_collections(model):
    assert not model.canDropMimeData(cases_data(["a"]), COPY, 0, 0, NOWHERE)


@pytest.mark.parametrize(
    ("moving", "row", "into", "place"),
    [
        ("West Africa", 2, "", 1),
        ("Asia", 0, "", 0),
        ("Police", -1, "West Africa", -1),
        ("Mano river", 1, "", 1),
        ("Police", 0, "Mano river", 0),
    ],
)
def test_a_collection_goes_where_it_is_dropped(model, moving, row, into, place, qtbot):
    data = model.mimeData([at(model, moving)])
    parent = at(model, into) if into else NOWHERE
    with qtbot.waitSignal(model.moved) as told:
        assert not model.dropMimeData(data, MOVE, row, 0, parent), "else Qt would take the row away"
    assert told.args == [ident(model, moving), ident(model, into) if into else "", place]


@pytest.mark.parametrize("into", ["West Africa", "Mano river"])
def test_none_goes_into_itself(model, into):
    assert not model.canDropMimeData(
        model.mimeData([at(model, "West Africa")]), MOVE, -1, -1, at(model, into)
    )


def test_a_new_name_is_told_and_not_yet_shown(model, qtbot):
    with qtbot.waitSignal(model.renamed) as told:
        model.setData(at(model, "Police"), "  Civil  police ")
    assert told.args[1] == "Civil police" and at(model, "Police").isValid()


def test_counts_are_shown_and_read_out(model):
    model.show_counts({ident(model, "Police"): 1200})
    assert at(model, "Police").data(NOTE_ROLE) == f"{1200:n}" and at(model, "Asia").data(NOTE_ROLE) == "0"
    assert at(model, "Police").data(Qt.ItemDataRole.AccessibleTextRole) == "Police: 1200"


def test_where_one_may_only_read_nothing_moves(model, desk):
    model.show_collections(desk.library.collections.all(), may_change=False)
    assert not model.canDropMimeData(cases_data(["a"]), COPY, -1, -1, at(model, "Police"))
    assert not model.flags(at(model, "Police")) & Qt.ItemFlag.ItemIsEditable
