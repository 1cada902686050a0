"""Where the boxes and lines of a network stand: each connected part in layers from left to right, always the same."""

from collections.abc import Sequence
from itertools import pairwise

import attrs

Link = tuple[int, int]
"""From one box to another, by their numbers."""
MOST_LAYERS = 5
SWEEPS = 6
BOX_HEIGHT, PORT, GAP, PART_GAP = 24.0, 15.0, 12.0, 16.0
LEAST_SPACE, MOST_SPACE, CURVE = 24.0, 190.0, 0.45
STEPS = 12
"""Pieces a curve is drawn in."""


@attrs.frozen
class Box:
    """Where a box stands: its left edge, its middle height, its size."""

    x: float
    y: float
    width: float
    height: float


@attrs.frozen
class Network:
    """Boxes by number, the points of each line from its start to its end, the height of it all, and the least space
    between two layers."""

    boxes: tuple[Box, ...]
    lines: tuple[tuple[tuple[float, float], ...], ...]
    height: float
    space: float


@attrs.define
class _Part:
    """One connected part: its boxes, its links by number turned to run rightward, and the layer of each box."""

    members: list[int]
    links: dict[int, Link]
    layer: dict[int, int] = attrs.field(factory=dict)
    columns: list[list[int]] = attrs.field(factory=list)
    routes: dict[int, list[int]] = attrs.field(factory=dict)
    """For each link the boxes and, in the layers it passes, the bends it runs through."""


def arranged(widths: Sequence[float], links: Sequence[Link], room: float) -> Network:
    """Boxes of these widths joined by these links, in `room`; a link from a box to itself gets no line."""
    boxes: dict[int, Box] = {}
    lines: dict[int, tuple[tuple[float, float], ...]] = {}
    top, least = 0.0, MOST_SPACE
    for part in _parts(len(widths), links):
        _into_layers(part)
        _with_bends(part)
        _fewer_crossings(part)
        space = _space(part, widths, room)
        least = min(least, space)
        top = _placed(part, widths, space, top, boxes)
        for number, line in _lines(part, boxes).items():
            lines[number] = line if part.links[number] == links[number] else line[::-1]
        top += PART_GAP
    return Network(
        tuple(boxes[number] for number in range(len(widths))),
        tuple(lines.get(number, ()) for number in range(len(links))),
        max(top - PART_GAP, 0.0),
        least,
    )


def _parts(count: int, links: Sequence[Link]) -> list[_Part]:
    """The connected parts, the largest first; equal ones in the order of their first box."""
    group = list(range(count))
    for one, other in links:
        old, new = group[other], group[one]
        group = [new if held == old else held for held in group]
    members: dict[int, list[int]] = {}
    for number, held in enumerate(group):
        members.setdefault(held, []).append(number)
    parts = [
        _Part(boxes, {n: link for n, link in enumerate(links) if link[0] in boxes and link[0] != link[1]})
        for boxes in members.values()
    ]
    return sorted(parts, key=lambda part: -len(part.members))


def _into_layers(part: _Part) -> None:
    """Give each box a layer right of those that lead to it; links that would run in a circle are turned."""
    depth: dict[int, int] = {}
    for box in part.members:
        if box not in depth:
            _turn_circles(part, box, depth)
    layer = dict.fromkeys(part.members, 0)
    for _turn in range(min(len(part.members), MOST_LAYERS)):
        for one, other in part.links.values():
            layer[other] = min(max(layer[other], layer[one] + 1), MOST_LAYERS - 1)
    # What nothing leads to stands just left of the first box it leads to, not at the far edge.
    for box in part.members:
        after = [layer[other] for one, other in part.links.values() if one == box]
        before = [one for one, other in part.links.values() if other == box]
        if after and not before:
            layer[box] = max(min(after) - 1, 0)
    first = min(layer.values())
    part.layer = {box: at - first for box, at in layer.items()}


def _turn_circles(part: _Part, root: int, state: dict[int, int]) -> None:
    """Walk from `root` in depth; a link back to a box still being walked is turned round."""
    following: dict[int, list[int]] = {}
    for number, (one, _other) in part.links.items():
        following.setdefault(one, []).append(number)
    state[root] = 1
    path = [(root, iter(following.get(root, ())))]
    while path:
        box, rest = path[-1]
        link = next(rest, None)
        if link is None:
            state[box] = 2
            path.pop()
            continue
        other = part.links[link][1]
        if state.get(other) == 1:
            part.links[link] = (other, box)
        elif other not in state:
            state[other] = 1
            path.append((other, iter(following.get(other, ()))))


def _with_bends(part: _Part) -> None:
    """Split the boxes into columns, with a bend (a negative number) in each column that a long link passes."""
    part.columns = [[] for _ in range(max(part.layer.values()) + 1)]
    for box in part.members:
        part.columns[part.layer[box]].append(box)
    bend = 0
    for number, (one, other) in part.links.items():
        route = [one]
        for layer in range(part.layer[one] + 1, part.layer[other]):
            bend -= 1
            part.columns[layer].append(bend)
            route.append(bend)
        part.routes[number] = [*route, other]


def _neighbours(part: _Part) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for route in part.routes.values():
        for one, other in pairwise(route):
            found.setdefault(one, []).append(other)
            found.setdefault(other, []).append(one)
    return found


