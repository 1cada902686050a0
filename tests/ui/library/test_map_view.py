import pytest

from casebook.domain.map_clusters import cluster_levels
from casebook.domain.map_shapes import rectangle
from casebook.iso_names import country_name
from casebook.services.world_map import world
from casebook.ui.library.map_view import MapView
from tests.ui.library.maps import POINTS, TWINS


@pytest.fixture
def view(qtbot, look):
    made = MapView(world, country_name)
    qtbot.addWidget(made)
    made.resize(800, 450)
    made.show()
    made.show_levels(cluster_levels(POINTS))
    made.fit()
    qtbot.waitUntil(lambda: made.ready, timeout=5000)
    return made


def test_the_whole_world_is_seen_before_anything_is_found(qtbot, look):
    view = MapView(world, country_name)
    qtbot.addWidget(view)
    view.resize(800, 450)
    view.show()
    assert view.looking.scale == pytest.approx(view.looking.furthest) and view.discs == []


def test_what_is_in_view_stays_in_view_when_the_window_grows(view):
    before = view.looking.box
    view.resize(1000, 700)
    after = view.looking.box
    assert after.left <= before.left + 1e-6 and after.right >= before.right - 1e-6


def test_a_ring_is_put_round_the_chosen_case(view):
    plain = view.grab().toImage()
    view.mark("iraq")
    marked = view.grab().toImage()
    view.mark("")
    assert marked != plain and view.grab().toImage() == plain


def test_what_is_drawn_is_shown(view):
    plain = view.grab().toImage()
    view.show_shape(rectangle((0.4, 0.2), (0.5, 0.3)))
    assert view.grab().toImage() != plain
    view.show_shape(None)
    assert view.grab().toImage() == plain


def test_a_spot_cannot_be_seen_apart(view):
    cluster = next(disc.cluster for disc in view.discs if "one" in disc.cluster.case_ids())
    assert cluster.count == len(TWINS) and not view.fit_cluster(cluster)


def test_the_land_is_drawn_sharp_after_zooming(view, qtbot):
    view.zoom(3)
    blurred = view.grab().toImage()
    qtbot.waitUntil(lambda: view.grab().toImage() != blurred, timeout=5000)
