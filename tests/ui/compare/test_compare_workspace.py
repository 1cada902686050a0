import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QPushButton

from casebook.services.comparisons import saved_comparisons
from casebook.services.searches import SavedSearch, keep_search
from casebook.ui.compare.compare_workspace import CompareWorkspace
from tests.ui.compare.reviewer import COAST, HILLS, RIVER


@pytest.fixture
def space(small_bench, qtbot):
    made = CompareWorkspace(small_bench)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    yield made
    made.desk.keeper.flush()


def shown(space, qtbot):
    qtbot.waitUntil(lambda: space.desk.comparison is not None and not space._workbench.tasks.running)


def test_an_empty_list_says_what_belongs_here_and_where_to_go(space, small_bench, qtbot):
    space.arrive()
    assert "side by side" in " ".join(label.text() for label in space.saved.findChildren(QLabel))
    with qtbot.waitSignal(small_bench.workspace_requested) as wanted:
        qtbot.mouseClick(space.saved.findChild(QPushButton, "empty-action"), Qt.MouseButton.LeftButton)
    assert wanted.args == ["library"]


def test_cases_brought_here_lie_side_by_side(space, qtbot):
    chosen = []
    space.selection_changed.connect(lambda: chosen.append(space.chosen_cases()))
    space.take_cases((RIVER, COAST))
    shown(space, qtbot)
    assert space.page.isVisible()
    assert chosen[-1] == (RIVER, COAST)
    space.search()
    assert (
        space.page.findChild(QLineEdit, "row-text").hasFocus() or space.page.filters.text.selectedText() == ""
    )


def test_a_comparison_is_found_again_in_the_list_and_opened_by_key(space, qtbot):
    space.take_cases((RIVER, COAST))
    shown(space, qtbot)
    qtbot.mouseClick(space.page.findChild(QPushButton, "all-comparisons"), Qt.MouseButton.LeftButton)
    assert space.saved.isVisible()
    assert space.chosen_cases() == ()
    items = space.saved.findChild(QListWidget, "saved-comparisons")
    assert items.item(0).text() == "River, Coast"
    qtbot.keyClick(items, Qt.Key.Key_Return)
    shown(space, qtbot)
    assert space.chosen_cases() == (RIVER, COAST)


def test_coming_back_shows_what_changed_meanwhile(space, small_bench, qtbot):
    import attrs

    space.take_cases((RIVER, COAST))
    shown(space, qtbot)
    case = small_bench.library.cases.load(COAST)
    small_bench.library.cases.save(case, attrs.evolve(case, title="Coast anew"), None)
    space.arrive()
    qtbot.waitUntil(lambda: space.desk.comparison.cases[1].title == "Coast anew")
    assert space.desk.changed_cases == (COAST,)


def test_a_first_case_is_typed_and_others_follow(space, qtbot):
    field = space.saved.findChild(QLineEdit, "add-case")
    qtbot.keyClicks(field, "hills")
    popup = field.completer().popup()
    qtbot.waitUntil(popup.isVisible, timeout=3000)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    shown(space, qtbot)
    assert space.chosen_cases() == (HILLS,)


def test_another_library_begins_with_its_list(space, small_bench, qtbot):
    space.take_cases((RIVER, COAST))
    shown(space, qtbot)
    small_bench.set_library(None)
    assert space.chosen_cases() == ()
    assert not small_bench.undo_stack.canUndo()
    assert space.saved.isVisible()


def test_what_is_open_is_kept_before_the_list_is_shown(space, small_bench, qtbot):
    space.take_cases((RIVER, COAST))
    shown(space, qtbot)
    space.desk.rename("Two waters")
    space.page.list_wanted.emit()
    assert [one.name for one in saved_comparisons(small_bench.library)] == ["Two waters"]


def test_the_cases_of_a_saved_search_lie_side_by_side(space, small_bench, qtbot):
    button = space.saved.findChild(QPushButton, "from-search")
    space.arrive()
    assert not button.isEnabled()
    assert "Library" in button.toolTip()
    library = small_bench.library
    words = library.cases.load(RIVER).title.split()[0]
    search = keep_search(library, SavedSearch(name="Rivers & coasts", text=words))
    keep_search(library, SavedSearch(name="Nothing", text="zzzznothing"))
    space.arrive()
    assert [action.text() for action in button.menu().actions()] == ["Nothing", "Rivers && coasts"]
    with qtbot.waitSignal(small_bench.told) as told:
        button.menu().actions()[0].trigger()
    assert told.args[0] == "“Nothing” finds no case now."
    button.menu().actions()[1].trigger()
    shown(space, qtbot)
    found = library.cases.ids(search.asked_by(small_bench.author(), library, small_bench.wording))
    assert RIVER in found
    assert list(space.chosen_cases()) == found
