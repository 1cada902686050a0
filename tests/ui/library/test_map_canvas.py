import pytest
from PySide6.QtCore import QPoint, Qt

from casebook.domain.map_clusters import cluster_levels
from casebook.iso_names import country_name
from casebook.services.world_map import world
from casebook.ui.library.map_canvas import MapCanvas
from tests.ui.library.maps import POINTS, drag, pixel, round_about

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def canvas(qtbot, look):
    made = MapCanvas(world, country_name, lambda cluster: f"{cluster.count} here")
    qtbot.addWidget(made)
    made.resize(800, 450)
    made.show()
    made.show_levels(cluster_levels(POINTS))
    made.fit()
    return made


def test_what_is_drawn_goes_round_what_one_drew_round(canvas, qtbot):
    at = pixel(canvas, "iraq")
    with qtbot.waitSignal(canvas.shape_drawn) as drawn:
        drag(qtbot, canvas, round_about(at), SHIFT)
    assert drawn.args[0].holds(*canvas.looking.point(at.x(), at.y()))


def test_a_stroke_of_no_size_is_no_drawing(canvas, qtbot):
    with qtbot.assertNotEmitted(canvas.shape_drawn):
        drag(qtbot, canvas, [QPoint(20, 20), QPoint(21, 20), QPoint(20, 21)], SHIFT)


def test_escape_gives_up_a_stroke_and_only_then_what_was_drawn(canvas, qtbot):
    canvas.setFocus()
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, SHIFT, QPoint(20, 20))
    assert canvas.stroke
    with qtbot.assertNotEmitted(canvas.escaped):
        qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert not canvas.stroke
    with qtbot.waitSignal(canvas.escaped):
        qtbot.keyClick(canvas, Qt.Key.Key_Escape)


def test_the_hand_says_what_can_be_done(canvas, qtbot):
    qtbot.mouseMove(canvas, QPoint(5, 5))
    qtbot.mouseMove(canvas, pixel(canvas, "iraq"))
    qtbot.waitUntil(lambda: canvas.cursor().shape() == Qt.CursorShape.PointingHandCursor, timeout=3000)
    canvas.set_drawing(True)
    assert canvas.cursor().shape() == Qt.CursorShape.CrossCursor


def test_a_double_click_beside_discs_comes_nearer(canvas, qtbot):
    before = canvas.looking.scale
    qtbot.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(400, 20))
    assert canvas.looking.scale > before


def test_tooltips_stand_where_a_disc_is(canvas):
    disc = canvas.discs[0]
    assert canvas.mapFromGlobal(canvas.place_of(disc.cluster)) == QPoint(int(disc.x + 0.5), int(disc.y + 0.5))
