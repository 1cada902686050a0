"""Cards of findings: as high as their words, mirrored where the language runs the other way."""

import pytest
from PySide6.QtCore import QRect, QStringListModel, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem

from casebook.ui.write.finding_delegate import FindingDelegate

SHORT, LONG = (
    "Short.",
    "A sentence that goes on and on, and does not come to its end for a long while yet. " * 2,
)


@pytest.fixture
def view(look, qtbot):
    made = QListView()
    qtbot.addWidget(made)
    made.resize(260, 300)
    made.setModel(QStringListModel([SHORT, LONG], made))
    made.setItemDelegate(FindingDelegate(made))
    return made


def option(view, *, state=QStyle.StateFlag.State_None, direction=Qt.LayoutDirection.LeftToRight):
    made = QStyleOptionViewItem()
    view.initViewItemOption(made)
    made.rect = QRect(0, 0, 240, 120)
    made.state = state
    made.direction = direction
    return made


def painted(view, **options):
    image = QImage(240, 120, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    view.itemDelegate().paint(painter, option(view, **options), view.model().index(0, 0))
    painter.end()
    return image


def test_a_long_message_makes_a_higher_card(view):
    heights = [
        view.itemDelegate().sizeHint(option(view), view.model().index(row, 0)).height() for row in (0, 1)
    ]
    assert heights[1] > heights[0]


def test_the_card_with_the_keyboard_looks_different(view):
    assert painted(view) != painted(view, state=QStyle.StateFlag.State_HasFocus)


def test_the_current_card_looks_different_without_the_keyboard_too(view):
    selected = painted(view, state=QStyle.StateFlag.State_Selected)
    assert selected != painted(view)
    assert selected != painted(view, state=QStyle.StateFlag.State_HasFocus)


def test_words_stand_on_the_other_side_in_a_mirrored_window(view):
    straight, mirrored = painted(view), painted(view, direction=Qt.LayoutDirection.RightToLeft)
    assert straight != mirrored
