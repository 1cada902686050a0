import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from casebook.ui.publish.publish_middle import PublishMiddle


@pytest.fixture
def middle(workbench, qtbot):
    made = PublishMiddle(workbench)
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    return made


def test_one_of_three_is_shown_with_a_way_back(middle, qtbot):
    back = middle.findChild(QPushButton, "back-to-pages")
    assert middle.preview.isVisible() and not back.isVisible()
    middle.show_results()
    assert middle.results.isVisible() and not middle.preview.isVisible() and back.isVisible()
    middle.show_exports()
    assert middle.exports.isVisible()
    with qtbot.waitSignal(middle.pages_wanted):
        qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    middle.show_pages()
    assert middle.preview.isVisible() and not back.isVisible()
