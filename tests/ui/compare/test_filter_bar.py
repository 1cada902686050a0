from PySide6.QtCore import Qt

from casebook.ui.compare.filter_bar import FilterBar
from casebook.ui.compare.row_filter import WEAK, RowFilter, Which


def test_everything_passes_until_something_is_chosen(look, qtbot):
    bar = FilterBar()
    qtbot.addWidget(bar)
    assert bar.filter == RowFilter()
    bar.choose(Which.SHARED)
    bar.findChild(object, "hide-empty").click()
    with qtbot.waitSignal(bar.changed, timeout=3000) as told:
        qtbot.keyClicks(bar.text, " mandate ")
    assert told.args[0] == RowFilter(which=Which.SHARED, hide_empty=True, text="mandate")
    bar.clear()
    assert bar.filter == RowFilter()


def test_buttons_walk_and_open_everything(look, qtbot):
    bar = FilterBar()
    qtbot.addWidget(bar)
    bar.show()
    for name, wanted in (("next-difference", "difference"), ("next-undecided", "undecided")):
        with qtbot.waitSignal(bar.step_wanted) as told:
            qtbot.mouseClick(bar.findChild(object, name), Qt.MouseButton.LeftButton)
        assert told.args == [wanted]
    with qtbot.waitSignal(bar.open_all) as told:
        qtbot.mouseClick(bar.findChild(object, "open-all"), Qt.MouseButton.LeftButton)
    assert told.args == [True]


def test_grades_can_be_chosen_weak_ones_too(look, qtbot):
    bar = FilterBar()
    qtbot.addWidget(bar)
    box = bar.findChild(object, "which-grade")
    assert [box.itemData(at) for at in range(box.count())] == [None, *"ABCDEF", "", WEAK]
