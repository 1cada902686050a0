import attrs
import pytest
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from casebook.domain.lanes import axis_of, lane_of
from casebook.ui.compare.lane_paint import LANE, LanePaint
from casebook.ui.compare.time_window import TimeWindow
from casebook.ui.theme import LIGHT
from tests.domain.test_lanes import WORDING, case


def painting(lane, *, mirrored=False):
    axis = axis_of([lane])
    return LanePaint(
        tokens=LIGHT,
        font=QFont("Noto Sans"),
        axis=axis,
        window=TimeWindow.whole(axis.first, axis.last, 600),
        kinds={"agreement": 0},
        zoom=1.0,
        mirrored=mirrored,
        gutter=200,
    )


def drawn(lane, focused=""):
    image = QImage(800, round(LANE), QImage.Format.Format_ARGB32)
    image.fill(QColor(LIGHT.paper))
    painter = QPainter(image)
    painting(lane).draw_lane(painter, lane, 0, focused)
    painter.end()
    return image


@pytest.fixture
def lane(look):
    return lane_of(case("liberia", "2003/2018", ("2003-08-18", "Peace"), ("2010", "Some time")), WORDING)


def test_later_events_stand_further_on_and_mirrored_the_other_way(lane):
    first, second = painting(lane).placed(lane, 0)
    assert 200 <= first.at.x() < second.at.x() <= 800
    first, second = painting(lane, mirrored=True).placed(lane, 0)
    assert 600 >= first.at.x() > second.at.x() >= 0


def test_events_of_one_day_stand_above_one_another(look):
    lane = lane_of(case("x", None, ("2003-08-18", "a"), ("2003-08-18", "b"), ("2010", "c")), WORDING)
    one, other, _third = painting(lane).placed(lane, 0)
    assert one.at.x() == other.at.x()
    assert one.at.y() > other.at.y()


def test_a_vague_date_is_drawn_hollow_and_wide(lane):
    exact, vague = painting(lane).placed(lane, 0)
    image = drawn(lane)
    inside = [image.pixelColor(round(one.at.x()), round(one.at.y())).name() for one in (exact, vague)]
    assert inside[0] == QColor(LIGHT.accent).name()
    assert inside[1] != inside[0]
    assert vague.right - vague.left > exact.right - exact.left


def test_focus_and_turning_points_are_ringed(lane):
    plain = drawn(lane)
    assert drawn(lane, lane.marks[0].record_id) != plain
    turning = attrs.evolve(lane, marks=(attrs.evolve(lane.marks[0], turning=True), lane.marks[1]))
    assert drawn(turning) != plain
