"""What a cell is made of: chips, words and bars, one below the other; chips side by side where they fit."""

import attrs

from casebook.ui.theme import State


@attrs.frozen(kw_only=True)
class Words:
    """A paragraph."""

    text: str
    look: str = "body"  # body, bold, small, muted: size and colour of the type
    lines: int = 0
    """Lines it may run to; 0 for all."""
    runs: tuple[tuple[int, int, str], ...] = ()
    """From, length, and "added" or "removed": words marked in comparison with another text."""
    state: State | None = None
    """Written in the ink of a state."""


@attrs.frozen(kw_only=True)
class ChipBlock:
    """A rounded label; dashed where it rests on weak evidence."""

    text: str
    state: State = "neutral"
    dashed: bool = False
    grade: str = ""
    chosen: bool = False
    target: str = ""
    """Id of the entry it stands for."""
    lines: int = 2


@attrs.frozen(kw_only=True)
class BarBlock:
    """A bar on the scale of its unit, from where things stood to what was achieved; all shares from 0 to 1."""

    begun: float
    reached: float
    target: float | None = None


Block = Words | ChipBlock | BarBlock
