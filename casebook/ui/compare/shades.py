"""How strongly a cell is filled, and which ink can be read on it."""

from PySide6.QtGui import QColor

from casebook.ui.theme import State, Tokens, between

STEPS = (0.08, 0.18, 0.30, 0.42, 1.0)
"""Shares of the accent colour in a filled cell, from little to much."""

SIGN_STATES: dict[str, State] = {"+": "ok", "−": "danger", "±": "warning", "0": "neutral", "–": "neutral"}
"""The state that shows a sign; any other is a notice, several different ones are a warning."""


def shade(tokens: Tokens, share: float) -> tuple[QColor, QColor]:
    """Fill and ink for a share from 0 to 1."""
    step = min(int(max(share, 0.0) * len(STEPS)), len(STEPS) - 1)
    strength = STEPS[step]
    mixed = between(tokens.field, tokens.accent, strength)
    return mixed, QColor(tokens.on_accent if step == len(STEPS) - 1 else tokens.ink)


def sign_shade(tokens: Tokens, signs: str) -> tuple[QColor, QColor]:
    """Fill and ink for one or several signs."""
    states = {SIGN_STATES.get(sign, "notice") for sign in signs}
    return tokens.state(states.pop() if len(states) == 1 else "warning")
