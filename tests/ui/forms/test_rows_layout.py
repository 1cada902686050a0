"""How fields share rows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from casebook.ui.forms.rows_layout import COLUMN_GAP, ROW_GAP, RowsLayout


@pytest.fixture
def page(look, qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    return page


def fill(page, *likes):
    rows = RowsLayout(page)
    labels = [QLabel(f"Field {at}", page) for at in range(len(likes))]
    for label, like in zip(labels, likes, strict=True):
        if like:
            rows.add_short(label, like)
        else:
            rows.add_wide(label)
    return labels


def show(page, width):
    page.resize(width, 600)
    page.show()


def tops(labels):
    rows = sorted({label.y() for label in labels})
    return [rows.index(label.y()) for label in labels]


@pytest.mark.parametrize(
    ("width", "rows"),
    [(700, [0, 1, 1, 1, 2]), (460, [0, 1, 1, 2, 3]), (250, [0, 1, 2, 3, 4])],
)
def test_short_fields_share_a_row_as_far_as_the_width_allows(page, width, rows):
    labels = fill(page, 0, 200, 200, 200, 0)
    show(page, width)
    assert tops(labels) == rows


def test_a_row_is_filled_in_proportion_and_never_overlaps(page):
    first, second = fill(page, 200, 100)
    show(page, 612)
    assert (first.width(), second.width()) == (400, 200)
    assert second.x() == first.width() + COLUMN_GAP


def test_never_more_than_three(page):
    labels = fill(page, 50, 50, 50, 50)
    show(page, 1000)
    assert tops(labels) == [0, 0, 0, 1]


def test_one_alone_does_not_stretch_over_everything(page):
    (label,) = fill(page, 100)
    show(page, 600)
    assert label.width() == 360


def test_it_mirrors(page):
    first, second = fill(page, 200, 100)
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    show(page, 612)
    assert first.x() > second.x()
    assert first.geometry().right() == page.rect().right()


def test_hidden_fields_take_no_room_and_height_follows_width(page):
    labels = fill(page, 200, 200, 200)
    wide, narrow = page.layout().heightForWidth(700), page.layout().heightForWidth(250)
    assert narrow == 3 * wide + 2 * ROW_GAP
    labels[0].hide()
    page.layout().invalidate()
    assert page.layout().heightForWidth(250) == 2 * wide + ROW_GAP


def test_items_can_be_taken_out(page):
    labels = fill(page, 200, 0)
    page.layout().removeWidget(labels[0])
    assert page.layout().count() == 1
    assert page.layout().itemAt(3) is None
    assert page.layout().takeAt(3) is None


def test_the_height_asked_for_is_that_of_the_width_the_page_may_have(page):
    fill(page, 200, 200, 200)
    page.setMaximumWidth(460)
    rows = page.layout()
    assert rows.heightForWidth(700) == rows.heightForWidth(460) > rows.heightForWidth(460) // 2 + ROW_GAP
