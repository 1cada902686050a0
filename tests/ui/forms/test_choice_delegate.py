"""How a suggestion is drawn."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem

from casebook.ui.forms.choice import Choice
from casebook.ui.forms.choice_delegate import ChoiceDelegate
from casebook.ui.forms.choice_model import ChoiceModel
from casebook.ui.theme import LIGHT

ROWS = (Choice(value="a", label="Police", detail="role"), Choice(value="b", label="Border police", depth=2))


@pytest.fixture
def view(look, qtbot):
    view = QListView()
    qtbot.addWidget(view)
    model = ChoiceModel(view)
    model.show(ROWS)
    view.setModel(model)
    view.setItemDelegate(ChoiceDelegate(view))
    return view


def drawn(view, row, direction, *, selected=False):
    image = QImage(300, 24, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.field))
    option = QStyleOptionViewItem()
    option.initFrom(view)
    option.widget = view
    option.rect = QRect(0, 0, 300, 24)
    option.direction = direction
    if selected:
        option.state |= QStyle.StateFlag.State_Selected
    painter = QPainter(image)
    view.itemDelegate().paint(painter, option, view.model().index(row))
    painter.end()
    return image


def ink(image, ground):
    return [
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y) != ground for y in range(image.height()))
    ]


def test_the_label_leads_and_the_detail_ends_the_row(view):
    columns = ink(drawn(view, 0, Qt.LayoutDirection.LeftToRight), QColor(LIGHT.field))
    assert columns[0] < 12
    assert columns[-1] > 285
    mirrored = ink(drawn(view, 0, Qt.LayoutDirection.RightToLeft), QColor(LIGHT.field))
    assert (mirrored[0] < 15, mirrored[-1] > 285) == (True, True)


def test_narrower_terms_are_set_in_and_the_current_row_is_tinted(view):
    assert ink(drawn(view, 1, Qt.LayoutDirection.LeftToRight), QColor(LIGHT.field))[0] > 35
    tinted = drawn(view, 1, Qt.LayoutDirection.LeftToRight, selected=True)
    assert tinted.pixelColor(2, 2) == QColor(LIGHT.selection)
