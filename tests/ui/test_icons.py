import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QToolButton, QWidget

from casebook.ui.icons import icon, refresh_icons, set_icon
from casebook.ui.theme import DARK, LIGHT, apply_theme


def strongest(picture):
    image = picture.pixmap(24, 24).toImage()
    return max(
        (QColor(image.pixelColor(x, y)) for x in range(24) for y in range(24)),
        key=lambda colour: colour.alpha(),
    )


def test_an_icon_has_the_colour_asked_for(look):
    assert strongest(icon("library", LIGHT.accent)).name().upper() == LIGHT.accent


def test_an_icon_that_is_not_there_is_an_error(look):
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon", LIGHT.ink)


def test_icons_of_a_window_follow_the_theme(qtbot, look):
    window = QWidget()
    qtbot.addWidget(window)
    button = QToolButton(window)
    set_icon(button, "trash")
    assert strongest(button.icon()).name().upper() == LIGHT.ink
    apply_theme(look, DARK)
    try:
        refresh_icons(window)
        assert strongest(button.icon()).name().upper() == DARK.ink
    finally:
        apply_theme(look, LIGHT)
