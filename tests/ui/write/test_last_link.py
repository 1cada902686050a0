"""The source that was linked last, for as long as the window is open."""

import pytest

from casebook.domain.changes import setting
from casebook.ui.write.last_link import LastLink


@pytest.fixture
def last(workbench):
    return LastLink.of(workbench)


def test_nothing_was_linked_at_first(last):
    assert last.source is None
    assert last.locator == ""


def test_all_views_of_a_window_share_it(last, workbench):
    assert LastLink.of(workbench) is last


def test_it_follows_what_is_edited_afterwards(last, workbench):
    link = workbench.case.evidence[0]
    source = workbench.case.find(link.source)
    last.remember(link, source)
    workbench.apply(setting(workbench.case, link.id, "locator", "p. 99"))
    workbench.apply(setting(workbench.case, source.id, "title", "A better title"))
    assert (last.source.title, last.locator) == ("A better title", "p. 99")


def test_it_outlives_the_case(last, workbench):
    link = workbench.case.evidence[0]
    source = workbench.case.find(link.source)
    last.remember(link, source)
    workbench.close_case()
    assert last.source == source
