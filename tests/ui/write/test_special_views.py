"""The one table of sections with something of their own."""

from casebook.domain.case import CASE
from casebook.ui.write.special_views import ADDED_FROM_FILES, SPECIAL, special_bar


def test_only_declared_sections_are_named():
    assert set(SPECIAL) | ADDED_FROM_FILES <= set(CASE.sections)


def test_most_sections_have_nothing_of_their_own(workbench):
    assert special_bar("challenges", workbench, None) is None
