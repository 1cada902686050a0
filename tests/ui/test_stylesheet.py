import re

import attrs
import pytest
from PySide6.QtWidgets import QLabel

from casebook.ui.stylesheet import stylesheet
from casebook.ui.theme import DARK, LIGHT


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)
def test_every_colour_and_size_is_filled_in(tokens):
    sheet = stylesheet(attrs.asdict(tokens), 1.0)
    assert "$" not in sheet
    assert sheet.count("{") == sheet.count("}")


def test_the_files_it_draws_with_are_there():
    from pathlib import Path

    for tokens in (LIGHT, DARK):
        named = re.findall(r"url\(([^)]+)\)", stylesheet(attrs.asdict(tokens), 1.0))
        assert named and all(Path(name).is_file() for name in named)


def test_type_scales_with_the_zoom():
    assert "font-size: 17px" in stylesheet(attrs.asdict(LIGHT), 1.0)
    assert "font-size: 34px" in stylesheet(attrs.asdict(LIGHT), 2.0)


def test_qt_takes_it_without_complaint(qtbot, look):
    label = QLabel("text")
    qtbot.addWidget(label)
    label.setStyleSheet(stylesheet(attrs.asdict(DARK), 1.5))
    label.show()
    assert label.styleSheet()


@pytest.mark.parametrize("zoom", [1.0, 1.1, 1.2, 1.5, 1.75, 2.0])
def test_a_radio_button_is_as_round_as_it_is_wide(zoom):
    # Qt draws a square where the radius is more than half the width.
    sheet = stylesheet(attrs.asdict(LIGHT), zoom)
    wide = int(re.search(r"QRadioButton::indicator \{ width: (\d+)px", sheet)[1])
    round_off = int(re.search(r"QRadioButton::indicator \{ border-radius: (\d+)px", sheet)[1])
    border, round_on, inside = map(
        int,
        re.search(
            r"QRadioButton::indicator:checked \{ border: (\d+)px .*? border-radius: (\d+)px; width: (\d+)px",
            sheet,
        ).groups(),
    )
    assert (wide + 2) / 2 - 1 <= round_off <= (wide + 2) / 2
    assert (inside + 2 * border) / 2 - 1 <= round_on <= (inside + 2 * border) / 2
