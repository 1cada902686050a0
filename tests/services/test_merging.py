import attrs
import pytest

from casebook.domain.changes import setting
from casebook.domain.errors import ChangeError, NotFoundError, ReadOnlyError
from casebook.domain.merge_rows import Choice
from casebook.domain.records import Markdown
from casebook.services.comparing import usual_wording
from casebook.services.merging import merge, merge_words, plan_of, take_back
from casebook.services.new_cases import copy_case
from casebook.storage.library import Library
from casebook.storage.listing import ListQuery
from tests.strategies import dangling, same_in_full

WORDING = usual_wording()


@pytest.fixture
def library(sample_library):
    with Library.open(sample_library, author="Ama Mensah") as opened:
        yield opened


@pytest.fixture
def two(library):
    return library.cases.resolve("LR-2003-001"), library.cases.resolve("SL-1999-001")


def test_a_merge_is_one_step_for_both_cases(library, two):
    plan = plan_of(library, *two, WORDING)
    done = merge(library, plan, plan.preferring(Choice.BOTH), WORDING)
    after = library.cases.load(two[0])
    assert after == done.after and dangling(after) == []
    assert len(after.timeline) > len(done.before.timeline)
    assert two[1] in library.cases.trashed_ids()
    assert library.history.of(two[0])[0].what == "Merged with SL-1999-001"
    assert library.problems() == []


def test_taking_it_back_puts_both_back_exactly(library, two):
    before = [library.cases.load(one) for one in two]
    listed = library.cases.page(ListQuery(sort="title"))
    plan = plan_of(library, *two, WORDING)
    done = merge(library, plan, {}, WORDING)
    take_back(library, done)
    assert all(same_in_full(library.cases.load(one.id), one) for one in before)
    assert library.cases.page(ListQuery(sort="title")) == listed
    assert library.history.of(two[0])[0].what == "Merging with SL-1999-001 taken back"


def test_what_was_written_since_stays_when_it_is_taken_back(library, two):
    plan = plan_of(library, *two, WORDING)
    done = merge(library, plan, {}, WORDING)
    merged = library.cases.load(two[0])
    change = setting(merged, merged.id, "consent_notes", Markdown("Written since."))
    library.cases.save(merged, change.apply(merged), change)
    take_back(library, done)
    back = library.cases.load(two[0])
    assert back == attrs.evolve(done.before, consent_notes="Written since.")


def test_what_cannot_be_taken_back_is_told_and_nothing_happens(library, two):
    plan = plan_of(library, *two, WORDING)
    done = merge(library, plan, {}, WORDING)
    merged = library.cases.load(two[0])
    added = next(one for one in merged.lessons if one not in done.before.lessons)
    change = setting(merged, added.id, "title", "Another title")
    library.cases.save(merged, change.apply(merged), change)
    with pytest.raises(ChangeError):
        take_back(library, done)
    assert two[1] in library.cases.trashed_ids()


def test_a_plan_that_is_out_of_date_is_refused(library, two):
    plan = plan_of(library, *two, WORDING)
    other = library.cases.load(two[1])
    change = setting(other, other.id, "title", "Changed")
    library.cases.save(other, change.apply(other), change)
    with pytest.raises(ChangeError):
        merge(library, plan, {}, WORDING)
    assert library.cases.load(two[0]) == plan.kept and not library.cases.trashed_ids()


def test_merging_identical_copies_leaves_the_case_as_it_is(library, two):
    twin = copy_case(
        library, two[0], "Liberia: from West African vanguard to United Nations mission, 2003–2018"
    )
    plan = plan_of(library, two[0], twin.id, WORDING)
    done = merge(library, plan, {}, WORDING)
    assert done.change.changes == () and twin.id in library.cases.trashed_ids()
    take_back(library, done)
    assert library.cases.trashed_ids() == frozenset()


def test_a_case_is_not_merged_with_itself_or_with_one_that_is_gone(library, two):
    with pytest.raises(ChangeError):
        plan_of(library, two[0], two[0], WORDING)
    with pytest.raises(NotFoundError):
        plan_of(library, two[0], "gone", WORDING)


def test_reading_only_nothing_is_merged(sample_library):
    with Library.open(sample_library, read_only=True) as library:
        plan = plan_of(
            library, library.cases.resolve("LR-2003-001"), library.cases.resolve("SL-1999-001"), WORDING
        )
        with pytest.raises(ReadOnlyError):
            merge(library, plan, {}, WORDING)


def test_the_words_of_a_merge_name_the_other_case():
    assert merge_words("LR-2", WORDING).label == "Merged with LR-2"
