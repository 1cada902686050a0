import pytest
from PySide6.QtWidgets import QLabel

from casebook.ui.library.filter_bar import FilterBar


@pytest.fixture
def bar(qtbot, look):
    made = FilterBar()
    qtbot.addWidget(made)
    made.resize(700, 60)
    made.show()
    return made


def test_the_count_and_the_way_to_save_stand_beside_words_only(bar, qtbot):
    found = bar.findChild(QLabel, "found")
    bar.show_found(7, narrowed=False, may_save=True)
    assert not found.isVisible()
    assert not bar.save.isVisible()
    qtbot.keyClicks(bar.field, " peace ")
    bar.show_found(1, narrowed=True, may_save=True)
    assert (bar.words, found.text()) == ("peace", "1 found")
    assert found.isVisible()
    assert bar.save.isVisible()
    bar.show_found(7, narrowed=True, may_save=False)
    assert found.text() == "7 found"
    assert not bar.save.isVisible()
