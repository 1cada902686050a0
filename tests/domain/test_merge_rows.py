from casebook.domain.case import Case
from casebook.domain.fields import field_spec
from casebook.domain.merge_plan import LEVEL, merge_plan
from casebook.domain.merge_rows import Choice, joined
from casebook.domain.records import Sensitivity
from casebook.domain.sections.challenges import Challenge
from casebook.domain.wording import Wording
from tests.strategies import VOCABULARIES

WORDING = Wording(vocabularies=VOCABULARIES)


def test_texts_stand_one_after_the_other_and_lists_become_one():
    context, tags = field_spec(Case, "context"), field_spec(Case, "tags")
    assert joined(context, "One.\n", "Two.") == "One.\n\nTwo."
    assert joined(context, "One. Two.", "Two.") == "One. Two."
    assert joined(tags, ("a", "b"), ("b", "c")) == ("a", "b", "c")


def test_what_has_room_for_one_value_holds_no_two():
    assert joined(field_spec(Case, "title"), "One", "Two") is None
    families = field_spec(Case, "partnership_families")
    assert joined(families, ("a", "b"), ("b", "c")) == ("a", "b", "c")
    assert joined(families, ("a", "b"), ("c", "d")) is None


def plan():
    kept = Case(title="One", sensitivity=Sensitivity.PUBLIC, challenges=(Challenge(title="Gap", severity=2),))
    other = Case(title="Two", context="New.", challenges=(Challenge(title="Gap", severity=4),))
    return merge_plan(kept, other, WORDING)


def test_what_differs_is_open_until_it_is_chosen():
    made = plan()
    value = next(row for row in made.rows if row.parent)
    assert [row.label for row in made.open_rows({})] == ["Title", "Severity"]
    assert made.open_rows({"field/title": Choice.OTHER}) == (value,)
    assert [row.label for row in made.open_rows({value.parent: Choice.BOTH})] == ["Title"]


def test_a_choice_that_is_not_offered_is_not_made():
    made = plan()
    context = next(row for row in made.rows if row.key == "field/context")
    assert made.choice(context, {}) is Choice.OTHER
    assert made.choice(context, {"field/context": Choice.BOTH}) is Choice.OTHER
    assert made.choice(context, {"field/context": Choice.KEPT}) is Choice.KEPT


def test_preferring_one_side_or_both():
    made = plan()
    value = next(row for row in made.rows if row.parent)
    assert made.preferring(Choice.OTHER) == {"field/title": Choice.OTHER, value.key: Choice.OTHER}
    assert made.preferring(Choice.KEPT) == {"field/title": Choice.KEPT, value.key: Choice.KEPT}
    assert made.preferring(Choice.BOTH) == {"field/title": Choice.BOTH, value.parent: Choice.BOTH}


def test_who_may_see_the_case_is_never_decided_by_a_preference():
    strict = Case(sensitivity=Sensitivity.INTERNAL)
    made = merge_plan(Case(sensitivity=Sensitivity.PUBLIC), strict, WORDING)
    assert all(LEVEL not in made.preferring(choice) for choice in Choice)
