"""The flat map: a position on Earth to a point of the map and back, by the projection of Patterson (2014).

The map is one unit wide, from 180° west to 180° east, and `HEIGHT` high, from the North Pole down. Lines of latitude
are level, so going round the Earth is moving by a whole unit. (T. Patterson, B. Šavrič, B. Jenny: "Introducing the
Patterson cylindrical projection", Cartographic Perspectives 78.)
"""

import math

C1, C2, C3, C4 = 1.0148, 0.23185, -0.14499, 0.02406
"""The polynomial of the projection: y = C1·φ + C2·φ⁵ + C3·φ⁷ + C4·φ⁹."""

STEPS = 25
"""Most rounds of Newton's method that a latitude takes; five are usual."""


def _northing(phi: float) -> float:
    square = phi * phi
    return phi * (C1 + square * square * (C2 + square * (C3 + square * C4)))


def _slope(phi: float) -> float:
    square = phi * phi
    return C1 + square * square * (5 * C2 + square * (7 * C3 + square * 9 * C4))


TOP = _northing(math.pi / 2)
HEIGHT = TOP / math.pi
"""How high the map is, as a share of its width."""


def x_of(longitude: float) -> float:
    """From 0 at 180° west to 1 at 180° east."""
    return (longitude + 180) / 360


def y_of(latitude: float) -> float:
    """From 0 at the North Pole to HEIGHT at the South Pole."""
    return (TOP - _northing(math.radians(min(max(latitude, -90.0), 90.0)))) / (2 * math.pi)


def longitude_of(x: float) -> float:
    """From -180 up to 180, wherever round the Earth `x` has gone."""
    return (x % 1.0) * 360 - 180


def latitude_of(y: float) -> float:
    """The latitude at a height of the map; that of the nearer pole beyond it."""
    wanted = TOP - min(max(y, 0.0), HEIGHT) * 2 * math.pi
    phi = wanted
    for _ in range(STEPS):
        step = (_northing(phi) - wanted) / _slope(phi)
        phi = min(max(phi - step, -math.pi / 2), math.pi / 2)
        if abs(step) < 1e-12:
            break
    return math.degrees(phi)
