import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QToolButton

from casebook.ui.publish.preview_bar import PreviewBar
from casebook.ui.widgets.elided_label import ElidedLabel


@pytest.fixture
def bar(look, qtbot):
    made = PreviewBar()
    qtbot.addWidget(made)
    made.resize(900, 50)
    made.show()
    return made


def press(bar, name):
    QTest.mouseClick(bar.findChild(QToolButton, name), Qt.MouseButton.LeftButton)


def test_it_says_which_page_is_read_and_how_large_it_is(bar):
    bar.show_page(1, 12)
    bar.show_zoom(1.25)
    assert bar.findChild(ElidedLabel, "preview-page").full_text == "Preview · page 2 of 12"
    assert bar.findChild(QToolButton, "preview-zoom").text() == "125 %"


def test_without_pages_its_buttons_rest(bar):
    assert not any(button.isEnabled() for button in bar.findChildren(QToolButton))
    bar.show_page(0, 1)
    assert all(button.isEnabled() for button in bar.findChildren(QToolButton))


def test_every_button_says_what_is_wanted(bar):
    bar.show_page(0, 3)
    wanted = []
    bar.page_wanted.connect(lambda step: wanted.append(("page", step)))
    bar.zoom_wanted.connect(lambda step: wanted.append(("zoom", step)))
    bar.width_wanted.connect(lambda: wanted.append(("width", 0)))
    bar.find_wanted.connect(lambda: wanted.append(("find", 0)))
    names = ("previous-page", "next-page", "find-pages", "zoom-out", "preview-zoom", "zoom-in", "fit-width")
    for name in names:
        assert bar.findChild(QToolButton, name).accessibleName()
        press(bar, name)
    assert wanted == [
        ("page", -1),
        ("page", 1),
        ("find", 0),
        ("zoom", -1),
        ("zoom", 0),
        ("zoom", 1),
        ("width", 0),
    ]


def test_several_cases_are_offered_and_one_alone_is_not(bar, qtbot):
    chooser = bar.findChild(QComboBox, "preview-case")
    bar.show_cases(("One",), 0)
    assert not chooser.isVisible()
    bar.show_cases(("One", "Two"), 0)
    assert chooser.isVisible() and chooser.currentText() == "1 of 2 cases: One"
    with qtbot.waitSignal(bar.case_wanted) as told:
        qtbot.keyClick(chooser, Qt.Key.Key_Down)
    assert told.args == [1]
