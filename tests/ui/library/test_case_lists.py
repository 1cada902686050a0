from casebook.ui.library.case_lists import LISTS


def test_the_lists_ask_for_different_cases(workbench):
    asked = [(entry.asked_by("Ama"), entry.words) for entry in LISTS]
    assert len(set(asked)) == len(LISTS)
    assert [entry.key for entry in LISTS if entry.asked_by("Ama").trashed] == ["trash"]


def test_only_my_drafts_ask_for_a_person(workbench):
    assert [entry.key for entry in LISTS if entry.asked_by("Ama").updated_by] == ["drafts"]


def test_their_statuses_exist(workbench):
    known = workbench.vocabularies["status"].by_id
    assert all(status in known for entry in LISTS for status in entry.query.statuses)
