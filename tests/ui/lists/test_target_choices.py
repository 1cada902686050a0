"""Everything a column can be taken into is found by name."""

from casebook.domain.case import CASE
from casebook.services.lists.targets import targets_of
from casebook.ui.lists.target_choices import LEAVE_OUT, TargetChoices

CHOICES = TargetChoices(targets_of(CASE), lambda text: text)


def labels(typed):
    return [choice.label for choice in CHOICES.find(typed)]


def test_typing_finds_fields_by_name_and_by_part(look):
    assert CHOICES.find("")[0].value == LEAVE_OUT and len(CHOICES.find("")) == len(targets_of(CASE)) + 1
    assert labels("peri") == ["Period", "Period – from", "Period – to"]
    assert "Context" in labels("narrative") and labels("zzz") == []


def test_labels_say_what_is_needed_and_what_makes_entries(look):
    assert CHOICES.of("title").label == "Title (needed)"
    assert CHOICES.of("actors:").label == "Actors by name"
    assert CHOICES.of("").value == CHOICES.of("gone").value == LEAVE_OUT
    assert not CHOICES.opens("title") and CHOICES.create("x") == "x"
