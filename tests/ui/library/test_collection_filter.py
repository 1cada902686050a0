import pytest
from PySide6.QtWidgets import QToolButton

from casebook.storage.listing import ListQuery
from casebook.ui.library.asking import Asking
from casebook.ui.library.collection_filter import COLLECTION, CollectionFilter
from casebook.ui.library.search_bar import SearchBar
from casebook.ui.organise.collections_tree import CollectionsTree


@pytest.fixture
def some(crowded):
    """Two collections, the second within the first, with two cases and one."""
    held = crowded.library.collections
    ids = crowded.library.cases.ids(ListQuery())
    outer = held.create("Course")
    inner = held.create("Session 1", outer.id)
    held.put(outer.id, ids[:2])
    held.put(inner.id, ids[2:3])
    return outer, inner, ids


@pytest.fixture
def filtering(crowded, some, qtbot):
    asking = Asking(crowded)
    tree = CollectionsTree(crowded)
    qtbot.addWidget(tree)
    tree.show()
    return asking, tree, CollectionFilter(crowded, asking, tree)


def found(crowded, asking):
    return set(crowded.library.cases.ids(asking.query()))


def test_a_collection_shows_its_cases_and_those_of_what_stands_in_it(crowded, some, filtering):
    outer, inner, ids = some
    asking, tree, _filter = filtering
    tree.chosen.emit(outer.id)
    assert found(crowded, asking) == set(ids[:3])
    tree.chosen.emit(inner.id)
    assert found(crowded, asking) == {ids[2]}


def test_its_chip_takes_it_away_again(crowded, some, filtering, qtbot):
    outer, _inner, ids = some
    asking, tree, _filter = filtering
    bar = SearchBar(crowded, asking)
    qtbot.addWidget(bar)
    asking.changed.connect(bar.show_question)
    tree.choose(outer.id)
    tree.chosen.emit(outer.id)
    chip = bar.findChild(QToolButton, "chip-0")
    assert chip.text().startswith("Collection: Course")
    chip.click()
    assert found(crowded, asking) == set(ids)
    assert tree.current == ""


def test_cases_that_come_in_are_shown(crowded, some, filtering):
    outer, _inner, ids = some
    asking, tree, following = filtering
    tree.choose(outer.id)
    tree.chosen.emit(outer.id)
    crowded.library.collections.put(outer.id, ids[5:6])
    following.refresh()
    assert ids[5] in found(crowded, asking)
    following.leave()
    assert COLLECTION not in asking.narrowed
