import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from casebook.ui.publish.page_view import LEAST, MOST, PageView
from tests.ui.publish.papers import paper


@pytest.fixture
def view(look, qtbot):
    made = PageView()
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    made.show_document(*paper(made))
    yield made
    made.clear()


def down(view):
    return view.verticalScrollBar().value()


def test_keys_go_page_by_page_and_to_the_ends(view, qtbot):
    pages = []
    view.moved.connect(pages.append)
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view.page == pages[-1] == 1
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.page == 2
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    assert view.page == 1
    qtbot.keyClick(view, Qt.Key.Key_Home)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert 100 < down(view) < 600
    qtbot.keyClick(view, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert down(view) == 0


def test_past_the_ends_stand_the_first_and_the_last_page(view):
    view.go_to(99)
    assert view.page == 2
    view.go_to(-5)
    assert view.page == 0


def test_the_size_stays_within_bounds_and_the_place_is_kept(view):
    view.go_to(1)
    for _step in range(30):
        view.zoom_by(1)
    assert view.zoom == MOST and view.page == 1
    for _step in range(30):
        view.zoom_by(-1)
    assert view.zoom == LEAST and view.page == 1


def test_the_wheel_with_ctrl_changes_the_size(view):
    view.set_zoom(1.0)
    ctrl = Qt.KeyboardModifier.ControlModifier
    at = QPointF(200, 200)
    turn = QWheelEvent(
        at, at, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, ctrl, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(view.viewport(), turn)
    assert view.zoom == 1.1


def test_a_narrow_window_shows_whole_lines(view, qtbot):
    view.resize(320, 500)
    qtbot.waitUntil(lambda: view.zoom < 0.5, timeout=3000)
    assert view.horizontalScrollBar().maximum() == 0
    view.resize(1600, 500)
    qtbot.waitUntil(lambda: view.zoom == 1.0, timeout=3000)
    view.fit_width()
    assert view.zoom > 1.5 and view.horizontalScrollBar().maximum() == 0


def test_other_pages_appear_at_the_same_place(view, qtbot):
    view.go_to(2)
    before = down(view)
    view.show_document(*paper(view, ink="blue"))
    assert (view.page, down(view)) == (2, before)
    view.show_document(*paper(view, pages=1))
    assert view.page == 0


def test_a_place_that_is_found_comes_into_sight(view, qtbot):
    document, found = paper(view, pages=5)
    view.show_document(document, found)
    found.setSearchString("page 4")
    qtbot.waitUntil(lambda: found.count() == 1, timeout=5000)
    view.show_result(0)
    assert view.page == 3 and not view.grab().toImage().isNull()


def test_without_pages_keys_do_no_harm(view, qtbot):
    view.clear()
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_End, Qt.Key.Key_Space):
        qtbot.keyClick(view, key)
    assert view.page == 0 and view.verticalScrollBar().maximum() == 0
