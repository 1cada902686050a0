"""Nothing is put in the place of a library that somebody reads."""

import pytest

from casebook.storage import solitude
from casebook.storage.library import Library
from casebook.storage.migration import MIGRATIONS, latest_of
from casebook.storage.solitude import ReadElsewhereError, alone

LATEST = latest_of(MIGRATIONS)


@pytest.fixture
def read(tmp_path):
    """A library that was closed while somebody goes on reading it."""
    with Library.create(tmp_path / "Field.casebook") as library:
        library.shelf.put("kind", "name", {"a": 1}, "")
        reader = library.opening_apart()()
    yield library.path, reader
    reader.close()


def test_who_reads_it_keeps_it_and_its_log_where_they_are(read, monkeypatch):
    path, reader = read
    monkeypatch.setattr(solitude, "PATIENCE", 20)
    with pytest.raises(ReadElsewhereError, match="nothing was changed"), alone(path, "", LATEST):
        pytest.fail("it was not alone")
    assert [held.body for held in reader.shelf.all("kind")] == [{"a": 1}]


def test_alone_it_is_one_file(read):
    path, reader = read
    reader.close()
    with alone(path, "", LATEST) as driver:
        assert driver.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] > 0
        assert [file.name for file in path.parent.iterdir() if file.name.startswith(f"{path.name}-")] == []
    with Library.open(path) as library:
        assert library.shelf.all("kind")
