import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from casebook.domain.case_points import Exactness
from casebook.domain.map_clusters import cluster_levels
from casebook.domain.world import Box
from casebook.ui.library.map_discs import APART, LARGEST, Disc, discs_in, number, paint_disc, radius
from casebook.ui.library.map_window import MapWindow
from casebook.ui.theme import DARK, LIGHT
from tests.ui.library.maps import POINTS, point

LEVELS = cluster_levels(POINTS)


def count(cluster):
    return cluster.count


def test_larger_discs_stand_for_more_cases_and_never_touch():
    sizes = [radius(many) for many in (1, 2, 10, 100, 10_000)]
    assert sizes == sorted(set(sizes)) and sizes[-1] == LARGEST and 2 * LARGEST < APART


@pytest.mark.parametrize(
    ("many", "words"), [(7, "7"), (999, "999"), (1000, "1k"), (1_290, "1.2k"), (12_940, "12k")]
)
def test_numbers_stay_short(many, words):
    assert number(many) == words


def test_only_what_is_in_view_is_drawn_and_twice_where_the_world_goes_on():
    whole = MapWindow(1, 1).resized(900, 500)
    assert len(discs_in(whole, LEVELS.spots, count, 1)) == 4
    near = whole.fitted(Box(0.46, 0.26, 0.5, 0.28), 10, 1e9)
    cases = {case for disc in discs_in(near, LEVELS.spots, count, 1) for case in disc.cluster.case_ids()}
    assert cases == {"liberia", "leone"}
    fiji = cluster_levels([point("fiji", -17.8, 179.9)])
    ocean = whole.fitted(Box(0.97, 0.3, 1.03, 0.36), 10, 1e9)
    (disc,) = discs_in(ocean, fiji.spots, count, 1)
    assert abs(disc.x - 450) < 10


def drawn(cluster, many, tokens, *, ringed=False):
    image = QImage(60, 60, QImage.Format.Format_RGB32)
    image.fill(QColor(tokens.surface))
    painter = QPainter(image)
    paint_disc(painter, Disc(cluster, 30, 30, radius(cluster.count), many), tokens, ringed=ringed)
    painter.end()
    return image


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)
def test_a_disc_shows_what_it_stands_for(look, tokens):
    (exact,) = cluster_levels([point("a", 6, -9)]).spots
    (about,) = cluster_levels([point("a", 6, -9, exactness=Exactness.COUNTRY)]).spots
    looks = [
        drawn(exact, 1, tokens),
        drawn(about, 1, tokens),
        drawn(exact, 0, tokens),
        drawn(exact, 1, tokens, ringed=True),
        drawn(next(spot for spot in LEVELS.spots if spot.count == 2), 2, tokens),
    ]
    assert all(one != other for at, one in enumerate(looks) for other in looks[at + 1 :])
    assert looks[0].pixelColor(30, 30) == QColor(tokens.accent)
