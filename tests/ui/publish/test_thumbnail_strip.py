import pytest
from PySide6.QtCore import QPoint, Qt

from casebook.ui.publish.thumbnail_strip import ThumbnailStrip
from tests.ui.publish.papers import paper


@pytest.fixture
def strip(look, qtbot):
    made = ThumbnailStrip()
    qtbot.addWidget(made)
    made.resize(108, 400)
    made.show()
    made.show_document(paper(made, pages=9, ink="red")[0])
    made.show_page(0)
    made.chosen.connect(made.show_page)
    yield made
    made.clear()


def test_keys_go_from_page_to_page(strip, qtbot):
    told = []
    strip.chosen.connect(told.append)
    for key in (
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_End,
        Qt.Key.Key_Up,
        Qt.Key.Key_Home,
    ):
        qtbot.keyClick(strip, key)
    assert told == [1, 2, 8, 7, 0]
    assert strip.accessibleName() == "Pages; page 1 of 9 is shown"


def test_a_click_goes_to_a_page(strip, qtbot):
    with qtbot.waitSignal(strip.chosen) as told:
        qtbot.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(50, 200))
    assert told.args == [1]


def test_the_page_that_is_read_is_in_sight_and_drawn(strip, qtbot):
    strip.show_page(8)
    assert strip.verticalScrollBar().value() > 300

    def red():
        image = strip.viewport().grab().toImage()
        return any(image.pixelColor(image.width() // 2, y).name() == "#ff0000" for y in range(image.height()))

    qtbot.waitUntil(red, timeout=10_000)
    assert red()


def test_without_pages_it_is_empty(strip, qtbot):
    strip.clear()
    with qtbot.assertNotEmitted(strip.chosen):
        qtbot.keyClick(strip, Qt.Key.Key_Down)
        qtbot.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(50, 50))
