import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from casebook.ui.publish.page_drawings import PageDrawings
from tests.ui.publish.papers import paper

SMALL, LARGE = QSize(105, 148), QSize(210, 296)


@pytest.fixture
def desk(look, qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def drawings(desk, qtbot):
    made = PageDrawings(desk)
    yield made
    made.clear()


def draw(drawings, sizes, qtbot):
    drawings.want(sizes)
    qtbot.waitUntil(
        lambda: all(
            drawings.image(number) is not None and drawings.image(number).size() == size
            for number, size in sizes.items()
        ),
        timeout=10_000,
    )


def bar_of(drawings, number=0):
    """The colour of the bar on a drawn page."""
    image = drawings.image(number)
    return QColor(image.pixel(image.width() // 3, round(image.height() * 0.32))).name()


def test_pages_are_drawn_in_the_size_wanted(drawings, desk, qtbot):
    drawings.show(paper(desk, ink="red")[0])
    assert drawings.image(0) is None
    draw(drawings, {0: SMALL, 1: SMALL}, qtbot)
    assert drawings.image(2) is None and bar_of(drawings) == "#ff0000"
    draw(drawings, {0: LARGE}, qtbot)
    assert drawings.image(0).size() == LARGE


def test_the_page_before_stays_in_sight_until_the_new_one_is_drawn(drawings, desk, qtbot):
    drawings.show(paper(desk, ink="red")[0])
    draw(drawings, {0: SMALL}, qtbot)
    drawings.show(paper(desk, ink="blue")[0])
    assert bar_of(drawings) == "#ff0000"
    with qtbot.waitSignal(drawings.drawn, timeout=10_000):
        drawings.want({0: SMALL})
    assert bar_of(drawings) == "#0000ff"


def test_pages_far_away_are_forgotten_and_clearing_forgets_all(drawings, desk, qtbot):
    drawings.show(paper(desk, pages=9)[0])
    draw(drawings, {0: SMALL}, qtbot)
    draw(drawings, {8: SMALL}, qtbot)
    assert drawings.image(0) is None
    drawings.clear()
    assert drawings.image(8) is None
