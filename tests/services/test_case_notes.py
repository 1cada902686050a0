"""Notes for the author: kept in the library and nowhere else, open ones first, never lost by a slip."""

import pytest

from casebook.domain.errors import FormatError, ReadOnlyError
from casebook.exchange.case_json import case_text
from casebook.services.case_notes import (
    LONGEST,
    CaseNote,
    add_note,
    notes,
    remove_note,
    restore_note,
    settle,
)
from casebook.storage.library import Library
from casebook.storage.listing import ListQuery
from tests.builders import build_case


@pytest.fixture
def library(tmp_path):
    with Library.create(tmp_path / "a.casebook", author="Ama Mensah") as library:
        library.cases.save(None, build_case(1))
        yield library


def texts(library, case_id=""):
    return [note.text for note in notes(library, case_id)]


def test_a_note_waits_with_who_asked_and_when(library):
    note = CaseNote(case_id="c", text="  Which year? ", record_id="r", field="period", about="Period")
    kept = add_note(library, note)
    assert notes(library, "c") == (kept,) and notes(library, "another") == ()
    assert (kept.text, kept.who, kept.about) == ("Which year?", "Ama Mensah", "Period")
    assert kept.at.endswith("+00:00") and not kept.done


def test_what_is_done_goes_below_and_can_be_opened_again(library):
    first = add_note(library, CaseNote(case_id="c", text="first", at="2026-01-01T00:00:00+00:00"))
    add_note(library, CaseNote(case_id="c", text="second", at="2026-02-01T00:00:00+00:00"))
    add_note(library, CaseNote(case_id="c", text="third", at="2026-03-01T00:00:00+00:00"))
    assert texts(library) == ["third", "second", "first"]
    settle(library, notes(library)[0])
    assert texts(library) == ["second", "first", "third"] and notes(library)[2].done
    settle(library, notes(library)[2], done=False)
    assert texts(library) == ["third", "second", "first"]
    remove_note(library, first)
    assert texts(library) == ["third", "second"]
    assert restore_note(library, first) == first and texts(library)[-1] == "first"


@pytest.mark.parametrize("text", ["", "  \n", "x" * (LONGEST + 1)])
def test_a_note_says_something_and_not_too_much(library, text):
    with pytest.raises(FormatError):
        add_note(library, CaseNote(case_id="c", text=text))
    assert notes(library) == ()


def test_notes_are_no_part_of_the_case(library):
    (case_id,) = library.cases.ids(ListQuery())
    add_note(library, CaseNote(case_id=case_id, text="Zanzibarian question"))
    assert "Zanzibarian" not in case_text(library.cases.load(case_id))


def test_a_reader_leaves_no_note_and_what_a_newer_version_wrote_is_passed_over(library):
    library.shelf.put("note", "", {"something": "else"})
    library.shelf.put("note", "", {"case_id": "c", "text": "kept", "done": "perhaps", "mood": 3})
    assert texts(library) == ["kept"]
    path = library.path
    with Library.open(path, read_only=True) as reader, pytest.raises(ReadOnlyError):
        add_note(reader, CaseNote(case_id="c", text="No"))
