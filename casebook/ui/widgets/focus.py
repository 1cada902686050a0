"""Asks where the keyboard is, and brings it into sight."""

from collections.abc import Iterator

from PySide6.QtWidgets import QApplication, QScrollArea, QWidget


def focused() -> QWidget | None:
    """The widget that has the keyboard; None when none of the window's has."""
    return QApplication.focusWidget()


def holds_focus(widget: QWidget) -> bool:
    """Whether the keyboard is in `widget` or somewhere inside it."""
    focus = focused()
    return focus is not None and (focus is widget or widget.isAncestorOf(focus))


def focus_path(stop: QWidget) -> Iterator[QWidget]:
    """The widget that has the keyboard, then those around it up to `stop`, which is left out."""
    widget = focused()
    while widget is not None and widget is not stop:
        yield widget
        widget = widget.parentWidget()


def scroll_to(widget: QWidget, margin: int = 24) -> None:
    """Scroll all that `widget` stands in so that it is seen, with so many pixels above and below."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget, 0, margin)
        above = above.parentWidget()
