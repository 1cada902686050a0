import json
from itertools import combinations

import pytest

from casebook import paths
from casebook.publishing.charts.shades import READABLE, contrast, darkened, luminance, softened

LOOK = json.loads((paths.resources() / "charts" / "look.json").read_text(encoding="utf-8"))


def lightness(colour):
    """CIE 1976 L*, 0 to 100: how light a colour looks when it is printed in grey."""
    share = luminance(colour)
    return 116 * share ** (1 / 3) - 16 if share > 0.008856 else share * 903.3


def test_luminance_and_contrast_are_those_of_wcag():
    assert luminance("#000000") == 0 and luminance("#FFFFFF") == pytest.approx(1)
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


def test_every_fill_is_told_from_every_other_in_grey():
    fills = [LOOK[name] for name in ("ink", "accent", "middle", "pale", "paper")]
    assert min(abs(lightness(a) - lightness(b)) for a, b in combinations(fills, 2)) >= 12


def test_letters_can_be_read_on_what_they_stand_on():
    for words, ground in (
        ("ink", "paper"),
        ("muted", "paper"),
        ("ink", "pale"),
        ("ink", "middle"),
        ("paper", "accent"),
    ):
        assert contrast(LOOK[words], LOOK[ground]) >= READABLE, (words, ground)


@pytest.mark.parametrize("colour", ["#FFEE00", "#FFFFFF", "#0F5C6E", "#7FB5D5"])
def test_a_light_colour_of_ones_own_is_darkened(colour):
    made = darkened(colour, "#FFFFFF")
    assert contrast(made, "#FFFFFF") >= READABLE
    assert (made == colour) == (contrast(colour, "#FFFFFF") >= READABLE)


@pytest.mark.parametrize("colour", ["#000000", "#0F5C6E", "#1E7A3C", "#8A1538", "#0000FF", "#767676"])
def test_a_colour_for_white_paper_is_softened_for_dark(colour):
    assert contrast(softened(darkened(colour, "#FFFFFF")), "#1B2023") >= READABLE
