"""Where the person was in a case."""

from casebook.ui.write.case_places import CasePlaces


def test_a_case_never_seen_begins_at_its_first_part(workbench):
    assert CasePlaces(workbench).opened(workbench.case) == ("overview", "")


def test_it_goes_on_where_it_was_left(workbench):
    places = CasePlaces(workbench)
    places.opened(workbench.case)
    places.went(workbench.case, "challenges", "c1")
    places.went(workbench.case, "timeline", "t1")
    assert places.entry("challenges") == "c1"
    again = CasePlaces(workbench)
    assert again.opened(workbench.case) == ("timeline", "t1")
    assert again.entry("timeline") == "t1"
    assert again.entry("challenges") == ""


def test_a_place_that_is_gone_or_nested_counts_as_none(workbench):
    for key in ("made-up", "indicators"):
        workbench.places[workbench.case.id] = f"{key} x"
        assert CasePlaces(workbench).opened(workbench.case) == ("overview", "")


def test_the_latest_place_stands_last_so_that_old_ones_can_be_forgotten(workbench):
    workbench.places.update({workbench.case.id: "overview", "other": "lessons"})
    CasePlaces(workbench).went(workbench.case, "narrative")
    assert list(workbench.places) == ["other", workbench.case.id]
    assert workbench.places[workbench.case.id] == "narrative"
