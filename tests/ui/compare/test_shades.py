import pytest
from PySide6.QtGui import QColor

from casebook.publishing.charts.shades import contrast
from casebook.ui.compare.shades import STEPS, shade, sign_shade
from casebook.ui.theme import DARK, LIGHT


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)
def test_every_cell_can_be_read(tokens):
    looks = [shade(tokens, share / 20) for share in range(21)]
    looks += [sign_shade(tokens, signs) for signs in ("+", "−", "±", "0", "–", "+−", "?")]
    assert [(fill.name(), ink.name()) for fill, ink in looks if contrast(fill.name(), ink.name()) < 4.5] == []


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)
def test_more_is_stronger(tokens):
    paper = QColor(tokens.field).name()
    strengths = [contrast(shade(tokens, share / 5)[0].name(), paper) for share in range(5)]
    assert strengths == sorted(strengths)
    assert len(set(strengths)) == len(STEPS)


def test_signs_have_the_colours_of_states():
    assert sign_shade(LIGHT, "+") == LIGHT.state("ok")
    assert sign_shade(LIGHT, "−") == LIGHT.state("danger")
    assert sign_shade(LIGHT, "+−") == LIGHT.state("warning")
