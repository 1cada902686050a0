"""Marking a text for translation leaves it as it is."""

from casebook.domain.marking import _


def test_the_text_stays():
    assert _("Add a challenge") == "Add a challenge"
