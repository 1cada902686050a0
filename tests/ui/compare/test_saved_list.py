import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListWidget, QPushButton

from casebook.domain.synthesis import ComparedCase, Synthesis
from casebook.services.comparisons import keep_comparison, saved_comparisons
from casebook.ui.compare.saved_list import SavedList
from tests.ui.compare.reviewer import RIVER


@pytest.fixture
def listed(small_bench, qtbot):
    for name in ("First", "Second"):
        keep_comparison(small_bench.library, Synthesis(name=name, cases=(ComparedCase(id=RIVER),)))
    made = SavedList(small_bench)
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show()
    made.show_saved()
    return made


def names(bench):
    return sorted(one.name for one in saved_comparisons(bench.library))


def press(listed, qtbot, name):
    qtbot.mouseClick(listed.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def test_the_newest_is_first_and_opens(listed, qtbot):
    items = listed.findChild(QListWidget, "saved-comparisons")
    assert items.count() == 2
    assert "1 case" in items.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    with qtbot.waitSignal(listed.open_wanted) as wanted:
        press(listed, qtbot, "open-comparison")
    assert wanted.args[0]


def test_rename_in_place(listed, small_bench, qtbot):
    press(listed, qtbot, "rename-comparison")
    items = listed.findChild(QListWidget, "saved-comparisons")
    field = items.findChild(QLineEdit)
    field.selectAll()
    qtbot.keyClicks(field, "Renamed")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Renamed" in names(small_bench))
    assert len(names(small_bench)) == 2


def test_duplicate(listed, small_bench, qtbot):
    press(listed, qtbot, "duplicate-comparison")
    assert len(names(small_bench)) == 3
    assert any(name.endswith("(copy)") for name in names(small_bench))


def test_delete_by_key_and_undo(listed, small_bench, qtbot):
    told = []
    small_bench.told.connect(lambda sentence, undo: told.append((sentence, undo)))
    items = listed.findChild(QListWidget, "saved-comparisons")
    items.setFocus()
    with qtbot.waitSignal(listed.removed):
        qtbot.keyClick(items, Qt.Key.Key_Delete)
    assert len(names(small_bench)) == 1
    told[-1][1]()
    assert names(small_bench) == ["First", "Second"]
    assert items.count() == 2


def test_for_reading_only_it_can_be_looked_at(listed, small_bench):
    from casebook.storage.library import Library

    path = small_bench.library.path
    small_bench.set_library(Library.open(path, read_only=True))
    listed.show_saved()
    assert not listed.findChild(QPushButton, "delete-comparison").isEnabled()
    assert listed.findChild(QPushButton, "open-comparison").isEnabled()
