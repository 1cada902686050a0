import pytest
from PySide6.QtGui import QImage, QPainter

from casebook.domain.map_plane import x_of, y_of
from casebook.domain.world import Box
from casebook.services.world_map import world
from casebook.ui.library.map_land import LandLook, MapLand
from casebook.ui.library.map_window import MapWindow
from casebook.ui.theme import DARK, LIGHT

WHOLE = MapWindow(1, 1).resized(800, 450)


def painted(land, window, tokens=LIGHT, *, sharp=True):
    image = QImage(800, 450, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    land.paint(painter, window, LandLook(tokens, 1.0), sharp=sharp)
    painter.end()
    return image


def colour(image, window, latitude, longitude, turn=0):
    x, y = window.at(x_of(longitude) + turn, y_of(latitude))
    return image.pixelColor(round(x), round(y))


@pytest.fixture(scope="module")
def land(look):
    return MapLand(world())


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)
def test_land_is_land_and_sea_is_sea(land, tokens):
    image, shown = painted(land, WHOLE, tokens), LandLook(tokens, 1.0)
    for latitude, longitude in ((15, 18), (-25, 134), (40, -100), (62, 100)):
        assert colour(image, WHOLE, latitude, longitude) == shown.land
    for latitude, longitude in ((0, -25), (-30, 80), (20, -150)):
        assert colour(image, WHOLE, latitude, longitude) == shown.sea


def test_moving_shows_the_same_land_as_drawing_it_anew(land):
    near = WHOLE.zoomed(6, 400, 200)
    painted(land, near)
    moved = near.moved(120, 40)
    assert painted(land, moved) == painted(MapLand(world()), moved)


def test_the_world_goes_on_beyond_its_sides(land):
    ocean = WHOLE.fitted(Box(0.9, 0.05, 1.1, 0.2), 0, 1e9)
    image, shown = painted(land, ocean), LandLook(LIGHT, 1.0)
    assert colour(image, ocean, 66, 175, turn=-1) == shown.land
    assert colour(image, ocean, 66, -174) == shown.land
    assert colour(image, ocean, 55, -178) == shown.sea


def test_while_zooming_the_last_picture_is_stretched_and_drawn_sharp_afterwards(land):
    painted(land, WHOLE)
    near = WHOLE.zoomed(2, 400, 225)
    quick, sharp = painted(land, near, sharp=False), painted(land, near)
    assert colour(quick, near, 15, 18) == colour(sharp, near, 15, 18)
    assert quick != sharp
