"""Breaks a text into lines of a width, as many as are allowed; the last one ends in an ellipsis if there is more."""

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout, QTextOption

LONGEST = 1_000
"""Characters looked at; no more fit on a few lines."""


def wrapped(text: str, font: QFont, width: int, most: int) -> tuple[str, ...]:
    """The lines of `text`, at most `most`, each at most `width` pixels wide in `font`."""
    return _wrapped(" ".join(text[:LONGEST].split()), font.key(), width, most)


@lru_cache(maxsize=4096)
def _wrapped(text: str, font_key: str, width: int, most: int) -> tuple[str, ...]:
    font = QFont()
    font.fromString(font_key)
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    breaks: list[int] = []
    while len(breaks) <= most and (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        breaks.append(_python_index(text, line.textStart()))
    layout.endLayout()
    ends = [*breaks[1:], len(text)]
    lines = [text[start:end].strip() for start, end in zip(breaks, ends, strict=True)]
    if len(lines) > most:
        rest = text[breaks[most - 1] :]
        lines = [
            *lines[: most - 1],
            QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width),
        ]
    return tuple(lines)


def _python_index(text: str, units: int) -> int:
    """The index into `text` of a position that Qt counts in UTF-16 units."""
    return len(text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore"))
