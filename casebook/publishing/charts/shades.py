"""How light a colour is: what an organisation's own colour must be for white letters to stand on it."""

READABLE = 4.5
"""Contrast that letters need (WCAG 2.2, 1.4.3)."""
_STEP = 0.9


def luminance(colour: str) -> float:
    """Relative luminance of "#rrggbb", 0 for black to 1 for white (WCAG 2.2)."""
    shares = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast of two colours, 1 to 21 (WCAG 2.2)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def darkened(colour: str, paper: str) -> str:
    """`colour`, darkened as far as it must be to carry letters in the colour of `paper`."""
    while contrast(colour, paper) < READABLE and luminance(colour) > 0:
        parts = (round(int(colour[at : at + 2], 16) * _STEP - 0.5) for at in (1, 3, 5))
        colour = "#" + "".join(f"{max(part, 0):02X}" for part in parts)
    return colour


def softened(colour: str) -> str:
    """A colour that is read on white, mixed with white until it is read on the dark paper of a web page."""
    parts = (round(int(colour[at : at + 2], 16) * 0.45 + 255 * 0.55) for at in (1, 3, 5))
    return "#" + "".join(f"{part:02X}" for part in parts)
