"""Files are kept and read in another thread while the library is open and written to."""

import threading

import pytest

from casebook.domain.case import new_case
from casebook.domain.errors import LibraryError
from casebook.storage.library import Library


@pytest.fixture(params=["", "a long passphrase"], ids=["plain", "encrypted"])
def library(request, tmp_path):
    with Library.create(tmp_path / "a.casebook", passphrase=request.param, author="Ama") as made:
        yield made


def in_thread(work):
    """What `work` gives when it runs in another thread."""
    got = []
    thread = threading.Thread(target=lambda: got.append(work()))
    thread.start()
    thread.join(30)
    return got[0]


def test_what_another_thread_keeps_is_there_at_once(library):
    def keep():
        with library.attachments_apart() as attachments:
            return attachments.add(b"seen")

    digest = in_thread(keep)
    assert library.attachments.read(digest) == b"seen"


def test_another_thread_reads_what_was_kept_here(library):
    digest = library.attachments.add(b"seen")

    def read():
        with library.attachments_apart() as attachments:
            return attachments.read(digest)

    assert in_thread(read) == b"seen"


def test_cases_are_saved_while_large_files_are_kept(library):
    def keep():
        with library.attachments_apart() as attachments:
            return [attachments.add(bytes([at]) * 3_000_000) for at in range(4)]

    got = []
    thread = threading.Thread(target=lambda: got.extend(keep()))
    thread.start()
    saved = [new_case(title=f"Case {at}") for at in range(20)]
    for case in saved:
        library.cases.save(None, case, None)
    thread.join(30)
    assert [library.cases.load(case.id) for case in saved] == saved
    assert all(library.attachments.has(digest) for digest in got)
    assert len(got) == 4


def test_a_library_for_reading_keeps_nothing(library, tmp_path):
    path, passphrase = library.path, "a long passphrase" if library.encrypted else ""
    digest = library.attachments.add(b"seen")
    case = new_case(title="A")
    library.cases.save(None, case, None)
    with (
        Library.open(path, passphrase=passphrase, read_only=True) as reading,
        reading.attachments_apart() as attachments,
    ):
        assert attachments.read(digest) == b"seen"
        with pytest.raises(LibraryError):
            attachments.add(b"more")
