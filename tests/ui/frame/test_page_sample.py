import attrs
import pytest

from casebook import paths
from casebook.publishing.look import Look, Paper
from casebook.services.house_style import logo_of
from casebook.ui.frame.page_sample import PageSample

GREEN = (0x1E, 0x7A, 0x3C)


@pytest.fixture
def sample(look, qtbot):
    made = PageSample()
    qtbot.addWidget(made)
    return made


def colours(sample):
    image = sample.grab().toImage()
    return {
        image.pixelColor(x, y).getRgb()[:3] for x in range(image.width()) for y in range(0, image.height(), 2)
    }


def test_the_page_is_drawn_in_the_colour_and_on_the_paper_of_the_look(sample):
    assert GREEN not in colours(sample)
    high = sample.height()
    sample.show_look(Look(accent="#1E7A3C", paper=Paper.LETTER, organisation="Peace Centre"))
    assert GREEN in colours(sample) and sample.height() < high
    assert "Peace Centre" in sample.accessibleDescription()


def test_logo_and_cover_change_the_page(sample):
    pictures = []
    look = Look()
    for change in ({}, {"logo": logo_of(paths.resources() / "icons" / "casebook.svg")}, {"cover": True}):
        look = attrs.evolve(look, **change)
        sample.show_look(look)
        pictures.append(sample.grab().toImage())
    assert pictures[0] != pictures[1] != pictures[2]


def test_a_damaged_logo_is_no_logo(sample):
    sample.show_look(Look(logo="AAAA"))
    assert not sample.grab().isNull()
