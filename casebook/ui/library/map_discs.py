"""The discs of a map: how large they are, where they stand in the window, and how they are painted."""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from operator import attrgetter

import attrs
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from casebook.domain.map_clusters import Cluster
from casebook.ui.library.map_window import MapWindow
from casebook.ui.theme import Tokens, between

APART = 50.0
"""Least distance between the middles of two discs, in pixels at 100 % text."""
SINGLE, SMALLEST, LARGEST = 6.5, 12.0, 22.0
"""Radius of the disc of one case, of two, and of many."""
THOUSAND = 1000


@attrs.frozen
class Disc:
    """A cluster in the window; `count` of its cases are looked at, the others left out."""

    cluster: Cluster
    x: float
    y: float
    radius: float
    count: int

    def holds(self, x: float, y: float) -> bool:
        """Whether a pixel is on it; small ones are easy to hit, too."""
        return math.hypot(x - self.x, y - self.y) <= max(self.radius + 2, 10)


def discs_in(
    window: MapWindow, clusters: Sequence[Cluster], count: Callable[[Cluster], int], zoom: float
) -> list[Disc]:
    """The discs that are in view, of clusters that stand from west to east."""
    found = []
    spare = LARGEST * zoom / window.scale
    box = window.box
    for turn in window.turns():
        first = bisect_left(clusters, box.left - spare - turn, key=attrgetter("x"))
        last = bisect_right(clusters, box.right + spare - turn, key=attrgetter("x"))
        for cluster in clusters[first:last]:
            if box.top - spare <= cluster.y <= box.bottom + spare:
                x, y = window.at(cluster.x + turn, cluster.y)
                many = count(cluster)
                found.append(Disc(cluster, x, y, radius(cluster.count) * zoom, many))
    return found


def radius(count: int) -> float:
    """In pixels at 100 % text; it grows with the order of magnitude, so that a few cases are seen beside thousands."""
    return SINGLE if count == 1 else min(SMALLEST + 1.5 * math.log2(count / 2), LARGEST)


def number(count: int) -> str:
    """A count as it stands in a disc: "7", "340", "1.2k", "12k"; never more than there are."""
    if count < THOUSAND:
        return str(count)
    tenths = count * 10 // THOUSAND
    return f"{tenths // 10}k" if tenths >= 100 or tenths % 10 == 0 else f"{tenths / 10:n}k"


def paint_disc(painter: QPainter, disc: Disc, tokens: Tokens, *, ringed: bool) -> None:
    """A full disc with its number, a dot for a single case; a broken ring says that nothing exact is known."""
    middle, size = QPointF(disc.x, disc.y), disc.radius
    accent = QColor(tokens.accent)
    left_out = disc.count == 0
    fill = between(tokens.line, tokens.muted, 0.25) if left_out else accent
    halo = QColor(fill)
    halo.setAlphaF(0.22)
    around = 3.0 if disc.cluster.count == 1 else 4.0
    painter.setBrush(halo)
    painter.setPen(QPen(fill, 1.2, Qt.PenStyle.DotLine) if disc.cluster.approximate else Qt.PenStyle.NoPen)
    painter.drawEllipse(middle, size + around, size + around)
    painter.setPen(QPen(QColor(tokens.surface), 1.2))
    painter.setBrush(fill)
    painter.drawEllipse(middle, size, size)
    if disc.cluster.count > 1 and not left_out:
        painter.setPen(QColor(tokens.on_accent))
        room = QRectF(disc.x - size, disc.y - size, 2 * size, 2 * size)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, number(disc.count))
    if ringed:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(tokens.ink), 2.0))
        painter.drawEllipse(middle, size + around, size + around)
