import math
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebook.domain.case_points import CasePoint, Exactness
from casebook.domain.map_clusters import STEP, WIDEST, cluster_levels
from casebook.domain.map_shapes import Shape, rectangle


def point(case_id, latitude, longitude, exactness=Exactness.PLACE):
    return CasePoint(case_id, f"Case {case_id}", latitude, longitude, exactness, "there", ("LR",))


positions = st.one_of(
    st.tuples(st.floats(-80, 80), st.floats(-180, 180)),
    st.tuples(st.integers(4, 9), st.integers(-12, -7)),
    st.tuples(st.integers(-18, -16), st.sampled_from((-180.0, -179.9, 179.8, 179.9, 180.0))),
)
cases = st.lists(st.tuples(st.integers(0, 30).map(str), positions), max_size=60).map(
    lambda told: [point(case_id, *where) for case_id, where in told]
)


def apart(one, other):
    across = abs(one.x - other.x)
    return math.hypot(min(across, 1 - across), one.y - other.y)


@settings(max_examples=80)
@given(cases)
def test_at_every_level_each_point_is_in_exactly_one_cluster(points):
    told = Counter(points)
    for level in cluster_levels(points).levels:
        gathered = Counter(held for cluster in level for held in cluster.all_points())
        assert gathered == told
        assert sum(cluster.weight for cluster in level) == len(points)


@settings(max_examples=40)
@given(cases)
def test_of_cases_with_one_point_the_counts_add_up(points):
    single = list({held.case_id: held for held in points}.values())
    for level in cluster_levels(single).levels:
        assert sum(cluster.count for cluster in level) == len(single)


@settings(max_examples=60)
@given(cases)
def test_clusters_keep_their_distance_round_the_earth(points):
    for number, level in enumerate(cluster_levels(points).levels):
        distance = WIDEST * STEP**number
        for at, one in enumerate(level):
            assert all(apart(one, other) >= distance * (1 - 1e-9) for other in level[at + 1 :])


@settings(max_examples=40)
@given(cases)
def test_no_point_is_far_from_its_cluster(points):
    for number, level in enumerate(cluster_levels(points).levels):
        for cluster in level:
            spots = cluster_levels(cluster.all_points()).spots
            assert all(apart(cluster, spot) <= WIDEST * STEP**number * 4 / 3 + 0.001 for spot in spots)


@settings(max_examples=40)
@given(cases, st.randoms(use_true_random=False))
def test_clusters_do_not_depend_on_the_order_of_the_points(points, rng):
    def told(some):
        return [
            [(c.x, c.y, c.weight, sorted(c.case_ids())) for c in level]
            for level in cluster_levels(some).levels
        ]

    mixed = list(points)
    rng.shuffle(mixed)
    assert told(mixed) == told(points)


@settings(max_examples=60)
@given(cases, st.lists(st.tuples(st.floats(-0.2, 1.2), st.floats(0, 0.57)), min_size=3, max_size=7))
def test_drawing_picks_the_cases_that_a_look_at_every_point_picks(points, corners):
    shape, levels = Shape(tuple(corners)), cluster_levels(points)
    plain = {held.case_id for spot in levels.spots for held in spot.all_points() if _holds(shape, spot, held)}
    assert levels.cases_within(shape) == plain


def _holds(shape, spot, held):
    from casebook.domain.map_plane import x_of, y_of

    return shape.holds(x_of(held.longitude) % 1.0, y_of(held.latitude))


def test_near_cases_part_when_one_comes_nearer():
    levels = cluster_levels([point("a", 6.3, -10.8), point("b", 6.9, -11.2), point("c", 33.3, 44.4)])
    assert [cluster.count for cluster in levels.at(0.1)] == [2, 1]
    assert [cluster.count for cluster in levels.at(0.0001)] == [1, 1, 1]
    assert levels.at(5.0) == levels.levels[0]


def test_a_case_counts_once_in_a_cluster_however_many_points_it_has():
    (cluster,) = cluster_levels([point("a", 6.3, -10.8), point("a", 6.31, -10.81)]).at(0.1)
    assert (cluster.weight, cluster.count) == (2, 1)


def test_across_the_antimeridian_neighbours_are_near():
    levels = cluster_levels([point("a", -17, 179.9), point("b", -17, -179.9)])
    assert [cluster.count for cluster in levels.at(0.01)] == [2]
    assert levels.cases_within(rectangle((0.99, 0.3), (1.01, 0.4))) == {"a", "b"}


@pytest.mark.parametrize("exactness", list(Exactness))
def test_a_disc_is_approximate_when_nothing_in_it_is_exact(exactness):
    (cluster,) = cluster_levels([point("a", 6, -10, exactness), point("b", 6, -10, Exactness.COUNTRY)]).at(1)
    assert cluster.approximate == (exactness is not Exactness.PLACE)
