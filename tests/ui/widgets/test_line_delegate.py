import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from casebook.ui.icons import icon
from casebook.ui.theme import LIGHT
from casebook.ui.widgets.line_delegate import NOTE_ROLE, LineDelegate


@pytest.fixture
def lines(qtbot, look):
    view = QListWidget()
    qtbot.addWidget(view)
    view.setItemDelegate(LineDelegate(view))
    for text, note in (("All cases", "214"), ("Trash", "2")):
        item = QListWidgetItem(text)
        item.setData(NOTE_ROLE, note)
        item.setIcon(icon("library", LIGHT.ink))
        view.addItem(item)
    view.resize(240, 100)
    view.show()
    return view


def ink(image, left, right):
    """How many pixels of a stretch of the first line differ from its corner."""
    paper = image.pixel(2, 2)
    return sum(image.pixel(x, y) != paper for x in range(left, right) for y in range(4, 24))


def test_text_stands_at_the_beginning_and_the_note_at_the_end(lines):
    image = lines.viewport().grab().toImage()
    width = image.width()
    assert ink(image, 14, 90) > 20
    assert ink(image, width - 50, width - 12) > 10
    assert ink(image, 120, 160) == 0


def test_the_chosen_line_is_set_off(lines):
    before = lines.viewport().grab().toImage()
    lines.setCurrentRow(0)
    after = lines.viewport().grab().toImage()
    assert before.pixel(140, 12) != after.pixel(140, 12)


def test_it_mirrors(lines):
    lines.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    image = lines.viewport().grab().toImage()
    assert ink(image, 14, 50) > 10
    assert ink(image, image.width() - 90, image.width() - 14) > 20
