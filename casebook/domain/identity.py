"""Record ids: UUID version 7 (RFC 9562, section 5.7), so that ids made on two laptops never collide and sort by time."""

import os
import random
import time
import uuid

# Not of the system for each id: that lets other threads in for so short a moment, so often, that a window waiting for its
# turn while thousands of records are made never gets it (measured: up to a quarter of a second).
_random = random.Random()  # noqa: S311 - ids have to differ, not to be secret; seeded by the system
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_random.seed)


def new_id() -> str:
    """Return a fresh UUIDv7 in canonical lower-case text: 48 bits of Unix milliseconds, then random bits."""
    milliseconds = time.time_ns() // 1_000_000
    value = (milliseconds & 0xFFFF_FFFF_FFFF) << 80 | _random.getrandbits(80)
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return str(uuid.UUID(int=value))


def new_ids(count: int) -> list[str]:
    """As many ids at once: the random end of the first is counted on."""
    first = new_id()
    start = int(first[24:], 16)
    return [f"{first[:24]}{(start + step) % 16**12:012x}" for step in range(count)]
