"""Rows of suggestions."""

from casebook.ui.forms.choice import Choice


def test_what_the_field_shows_is_the_label_unless_said_otherwise():
    assert Choice(value="a", label="Mandate gap").words == "Mandate gap"
    assert (
        Choice(value="a", label="Mandate gap", shown="Interests › Mandate gap").words
        == "Interests › Mandate gap"
    )
