from typing import get_args

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QWidget

from casebook import paths
from casebook.ui.theme import DARK, LIGHT, State, apply_theme, between, tokens_of

TEXT_ON = (
    *((ink, ground) for ink in ("ink", "muted") for ground in ("paper", "surface", "field", "selection")),
    ("rail_ink", "rail"),
    ("rail_ink", "rail_active"),
    ("on_accent", "accent"),
    ("accent", "paper"),
    ("accent", "surface"),
    ("accent", "field"),
)
STATES = get_args(State)


def luminance(colour):
    """Relative luminance as WCAG 2.2 defines it."""
    channels = [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in QColor(colour).getRgbF()[:3]
    ]
    return sum(weight * channel for weight, channel in zip((0.2126, 0.7152, 0.0722), channels, strict=True))


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)
def test_text_stands_out_from_its_ground(tokens):
    weak = {
        (ink, ground)
        for ink, ground in TEXT_ON
        if contrast(getattr(tokens, ink), getattr(tokens, ground)) < 4.5
    }
    assert weak == set()
    assert {name for name in STATES if contrast(*getattr(tokens, name)) < 4.5} == set()


def test_the_controls_drawn_from_files_use_the_themes_colours():
    for tokens in (LIGHT, DARK):
        for name, colour in (
            ("check", tokens.on_accent),
            ("chevron-down", tokens.muted),
            ("chevron-up", tokens.muted),
        ):
            drawing = (paths.resources() / "icons" / "sheet" / f"{name}-{tokens.name}.svg").read_text()
            assert colour in drawing, (name, tokens.name)


def test_a_theme_colours_the_application_and_scales_its_type(look, qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    try:
        apply_theme(look, DARK, text_percent=200)
        assert tokens_of(widget) is DARK
        assert look.palette().color(QPalette.ColorRole.Window) == QColor(DARK.paper)
        assert look.font().pixelSize() == 26
    finally:
        apply_theme(look, LIGHT)
    assert tokens_of(widget) is LIGHT and look.font().pixelSize() == 13


def test_a_colour_lies_between_two():
    assert between("#000000", "#ffffff", 0.5) == QColor(128, 128, 128)
    assert between("#102030", "#405060", 0) == QColor(16, 32, 48)
