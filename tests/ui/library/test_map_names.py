import pytest
from PySide6.QtGui import QFont, QPainter, QPicture

from casebook.domain.map_clusters import cluster_levels
from casebook.domain.world import Box
from casebook.iso_names import country_name
from casebook.services.world_map import world
from casebook.ui.library.map_discs import Disc
from casebook.ui.library.map_names import MapNames
from casebook.ui.library.map_window import MapWindow
from tests.ui.library.maps import LIBERIA

WHOLE = MapWindow(1, 1).resized(900, 500)
WEST_AFRICA = WHOLE.fitted(Box(0.45, 0.24, 0.5, 0.28), 0, 1e9)
"""Liberia is about 150 pixels wide."""


def inked(names, window, discs=()):
    """What is written, as a picture."""
    picture = QPicture()
    painter = QPainter(picture)
    font = QFont("Noto Sans")
    font.setPixelSize(12)
    painter.setFont(font)
    names.paint(painter, window, discs)
    painter.end()
    return picture


@pytest.fixture
def names(look):
    return MapNames(world(), country_name)


def labels(names, window):
    from PySide6.QtGui import QFontMetricsF

    font = QFont("Noto Sans")
    font.setPixelSize(12)
    return {name: (x, y) for name, x, y, _half in names._labels(window, QFontMetricsF(font))}


def test_countries_are_named_when_there_is_room(names):
    assert "Liberia" not in labels(names, WHOLE) and "Australia" in labels(names, WHOLE)
    near = labels(names, WEST_AFRICA)
    assert "Liberia" in near and "Australia" not in near


def test_a_name_makes_way_for_a_disc(names):
    x, y = labels(names, WEST_AFRICA)["Liberia"]
    (cluster,) = cluster_levels([LIBERIA]).spots
    free = inked(names, WEST_AFRICA)
    beside = inked(names, WEST_AFRICA, [Disc(cluster, x, y, 12, 1)])
    two = inked(names, WEST_AFRICA, [Disc(cluster, x, y, 12, 1), Disc(cluster, x, y + 25, 12, 1)])
    assert beside.data() != free.data()
    assert two.size() < beside.size() == free.size()
