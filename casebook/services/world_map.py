"""The map of the world as shipped, read once."""

import json
from functools import cache

from casebook import paths
from casebook.domain.world import World, world_of


@cache
def world() -> World:
    """The world; may be called in any thread."""
    file = paths.resources() / "map" / "world.json"
    return world_of(json.loads(file.read_text(encoding="utf-8")))
