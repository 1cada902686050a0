"""The door between widgets and the core: opening, saving within a second, and what happens when saving fails."""

import time

import pytest
from PySide6.QtCore import QCoreApplication

from casebook.domain.case import new_case
from casebook.domain.changes import setting
from casebook.domain.errors import CasebookError
from casebook.domain.records import TermRef
from casebook.services.settings import Settings
from casebook.storage.library import Library
from casebook.ui.workbench import Workbench

LONG = "word " * 20_000


@pytest.fixture
def heard(workbench):
    """The sentences the person was told."""
    said = []
    workbench.problem.connect(said.append)
    return said


class Disk:
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
def disk(workbench):
    made = Disk(workbench.library)
    yield made
    if workbench.library is not None:
        made.make_room()


def write(workbench, field, text):
    workbench.apply(setting(workbench.case, workbench.case.id, field, text))


def stored(workbench):
    return workbench.library.cases.load(workbench.case.id)


def turned_until_saved(workbench, each_turn=lambda: None):
    """Turn the event loop until something is saved; seconds that took, and the longest single turn.

    A turn is long when the machine does something else; no timer can fire within it.
    """
    saves = []
    workbench.saved.connect(lambda _case_id: saves.append(time.monotonic()))
    began = last = time.monotonic()
    longest = 0.0
    while not saves and last - began < 10:
        each_turn()
        QCoreApplication.processEvents()
        now = time.monotonic()
        longest, last = max(longest, now - last), now
    assert saves, "nothing was saved"
    return saves[0] - began, longest


def test_typing_is_on_disk_within_a_second(workbench):
    write(workbench, "title", "A new title")
    assert stored(workbench).title != "A new title"
    took, longest = turned_until_saved(workbench)
    assert took < 1 + longest
    assert stored(workbench).title == "A new title"


def test_typing_without_a_pause_is_saved_in_between(workbench):
    took, longest = turned_until_saved(
        workbench, lambda: write(workbench, "title", f"Title {time.monotonic()}")
    )
    assert took < 1 + longest


def test_other_changes_are_on_disk_at_once(workbench, qtbot):
    with qtbot.waitSignal(workbench.saved, timeout=1):
        write(workbench, "status", TermRef("approved"))
    assert stored(workbench).status == "approved"


def test_flush_hands_over_what_views_hold_and_saves_it(workbench):
    workbench.settling.connect(lambda: write(workbench, "title", "Still in the editor"))
    workbench.flush()
    assert stored(workbench).title == "Still in the editor"


def test_undo_takes_in_what_views_hold_first(workbench):
    before = workbench.case.title
    pending = ["Typed a moment ago"]
    workbench.settling.connect(lambda: pending and write(workbench, "title", pending.pop()))
    workbench.undo()
    assert workbench.case.title == before
    workbench.redo()
    assert workbench.case.title == "Typed a moment ago"


def test_every_view_is_told_of_a_change_with_case_and_change(workbench, qtbot):
    change = setting(workbench.case, workbench.case.id, "status", TermRef("approved"))
    with qtbot.waitSignal(workbench.case_changed) as told:
        workbench.apply(change)
    assert told.args == [workbench.case, change]


def test_a_change_that_does_not_fit_is_told_and_changes_nothing(workbench, heard, qtbot):
    stale = setting(workbench.case, workbench.case.id, "title", "Mine")
    write(workbench, "title", "Theirs")
    with qtbot.assertNotEmitted(workbench.case_changed):
        workbench.apply(stale)
    assert workbench.case.title == "Theirs"
    assert heard == ["This was changed elsewhere in the meantime; nothing was overwritten."]


def test_a_full_disk_keeps_the_text_tells_it_and_tries_again(workbench, disk, qtbot):
    disk.fill()
    write(workbench, "context", LONG)
    with qtbot.waitSignal(workbench.save_failed, timeout=2000) as failed:
        pass
    (sentence,) = failed.args
    assert sentence.endswith(".")
    assert "Traceback" not in sentence
    assert workbench.unsaved
    assert workbench.case.context == LONG
    disk.make_room()
    with qtbot.waitSignal(workbench.saved, timeout=3000):
        pass
    assert not workbench.unsaved
    assert stored(workbench).context == LONG