def _fewer_crossings(part: _Part) -> None:
    """Order each column by the mean place of what its boxes are joined to, sweeping to and fro."""
    joined = _neighbours(part)
    for sweep in range(SWEEPS):
        columns = part.columns if sweep % 2 == 0 else part.columns[::-1]
        for before, column in pairwise(columns):
            place = {box: (at + 0.5) / len(before) for at, box in enumerate(before)}
            own = {box: (at + 0.5) / len(column) for at, box in enumerate(column)}

            def mean(box: int, place: dict[int, float] = place, own: dict[int, float] = own) -> float:
                near = [place[other] for other in joined.get(box, ()) if other in place]
                return sum(near) / len(near) if near else own[box]

            column.sort(key=mean)


def _breadths(part: _Part, widths: Sequence[float]) -> list[float]:
    return [max((widths[box] for box in column if box >= 0), default=0.0) for column in part.columns]


def _space(part: _Part, widths: Sequence[float], room: float) -> float:
    """Between two columns: what the boxes leave, but never so little that an arrow has no room."""
    breadths = _breadths(part, widths)
    return min(max((room - sum(breadths)) / max(len(breadths) - 1, 1), LEAST_SPACE), MOST_SPACE)


def _placed(part: _Part, widths: Sequence[float], space: float, top: float, boxes: dict[int, Box]) -> float:
    """Stand the part below `top`; returns where it ends."""
    ports = _ports(part)
    sizes = {
        box: max(BOX_HEIGHT, PORT * max(map(len, ports[box])) + 6) if box >= 0 else PORT
        for column in part.columns
        for box in column
    }
    heights = _heights(part, sizes)
    above = min(heights[box] - sizes[box] / 2 for box in heights)
    x = 0.0
    for column, breadth in zip(part.columns, _breadths(part, widths), strict=True):
        for box in column:
            own = widths[box] if box >= 0 else 0.0
            boxes[box] = Box(x + (breadth - own) / 2, top + heights[box] - above, own, sizes[box])
        x += breadth + space
    return top + max(heights[box] + sizes[box] / 2 for box in heights) - above


def _ports(part: _Part) -> dict[int, tuple[list[int], list[int]]]:
    """For each box the links at its left and at its right side."""
    found: dict[int, tuple[list[int], list[int]]] = {b: ([], []) for column in part.columns for b in column}
    for number, route in part.routes.items():
        for one, other in pairwise(route):
            found[one][1].append(number)
            found[other][0].append(number)
    return found


def _heights(part: _Part, sizes: dict[int, float]) -> dict[int, float]:
    """The middle of each box: as near as may be to what it is joined to, in its column's order, without touching."""
    joined = _neighbours(part)
    heights = {box: 0.0 for column in part.columns for box in column}
    for _sweep in range(SWEEPS):
        for column in part.columns:
            wanted = [
                sum(heights[other] for other in joined.get(box, (box,))) / len(joined.get(box, (box,)))
                for box in column
            ]
            at = _spread(wanted, [sizes[box] for box in column])
            heights.update(zip(column, at, strict=True))
    return heights


def _spread(wanted: list[float], sizes: list[float]) -> list[float]:
    """Places in order, as near to the wanted ones as their sizes allow: pushed down, then moved to the same mean."""
    at: list[float] = []
    for place, size in zip(wanted, sizes, strict=True):
        least = at[-1] + sizes[len(at) - 1] / 2 + size / 2 + GAP if at else place
        at.append(max(place, least))
    shift = sum(wanted) / len(wanted) - sum(at) / len(at)
    return [place + shift for place in at]


def _lines(part: _Part, boxes: dict[int, Box]) -> dict[int, tuple[tuple[float, float], ...]]:
    """The points of each link, from the right side of its left box to the left side of its right box."""
    heights: dict[tuple[int, int, int], float] = {}
    for box, sides in _ports(part).items():
        for side, numbers in enumerate(sides):
            ordered = sorted((_far(part, number, box, side, boxes), number) for number in numbers)
            for place, (_height, number) in enumerate(ordered):
                offset = (place - (len(ordered) - 1) / 2) * PORT
                heights[box, side, number] = boxes[box].y + offset
    made = {}
    for number, route in part.routes.items():
        points: list[tuple[float, float]] = []
        for one, other in pairwise(route):
            start = (boxes[one].x + boxes[one].width, heights[one, 1, number])
            end = (boxes[other].x, heights[other, 0, number])
            points += _loop(start, end, boxes[other]) if end[0] <= start[0] else _curve(start, end)
        made[number] = tuple(points)
    return made


def _far(part: _Part, number: int, box: int, side: int, boxes: dict[int, Box]) -> float:
    route = part.routes[number]
    return boxes[route[route.index(box) + (1 if side else -1)]].y


def _curve(start: tuple[float, float], end: tuple[float, float]) -> list[tuple[float, float]]:
    """A cubic Bézier curve that leaves and arrives level."""
    bend = (end[0] - start[0]) * CURVE
    points = []
    for step in range(STEPS + 1):
        t = step / STEPS
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3
        x = a * start[0] + b * (start[0] + bend) + c * (end[0] - bend) + d * end[0]
        points.append((round(x, 1), round((a + b) * start[1] + (c + d) * end[1], 1)))
    return points


def _loop(start: tuple[float, float], end: tuple[float, float], target: Box) -> list[tuple[float, float]]:
    """Between boxes of one column: out to the right and back to the right side of the target."""
    out = max(start[0], target.x + target.width) + 24
    arrival = (target.x + target.width, end[1])
    return [start, (out, start[1]), (out, arrival[1]), arrival]
