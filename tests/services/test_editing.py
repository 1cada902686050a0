"""One open case: changes are stamped and saved, typing held back for a moment, nothing lost when saving fails."""

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebook.domain.case import new_case
from casebook.domain.changes import Aspect, SetField, setting
from casebook.domain.entry_changes import adding
from casebook.domain.errors import ChangeError, LibraryError
from casebook.domain.records import Absence, TermRef
from casebook.domain.sections.challenges import Challenge
from casebook.services.editing import Editor, is_typing, stamp_changes
from casebook.storage.library import Library
from tests.strategies import cases, changes

NOON, LATER = "2026-11-23T12:00:00+00:00", "2026-11-23T12:05:00+00:00"


class Clock:
    """Says what it is told to say."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> str:
        return self.now


@pytest.fixture
def library(tmp_path):
    with Library.create(tmp_path / "a.casebook", author="Ama Mensah") as made:
        yield made


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def editor(library, clock):
    case = new_case(title="A case", challenges=(Challenge(title="Radio"), Challenge(title="Roads")))
    library.cases.save(None, case, None)
    return Editor(library, case, clock)


def stored(editor, library):
    return library.cases.load(editor.case.id)


def type_title(editor, text, at=0):
    target = editor.case.challenges[at].id
    for end in range(1, len(text) + 1):
        editor.apply(setting(editor.case, target, "title", text[:end]))


class FullDisk:
    """Makes the library refuse to grow, and lets it grow again."""

    def __init__(self, library) -> None:
        self._driver = library._database.driver
        self._usual = self._driver.execute("PRAGMA max_page_count").fetchone()[0]

    def fill(self) -> None:
        pages = self._driver.execute("PRAGMA page_count").fetchone()[0]
        self._driver.execute(f"PRAGMA max_page_count = {pages}")

    def make_room(self) -> None:
        self._driver.execute(f"PRAGMA max_page_count = {self._usual}")


@pytest.fixture
def disk(library):
    return FullDisk(library)


LONG = "word " * 20_000


def test_typing_is_held_back_until_flush(editor, library):
    type_title(editor, "New")
    assert editor.pending
    assert editor.case.challenges[0].title == "New"
    assert stored(editor, library).challenges[0].title == "Radio"
    assert editor.flush() is True
    assert not editor.pending
    assert stored(editor, library) == editor.case
    assert editor.flush() is False


def test_typing_becomes_one_entry_of_the_history(editor, library):
    type_title(editor, "A new title")
    editor.flush()
    typed = [entry for entry in library.history.of(editor.case.id) if entry.change["do"] == "set"]
    assert [(entry.change["old"], entry.change["new"]) for entry in typed] == [("Radio", "A new title")]


def test_any_other_change_is_saved_as_it_is_made_and_what_was_typed_before_it_too(editor, library):
    type_title(editor, "New")
    editor.apply(setting(editor.case, editor.case.challenges[1].id, "severity", 4))
    assert not editor.pending
    assert stored(editor, library) == editor.case
    assert len(library.history.of(editor.case.id)) == 3


def test_typing_elsewhere_saves_what_was_typed_before(editor, library):
    type_title(editor, "New")
    type_title(editor, "Other", at=1)
    assert stored(editor, library).challenges[0].title == "New"
    assert stored(editor, library).challenges[1].title == "Roads"


def test_what_was_typed_and_taken_back_leaves_no_trace(editor, library):
    before = library.history.of(editor.case.id)
    target = editor.case.challenges[0].id
    editor.apply(setting(editor.case, target, "title", "Radios"))
    editor.apply(setting(editor.case, target, "title", "Radio"))
    assert editor.flush() is True
    assert not editor.pending
    assert library.history.of(editor.case.id) == before


def test_records_are_stamped_in_memory_as_on_disk(editor, library, clock):
    type_title(editor, "New")
    clock.now = LATER
    editor.apply(setting(editor.case, editor.case.challenges[1].id, "severity", 4))
    first, second = editor.case.challenges
    assert (first.stamp.updated_at, second.stamp.updated_at) == (LATER, LATER)
    assert [c.stamp for c in stored(editor, library).challenges] == [c.stamp for c in editor.case.challenges]
    clock.now = NOON
    editor.apply(setting(editor.case, second.id, "severity", 5))
    assert editor.case.challenges[0].stamp == first.stamp
    assert [c.stamp for c in stored(editor, library).challenges] == [c.stamp for c in editor.case.challenges]


def test_a_new_entry_is_stamped_as_made_by_the_author(editor):
    editor.apply(adding(editor.case, "challenges", Challenge(title="Fuel")))
    stamp = editor.case.challenges[-1].stamp
    assert (stamp.created_at, stamp.created_by, stamp.updated_by) == (NOON, "Ama Mensah", "Ama Mensah")


def test_a_change_that_does_not_fit_changes_nothing(editor):
    type_title(editor, "New")
    case = editor.case
    wrong = SetField(target=case.challenges[0].id, field="title", old="something else", new="x")
    with pytest.raises(ChangeError):
        editor.apply(wrong)
    assert editor.case == case


def test_a_full_disk_keeps_the_text_and_saving_goes_on_when_there_is_room(editor, library, disk):
    disk.fill()
    target = editor.case.id
    editor.apply(setting(editor.case, target, "context", LONG))
    for _attempt in range(2):
        with pytest.raises(LibraryError):
            editor.flush()
    assert editor.pending
    assert editor.case.context == LONG
    assert stored(editor, library).context == ""
    disk.make_room()
    assert editor.flush() is True
    assert stored(editor, library).context == LONG


def test_changes_pile_up_while_the_disk_is_full_and_are_all_saved(editor, library, disk):
    disk.fill()
    editor.apply(setting(editor.case, editor.case.id, "context", LONG))
    type_title(editor, "New")
    with pytest.raises(LibraryError):
        editor.apply(setting(editor.case, editor.case.challenges[1].id, "severity", 4))
    assert editor.case.challenges[1].severity == 4
    disk.make_room()
    editor.flush()
    assert stored(editor, library) == editor.case
    assert (editor.case.context, editor.case.challenges[0].title) == (LONG, "New")


@given(st.data())
def test_only_letters_typed_into_text_are_typing(data):
    case = data.draw(cases())
    change = data.draw(changes(case))
    typed = isinstance(change, SetField) and change.aspect is Aspect.VALUE and isinstance(change.new, str)
    assert not is_typing(change, case) or typed


def test_choosing_another_term_or_absence_is_not_typing():
    case = new_case(title="A")
    case = attrs.evolve(case, absences={"lessons": Absence.NONE_FOUND})
    assert is_typing(setting(case, case.id, "title", "B"), case)
    assert not is_typing(setting(case, case.id, "status", TermRef("approved")), case)
    assert not is_typing(setting(case, case.id, "language", "fr"), case)
    absent = setting(case, case.id, "lessons", Absence.NOT_APPLICABLE, Aspect.ABSENCE)
    assert not is_typing(absent, case)


@given(st.data())
def test_stamping_changes_nothing_but_stamps(data):
    before = data.draw(cases())
    after = data.draw(changes(before)).apply(before)
    stamped = stamp_changes(before, after, NOON, "Kofi")
    assert stamped == after
    old = {record.id: record for record in _records(before)}
    for record in _records(stamped):
        same = old.get(record.id) == record
        if not same:
            assert (record.stamp.updated_at, record.stamp.updated_by) == (NOON, "Kofi")
        elif record.id != stamped.id:
            assert record.stamp == old[record.id].stamp


@settings(max_examples=12)
@given(data=st.data())
def test_any_changes_one_after_another_end_up_on_disk(data, tmp_path_factory):
    case = data.draw(cases(most=1))
    path = tmp_path_factory.mktemp("editing") / "a.casebook"
    with Library.create(path, author="Ama") as library:
        library.cases.save(None, case, None)
        editor = Editor(library, library.cases.load(case.id))
        for _step in range(3):
            try:
                editor.apply(data.draw(changes(editor.case)))
            except (LibraryError, ChangeError):
                return
        editor.flush()
        assert library.cases.load(case.id) == editor.case


def _records(case):
    return [case, *(entry for key in case.declaration.sections for entry in case.section(key))]
