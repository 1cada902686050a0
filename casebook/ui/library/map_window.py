"""The part of the world map that is in view: from points of the map to pixels and back, zoomed and moved."""

import attrs

from casebook.domain.map_plane import y_of
from casebook.domain.world import Box

NORTH, SOUTH = y_of(84), y_of(-58)
"""As far as one may move: no case is on the ice."""
NEAREST = 40_000.0
"""Most pixels the whole world may be wide."""
FITTED = 5_000.0
"""Most pixels the whole world is wide when found cases are fitted in: a single one is still seen in its surroundings."""
WHOLE = Box(0.0, NORTH, 1.0, SOUTH)


@attrs.frozen
class MapWindow:
    """A view of `width` by `height` pixels, its middle at (`x`, `y`) of the map, the world `scale` pixels wide."""

    width: float
    height: float
    x: float = 0.5
    y: float = (NORTH + SOUTH) / 2
    scale: float = 1.0

    @property
    def furthest(self) -> float:
        """The scale at which the whole world is in view."""
        return max(min(self.width, self.height / (SOUTH - NORTH)), 1.0)

    def at(self, x: float, y: float) -> tuple[float, float]:
        """The pixel at which a point of the map stands; it stands again a whole `scale` to the left and right."""
        return (x - self.x) * self.scale + self.width / 2, (y - self.y) * self.scale + self.height / 2

    def point(self, across: float, down: float) -> tuple[float, float]:
        """The point of the map at a pixel; beyond 0 to 1 when one has gone round the Earth."""
        return (across - self.width / 2) / self.scale + self.x, (down - self.height / 2) / self.scale + self.y

    @property
    def box(self) -> Box:
        """What is in view."""
        return Box(*self.point(0, 0), *self.point(self.width, self.height))

    def turns(self) -> tuple[int, ...]:
        """How often round the Earth the world has to be drawn: 0, and -1 or 1 where its neighbour is in view."""
        if self.scale <= self.width:
            return (0,)
        box = self.box
        return tuple(turn for turn in (-1, 0, 1) if box.left < 1 + turn and box.right > turn)

    def zoomed(self, factor: float, across: float, down: float) -> "MapWindow":
        """Nearer (factor above 1) or further off; what is at the pixel stays there where it can."""
        x, y = self.point(across, down)
        scale = min(max(self.scale * factor, self.furthest), NEAREST)
        centre_x, centre_y = x - (across - self.width / 2) / scale, y - (down - self.height / 2) / scale
        return attrs.evolve(self, x=centre_x, y=centre_y, scale=scale)._kept()

    def moved(self, across: float, down: float) -> "MapWindow":
        """Moved by so many pixels to the right and down."""
        return attrs.evolve(self, x=self.x + across / self.scale, y=self.y + down / self.scale)._kept()

    def resized(self, width: float, height: float) -> "MapWindow":
        """The same middle in another size; as much of the map as before, at least."""
        nearer = min(width / max(self.width, 1.0), height / max(self.height, 1.0))
        sized = attrs.evolve(self, width=max(width, 1.0), height=max(height, 1.0))
        scale = min(max(self.scale * nearer, sized.furthest), NEAREST)
        return attrs.evolve(sized, scale=scale)._kept()

    def fitted(self, box: Box, margin: float, nearest: float = FITTED) -> "MapWindow":
        """The box in the middle, with some pixels round it, as near as it goes but not nearer than `nearest`."""
        room_x, room_y = max(self.width - 2 * margin, 40.0), max(self.height - 2 * margin, 40.0)
        wide, high = max(box.right - box.left, 1e-9), max(box.bottom - box.top, 1e-9)
        scale = min(max(min(room_x / wide, room_y / high, nearest), self.furthest), NEAREST)
        middle_x, middle_y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
        return attrs.evolve(self, x=middle_x, y=middle_y, scale=scale)._kept()

    def _kept(self) -> "MapWindow":
        high = self.height / self.scale
        low, most = NORTH + high / 2, SOUTH - high / 2
        y = (NORTH + SOUTH) / 2 if low >= most else min(max(self.y, low), most)
        x = 0.5 if self.scale <= self.width else self.x % 1.0
        return attrs.evolve(self, x=x, y=y)
