"""What stands at the marks of a time axis: years and months, or how long after the start."""

from PySide6.QtCore import QCoreApplication

from casebook.domain.dates import MONTHS
from casebook.ui.compare.time_window import TimeWindow

YEAR = 12
"""Months."""


def time_labels(window: TimeWindow, *, aligned: bool) -> list[tuple[float, str]]:
    """Pixels of the marks, and the words that stand there."""
    ticks = window.ticks(aligned=aligned)
    if aligned:
        return [(x, _since(month, window.step)) for x, month in ticks]
    if window.step >= YEAR:
        return [(x, str(month // YEAR)) for x, month in ticks]
    return [(x, f"{MONTHS[month % YEAR + 1][:3]} {month // YEAR}") for x, month in ticks]


def _since(month: int, step: int) -> str:
    if month == 0:
        return QCoreApplication.translate("TimeLabels", "start")
    sign = "+" if month > 0 else "−"
    if step >= YEAR:
        words = QCoreApplication.translate("TimeLabels", "{} years")
        return sign + words.format(abs(month) // YEAR)
    return sign + QCoreApplication.translate("TimeLabels", "{} months").format(abs(month))
