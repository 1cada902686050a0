"""Keys of the tree of collections mirror with the window."""

import pytest
from PySide6.QtCore import Qt

from casebook.ui.organise.collection_model import CollectionModel
from casebook.ui.organise.collection_view import CollectionView


@pytest.mark.parametrize(
    ("direction", "deeper"), [(Qt.LayoutDirection.LeftToRight, True), (Qt.LayoutDirection.RightToLeft, False)]
)
def test_alt_and_the_arrow_towards_the_end_nests(look, direction, deeper, qtbot):
    view = CollectionView(CollectionModel())
    qtbot.addWidget(view)
    view.setLayoutDirection(direction)
    with qtbot.waitSignal(view.nested) as told:
        qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert told.args == [deeper]
