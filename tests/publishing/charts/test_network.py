from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from casebook.publishing.charts.network import MOST_LAYERS, arranged


@st.composite
def networks(draw):
    count = draw(st.integers(1, 12))
    box = st.integers(0, count - 1)
    return [60.0 + number for number in range(count)], draw(st.lists(st.tuples(box, box), max_size=20))


def edges(box):
    return box.x, box.x + box.width, box.y - box.height / 2, box.y + box.height / 2


@given(networks())
def test_boxes_never_touch_and_lines_join_them(network):
    widths, links = network
    net = arranged(widths, links, 598)
    assert len(net.boxes) == len(widths) and [box.width for box in net.boxes] == widths
    for one, other in combinations(map(edges, net.boxes), 2):
        assert one[1] <= other[0] or other[1] <= one[0] or one[3] <= other[2] or other[3] <= one[2]
    for (one, other), line in zip(links, net.lines, strict=True):
        if one == other:
            assert line == ()
            continue
        for (x, y), box in ((line[0], net.boxes[one]), (line[-1], net.boxes[other])):
            left, right, top, bottom = edges(box)
            assert min(abs(x - left), abs(x - right)) < 0.2 and top - 0.2 <= y <= bottom + 0.2
    assert all(edges(box)[2] >= -0.1 and edges(box)[3] <= net.height + 0.1 for box in net.boxes)


@given(networks())
def test_the_same_network_stands_the_same(network):
    assert arranged(*network, 598) == arranged(*network, 598)


def test_arrows_run_rightward_and_circles_come_back():
    net = arranged([50.0] * 3, [(0, 1), (1, 2), (2, 0)], 598)
    assert net.boxes[0].x < net.boxes[1].x < net.boxes[2].x
    assert net.lines[0][0][0] < net.lines[0][-1][0] and net.lines[2][0][0] > net.lines[2][-1][0]


def test_what_only_gives_stands_beside_what_it_gives_to():
    net = arranged([50.0] * 4, [(0, 1), (1, 2), (3, 2)], 598)
    assert net.boxes[3].x == net.boxes[1].x


def test_a_long_chain_keeps_to_its_layers():
    net = arranged([50.0] * 9, [(n, n + 1) for n in range(8)], 598)
    assert len({box.x for box in net.boxes}) == MOST_LAYERS
    assert max(box.x + box.width for box in net.boxes) <= 598


def test_the_larger_part_comes_first():
    net = arranged([50.0] * 5, [(0, 1), (2, 3), (3, 4)], 598)
    assert net.boxes[2].y < net.boxes[0].y
