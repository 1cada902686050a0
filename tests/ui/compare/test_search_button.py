import pytest

from casebook.services.searches import SavedSearch, keep_search
from casebook.ui.compare.search_button import SearchButton
from tests.ui.compare.reviewer import RIVER


@pytest.fixture
def button(small_bench, qtbot):
    made = SearchButton(small_bench)
    qtbot.addWidget(made)
    made.show()
    return made


def test_without_searches_it_says_where_they_come_from(button):
    assert not button.isEnabled()
    assert "Library" in button.toolTip()


def test_a_search_gives_the_cases_it_finds_now(button, small_bench, qtbot):
    words = small_bench.library.cases.load(RIVER).title.split()[0]
    keep_search(small_bench.library, SavedSearch(name="Rivers", text=words))
    button.look_again()
    assert button.isEnabled()
    with qtbot.waitSignal(button.cases_taken) as taken:
        button.menu().actions()[0].trigger()
    assert RIVER in taken.args[0]
