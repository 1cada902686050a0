"""Sets the dynamic properties the style sheet chooses by, and has the widget drawn anew."""

from typing import TypeVar

from PySide6.QtWidgets import QWidget

W = TypeVar("W", bound=QWidget)


def with_look(widget: W, look: str) -> W:
    """Give a widget one of the style sheet's looks and return it."""
    widget.setProperty("look", look)
    return widget


def set_style_property(widget: QWidget, name: str, value: object) -> None:
    """Set a property the style sheet selects by, and apply what it selects; cheap when nothing changes."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
