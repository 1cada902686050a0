"""How a line of the outline is painted."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QListView

from casebook.domain.case import Case
from casebook.domain.completeness import completeness
from casebook.ui.theme import LIGHT
from casebook.ui.write.outline_delegate import GROUP_GAP, OutlineDelegate
from casebook.ui.write.outline_model import OutlineModel


@pytest.fixture
def outline(look, qtbot, liberia):
    view = QListView()
    model = OutlineModel(view)
    model.show_case(liberia, completeness(liberia))
    view.setModel(model)
    view.setItemDelegate(OutlineDelegate(view))
    qtbot.addWidget(view)
    view.resize(240, 800)
    with qtbot.waitExposed(view):
        view.show()
    return view


def picture(view, row):
    return view.viewport().grab(view.visualRect(view.model().index(row, 0))).toImage()


def inked(image, columns):
    """Whether the accent is found in these columns of a picture."""
    accent = QColor(LIGHT.accent).name()
    return any(
        image.pixelColor(QPoint(x, y)).name() == accent for x in columns for y in range(image.height())
    )


def test_the_first_line_of_a_group_stands_off(outline):
    model = outline.model()
    group, plain = model.row_of("actor_records"), model.row_of("challenges")
    heights = [outline.visualRect(model.index(row)).height() for row in (group, plain)]
    assert heights[0] - heights[1] == GROUP_GAP


def test_the_dot_of_completeness_stands_before_the_title(outline):
    row = outline.model().row_of("overview")
    assert inked(picture(outline, row), range(14, 34))
    assert not inked(picture(outline, row), range(200, 230))
    outline.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert inked(picture(outline, row), range(240 - 36, 240 - 12))


def test_the_chosen_line_is_shaded(outline):
    row = outline.model().row_of("lessons")
    before = picture(outline, row)
    outline.setCurrentIndex(outline.model().index(row))
    assert picture(outline, row) != before
    middle = picture(outline, row).pixelColor(QPoint(150, 3)).name()
    assert middle == QColor(LIGHT.selection).name()


def test_a_case_without_content_paints_too(outline):
    empty = Case()
    outline.model().show_case(empty, completeness(empty))
    assert not picture(outline, 0).isNull()
    assert not inked(picture(outline, outline.model().row_of("lessons")), range(200, 230))