def test_writing_goes_on_while_the_disk_is_full(workbench, disk, qtbot):
    disk.fill()
    write(workbench, "context", LONG)
    workbench.flush()
    with qtbot.waitSignal(workbench.save_failed):
        write(workbench, "status", TermRef("approved"))
    assert workbench.case.status == "approved"
    disk.make_room()
    workbench.flush()
    assert stored(workbench) == workbench.case


def test_a_case_with_unsaved_words_is_not_left(workbench, disk, heard):
    other = new_case(title="Another")
    workbench.library.cases.save(None, other, None)
    disk.fill()
    write(workbench, "context", LONG)
    first = workbench.case.id
    assert workbench.open_case(other.id) is False
    assert workbench.close_case() is False
    assert workbench.set_library(None) is False
    assert workbench.case.id == first
    assert workbench.case.context == LONG
    assert "Nothing is lost" in heard[0]
    disk.make_room()
    assert workbench.open_case(other.id) is True
    assert workbench.library.cases.load(first).context == LONG


def test_unsaved_words_are_given_up_only_when_told_to(workbench, disk, library_file):
    disk.fill()
    write(workbench, "context", LONG)
    case_id = workbench.case.id
    assert workbench.set_library(None, discard=True) is True
    with Library.open(library_file) as library:
        assert library.cases.load(case_id).context != LONG


def test_a_read_only_library_refuses_in_a_sentence_and_stays_as_it_is(workbench, library_file, heard):
    case_id = workbench.case.id
    workbench.set_library(None)
    workbench.set_library(Library.open(library_file, read_only=True))
    workbench.open_case(case_id)
    before = workbench.case
    write(workbench, "title", "Not mine to change")
    assert workbench.read_only
    assert heard == ["This library is open for reading only; the change was not made."]
    assert workbench.case == before
    assert workbench.undo_stack.count() == 0


def test_a_case_that_is_not_there_is_told_and_the_open_one_stays(workbench, heard):
    first = workbench.case
    assert workbench.open_case("no-such-case") is False
    assert workbench.case == first
    assert len(heard) == 1


def test_opening_the_open_case_keeps_its_undo_steps(workbench, qtbot):
    write(workbench, "title", "New")
    with qtbot.assertNotEmitted(workbench.case_opened):
        assert workbench.open_case(workbench.case.id) is True
    assert workbench.undo_stack.count() == 1


def test_another_case_begins_with_no_undo_steps_and_the_first_is_saved(workbench):
    other = new_case(title="Another")
    workbench.library.cases.save(None, other, None)
    first = workbench.case.id
    write(workbench, "title", "Typed just before leaving")
    assert workbench.open_case(other.id)
    assert workbench.undo_stack.count() == 0
    assert workbench.library.cases.load(first).title == "Typed just before leaving"


def test_closing_the_library_saves_and_lets_go(workbench, library_file, qtbot):
    write(workbench, "title", "Last words")
    case_id = workbench.case.id
    with qtbot.waitSignals([workbench.case_opened, workbench.library_changed]):
        workbench.set_library(None)
    assert (workbench.case, workbench.library) == (None, None)
    assert workbench.read_only
    with Library.open(library_file) as library:
        assert library.cases.load(case_id).title == "Last words"


def test_without_a_library_nothing_opens_and_nothing_breaks(look, vocabularies):
    bench = Workbench(Settings(), vocabularies)
    assert bench.open_case("x") is False
    assert bench.close_case() is True
    bench.flush()
    bench.undo()
    assert bench.case is None
    assert bench.author()


def test_a_task_tells_its_result_or_its_problem(workbench, heard, qtbot):
    got = []
    workbench.run("Counting", lambda _progress, _cancelled: 3, got.append)
    qtbot.waitUntil(lambda: got == [3])

    def fail(_progress, _cancelled):
        raise CasebookError("The drive was unplugged.")

    workbench.run("Copying", fail, got.append)
    qtbot.waitUntil(lambda: heard == ["The drive was unplugged."])
    workbench.run("Copying", fail, got.append, lambda sentence: got.append(sentence.upper()))
    qtbot.waitUntil(lambda: got[-1] == "THE DRIVE WAS UNPLUGGED.")
    assert len(heard) == 1


def test_words_follow_the_language_of_the_settings(workbench):
    assert workbench.language == "en"
    workbench.settings.language = "fr"
    assert workbench.wording.term("credibility", "2") == "Probablement vraie"
