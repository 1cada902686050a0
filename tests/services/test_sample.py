"""The sample library is made whole, or not at all."""

import pytest

from casebook.domain.errors import LibraryError, WrongPassphraseError
from casebook.services.sample import SIGNED, make_sample
from casebook.storage.library import Library
from casebook.storage.listing import ListQuery


def never():
    return False


def test_it_has_six_cases_with_their_files(sample_library):
    with Library.open(sample_library) as library:
        rows = library.cases.page(ListQuery())
        cases = [library.cases.load(row.id) for row in rows]
        files = [item.digest for case in cases for item in case.attachments]
        assert len(rows) == 6
        assert files
        assert all(library.attachments.has(digest) for digest in files)
        assert library.problems() == []
        assert "LR-2003-001" in {row.ref_code for row in rows}


def test_every_case_has_its_author_and_history(sample_library):
    with Library.open(sample_library) as library:
        case_id = library.cases.resolve("LR-2003-001")
        assert library.history.of(case_id)
        assert {row.updated_by for row in library.cases.page(ListQuery())} == {SIGNED}


def test_it_can_be_protected(tmp_path):
    path = tmp_path / "sample.casebook"
    assert make_sample(path, lambda _done, _of: None, never, passphrase="correct horse")
    assert Library.is_encrypted(path)
    with pytest.raises(WrongPassphraseError):
        Library.open(path, passphrase="wrong")
    with Library.open(path, passphrase="correct horse") as library:
        assert library.cases.count(ListQuery()) == 6


def test_progress_rises_to_the_end(tmp_path):
    told = []
    make_sample(tmp_path / "sample.casebook", lambda done, of: told.append((done, of)), never)
    assert told[0] == (0, 12)
    assert told[-1] == (12, 12)
    assert told == sorted(told)


@pytest.mark.parametrize("steps", [0, 3, 7, 8])
def test_nothing_stays_of_one_that_was_cancelled(tmp_path, steps):
    asked = []

    def cancelled():
        asked.append(1)
        return len(asked) > steps

    assert not make_sample(tmp_path / "sample.casebook", lambda _done, _of: None, cancelled)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_stays(tmp_path):
    path = tmp_path / "sample.casebook"
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(LibraryError, match="left as it is"):
        make_sample(path, lambda _done, _of: None, never)
    assert path.read_text(encoding="utf-8") == "mine"


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(LibraryError):
        make_sample(tmp_path / "nowhere" / "sample.casebook", lambda _done, _of: None, never)
