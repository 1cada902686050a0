"""The file of a new library: whole or not there."""

import pytest

from casebook.domain.case import CASE
from casebook.domain.errors import LibraryError
from casebook.storage.library import Library
from casebook.storage.making import make_file


def test_it_opens_empty_and_sound(tmp_path):
    path = tmp_path / "new.casebook"
    make_file(path, "", CASE)
    assert [file.name for file in tmp_path.iterdir()] == ["new.casebook"]
    with Library.open(path) as library:
        assert library.problems() == []


def test_where_nothing_can_be_written_nothing_is_left(tmp_path):
    with pytest.raises(LibraryError):
        make_file(tmp_path / "no-such-folder" / "new.casebook", "", CASE)
    assert list(tmp_path.iterdir()) == []
