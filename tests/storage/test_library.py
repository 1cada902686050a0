"""Opening, refusing, locking, closing: what a person can do to a library file, and what is never done to it."""

import hashlib
import os
import random
import shutil
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest

from casebook.domain.case import new_case
from casebook.domain.errors import (
    LibraryError,
    LibraryInUseError,
    NewerLibraryError,
    NotALibraryError,
    ReadOnlyError,
    WrongPassphraseError,
)
from casebook.storage.database import connected
from casebook.storage.library import Library
from casebook.storage.listing import ListQuery
from tests.builders import build_case

PASSPHRASES = ("it's \"quoted\" \\ x'00'", "пароль 密码 🕊", "x" * 5000)


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    """A closed library with one case."""
    path = tmp_path / "Closed.casebook"
    with Library.create(path) as library:
        library.cases.save(None, build_case(1))
    return path


def test_a_new_library_is_open_empty_and_sound(library):
    assert library.name == "Field notes"
    assert library.author == "Ama Mensah"
    assert not library.encrypted
    assert not library.read_only
    assert library.cases.count(ListQuery()) == 0
    assert library.problems() == []


def test_closing_leaves_one_file(tmp_path):
    library = Library.create(tmp_path / "One.casebook")
    library.cases.save(None, build_case(1))
    assert len(list(tmp_path.iterdir())) > 1
    library.close()
    library.close()
    assert [path.name for path in tmp_path.iterdir()] == ["One.casebook"]


def test_what_was_saved_is_there_on_reopening(closed):
    with Library.open(closed) as library:
        assert library.cases.load(build_case(1).id) == build_case(1)


def test_a_file_that_is_there_is_never_written_over(closed):
    before = digest(closed)
    with pytest.raises(LibraryError, match="already"):
        Library.create(closed)
    assert digest(closed) == before


@pytest.mark.parametrize("passphrase", PASSPHRASES)
def test_a_passphrase_of_any_kind_opens_what_it_closed(tmp_path, passphrase):
    path = tmp_path / "Locked.casebook"
    with Library.create(path, passphrase=passphrase) as library:
        library.cases.save(None, new_case(title="Planted secret words"))
        assert library.encrypted
    assert Library.is_encrypted(path)
    with Library.open(path, passphrase=passphrase) as library:
        assert [row.title for row in library.cases.page(ListQuery())] == ["Planted secret words"]


def test_composed_and_decomposed_letters_are_one_passphrase(tmp_path):
    path = tmp_path / "Locked.casebook"
    Library.create(path, passphrase="é").close()
    with Library.open(path, passphrase="e\u0301") as library:
        assert library.problems() == []


def test_nothing_of_an_encrypted_library_can_be_read_from_its_files(tmp_path):
    path = tmp_path / "Locked.casebook"
    secret = b"Planted secret words"
    with Library.create(path, passphrase="key") as library:
        library.cases.save(None, new_case(title=secret.decode()))
        library.attachments.add(secret * 100)
        while_open = {file: file.read_bytes() for file in tmp_path.iterdir()}
    contents = [*while_open.values(), path.read_bytes()]
    assert all(secret not in content for content in contents)
    assert all(b"SQLite format 3" not in content for content in contents)


@pytest.mark.parametrize("passphrase", ["", "key ", "\x00"])
def test_a_wrong_passphrase_is_told_and_nothing_touched(tmp_path, capfd, passphrase):
    path = tmp_path / "Locked.casebook"
    Library.create(path, passphrase="key").close()
    before, listed = digest(path), sorted(tmp_path.iterdir())
    for read_only in (False, True):
        with pytest.raises(WrongPassphraseError, match="passphrase"):
            Library.open(path, passphrase=passphrase, read_only=read_only)
    assert digest(path) == before
    assert sorted(tmp_path.iterdir()) == listed
    assert capfd.readouterr() == ("", "")


def test_a_passphrase_is_not_asked_of_a_plain_library(closed):
    assert not Library.is_encrypted(closed)
    with Library.open(closed, passphrase="needless") as library:
        assert not library.encrypted


def foreign_files(folder: Path) -> dict[str, Path]:
    other = folder / "other.db"
    driver = connected(other, mode="rwc")
    driver.execute("CREATE TABLE t (a)")
    driver.close()
    rng = random.Random(7)
    contents = {
        "empty": b"",
        "text": b"Dear diary\n" * 1000,
        "one byte": b"S",
        "magic only": b"SQLite format 3\x00",
        "zip": b"PK\x03\x04" + rng.randbytes(9000),
        "zeros": bytes(8192),
        "html": b"<!DOCTYPE html>" + b" " * 5000,
    }
    made = {"database of another program": other}
    for name, content in contents.items():
        made[name] = folder / f"{name}.casebook"
        made[name].write_bytes(content)
    return made


def test_what_is_not_a_library_is_refused_in_one_sentence_and_left_alone(tmp_path):
    for name, path in foreign_files(tmp_path).items():
        before, listed = digest(path), sorted(tmp_path.iterdir())
        for read_only in (False, True):
            with pytest.raises(NotALibraryError) as refused:
                Library.open(path, read_only=read_only)
            assert str(refused.value).endswith("."), name
            assert "sqlite" not in str(refused.value).lower()
        assert digest(path) == before, name
        assert sorted(tmp_path.iterdir()) == listed, name


def test_random_bytes_are_taken_for_a_locked_library_that_no_passphrase_opens(tmp_path):
    path = tmp_path / "noise.casebook"
    path.write_bytes(random.Random(1).randbytes(4096 * 20))
    with pytest.raises(WrongPassphraseError):
        Library.open(path, passphrase="any")


def test_a_folder_or_nothing_is_refused(tmp_path):
    with pytest.raises(NotALibraryError, match="folder"):
        Library.open(tmp_path)
    with pytest.raises(LibraryError, match="no library called"):
        Library.open(tmp_path / "nothing.casebook")
    with pytest.raises(LibraryError, match="No library could be made"):
        Library.create(tmp_path / "no such folder" / "x.casebook")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("share", "passphrase"), [(0.02, ""), (0.5, ""), (0.97, ""), (0.5, "key")])
def test_a_truncated_library_is_refused_and_left_alone(tmp_path, share, passphrase):
    path = tmp_path / "Cut.casebook"
    with Library.create(path, passphrase=passphrase) as library:
        library.cases.save(None, build_case(1))
    content = path.read_bytes()
    for odd in (0, 1000):
        path.write_bytes(content[: int(len(content) * share) // 4096 * 4096 + odd])
        before = digest(path)
        with pytest.raises(LibraryError) as refused:
            Library.open(path, passphrase=passphrase)
        assert str(refused.value).endswith(".")
        assert digest(path) == before
        assert [file.name for file in tmp_path.iterdir()] == ["Cut.casebook"]


def test_damage_in_the_middle_is_told_in_words_when_it_is_met(closed):
    content = bytearray(closed.read_bytes())
    middle = len(content) // 2 // 4096 * 4096
    content[4096:middle] = bytes(middle - 4096)
    closed.write_bytes(content)
    with pytest.raises(NotALibraryError, match="damaged"), Library.open(closed) as library:
        library.cases.load(build_case(1).id)


@pytest.mark.parametrize("passphrase", ["", "key"])
def test_a_library_of_a_newer_version_is_refused_and_left_alone(tmp_path, passphrase):
    path = tmp_path / "Future.casebook"
    Library.create(path, passphrase=passphrase).close()
    driver = connected(path, passphrase)
    driver.execute("PRAGMA user_version = 99")
    driver.close()
    before = digest(path)
    with pytest.raises(NewerLibraryError, match="newer version"):
        Library.open(path, passphrase=passphrase)
    assert digest(path) == before


def test_a_second_window_is_told_who_has_it_and_may_read(library):
    case = build_case(1)
    library.cases.save(None, case)
    with pytest.raises(LibraryInUseError, match="reading only") as refused:
        Library.open(library.path, author="Kofi")
    assert refused.value.owner.startswith("Ama Mensah on ")
    with Library.open(library.path, read_only=True) as reader:
        assert reader.read_only
        assert reader.cases.load(case.id) == case
        for write in (
            lambda: reader.cases.save(None, build_case(2)),
            lambda: reader.cases.trash(case.id),
            lambda: reader.attachments.add(b"x"),
        ):
            with pytest.raises(ReadOnlyError, match="reading only"):
                write()
        library.cases.trash(case.id)
        assert reader.cases.count(ListQuery()) == 0
    assert library.cases.count(ListQuery(trashed=True)) == 1


def test_another_process_is_told_who_has_it(library):
    code = (
        "import sys; from pathlib import Path\n"
        "from casebook.storage.library import Library\n"
        "from casebook.domain.errors import LibraryInUseError\n"
        "try: Library.open(Path(sys.argv[1]))\n"
        "except LibraryInUseError as error: print(error)\n"
    )
    root = Path(__file__).parents[2]
    said = subprocess.run(
        [sys.executable, "-c", code, str(library.path)], cwd=root, capture_output=True, text=True, check=True
    )
    assert said.stdout.startswith("Ama Mensah on ")


def test_the_lock_is_free_after_closing_and_after_a_refusal(closed):
    for _ in range(2):
        with Library.open(closed) as library:
            assert library.path == closed
    broken = closed.with_name("Broken.casebook")
    shutil.copy(closed, broken)
    with broken.open("r+b") as file:
        file.truncate(8192)
    for _ in range(2):
        with pytest.raises(NotALibraryError):
            Library.open(broken)


@contextmanager
def as_an_ordinary_user():
    """Root may write anywhere, so that nothing is refused to it."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def locked_folder(tmp_path: Path):
    """A folder nobody may write to, with a closed library in it."""
    if not hasattr(os, "geteuid"):
        pytest.skip("folders are protected in another way here")
    folder = tmp_path / "stick"
    folder.mkdir()
    with Library.create(folder / "Stick.casebook") as library:
        library.cases.save(None, build_case(1))
    ways_in = [path for path in (tmp_path, *tmp_path.parents) if path.stat().st_uid == os.geteuid()]
    modes = {path: path.stat().st_mode for path in ways_in}
    for path in ways_in:
        path.chmod(path.stat().st_mode | stat.S_IXOTH | stat.S_IXGRP)
    folder.chmod(0o555)
    (folder / "Stick.casebook").chmod(0o444)
    yield folder
    folder.chmod(0o755)
    for path, mode in modes.items():
        path.chmod(mode)


def test_in_a_folder_that_cannot_be_written_to_a_library_can_be_read(locked_folder):
    path = locked_folder / "Stick.casebook"
    before = digest(path)
    with as_an_ordinary_user():
        with pytest.raises(LibraryError, match="only be opened for reading"):
            Library.open(path)
        with pytest.raises(LibraryError, match="No library could be made"):
            Library.create(locked_folder / "New.casebook")
        with Library.open(path, read_only=True) as library:
            assert library.cases.load(build_case(1).id) == build_case(1)
    assert digest(path) == before
    assert [file.name for file in locked_folder.iterdir()] == ["Stick.casebook"]


@pytest.fixture
def full_disk(library):
    """An open library that can grow by two pages more, as on a disk that is nearly full."""
    case = build_case(1)
    library.cases.save(None, case)
    driver = library._database.driver
    driver.execute(f"PRAGMA max_page_count = {driver.execute('PRAGMA page_count').fetchone()[0] + 2}")
    return library, case


def test_on_a_full_disk_the_change_is_refused_and_all_before_it_kept(full_disk):
    library, case = full_disk
    for write in (
        lambda: library.cases.save(None, new_case(title="No room", context="word " * 50_000)),
        lambda: library.attachments.add(bytes(1_000_000)),
    ):
        with pytest.raises(LibraryError, match="disk is full"):
            write()
    assert library.cases.ids(ListQuery()) == [case.id]
    assert library.cases.load(case.id) == case
    assert library.problems() == []
    library._database.driver.execute("PRAGMA max_page_count = 1000000")
    library.cases.save(None, new_case(title="Room again", context="word " * 50_000))
    assert library.cases.count(ListQuery()) == 2


def test_a_copy_is_whole_and_is_one_file(library, tmp_path):
    library.cases.save(None, build_case(1))
    target = tmp_path / "copies"
    target.mkdir()
    library.backup_to(target / "Copy.casebook")
    assert [path.name for path in target.iterdir()] == ["Copy.casebook"]
    with Library.open(target / "Copy.casebook") as copy:
        assert copy.cases.load(build_case(1).id) == build_case(1)
        assert copy.problems() == []


def test_a_copy_of_an_encrypted_library_is_encrypted_the_same_way(tmp_path):
    copy = tmp_path / "Copy.casebook"
    with Library.create(tmp_path / "Locked.casebook", passphrase="it's") as library:
        library.cases.save(None, new_case(title="Planted secret words"))
        library.backup_to(copy)
    assert b"Planted" not in copy.read_bytes()
    with pytest.raises(WrongPassphraseError):
        Library.open(copy, passphrase="its")
    with Library.open(copy, passphrase="it's") as opened:
        assert opened.cases.count(ListQuery()) == 1


def test_a_reader_can_make_a_copy(library, tmp_path):
    library.cases.save(None, build_case(1))
    with Library.open(library.path, read_only=True) as reader:
        reader.backup_to(tmp_path / "Copy.casebook")
    with Library.open(tmp_path / "Copy.casebook") as copy:
        assert copy.cases.count(ListQuery()) == 1


def test_a_copy_never_replaces_a_file_unasked(library, tmp_path):
    target = tmp_path / "There.casebook"
    target.write_text("precious")
    with pytest.raises(LibraryError, match="already"):
        library.backup_to(target)
    assert target.read_text() == "precious"
    library.backup_to(target, replace=True)
    with Library.open(target) as copy:
        assert copy.problems() == []
    with pytest.raises(LibraryError, match="onto itself"):
        library.backup_to(library.path, replace=True)


def test_a_copy_that_cannot_be_written_leaves_nothing(library, tmp_path):
    with pytest.raises(LibraryError, match="could not be made"):
        library.backup_to(tmp_path / "no such folder" / "Copy.casebook")
    assert not (tmp_path / "no such folder").exists()


def test_unused_attachments_leave_on_closing(tmp_path):
    path = tmp_path / "Files.casebook"
    with Library.create(path) as library:
        digest_of_it = library.attachments.add(b"dropped and taken back")
        assert library.attachments.has(digest_of_it)
    with Library.open(path) as library:
        assert not library.attachments.has(digest_of_it)


def in_a_thread(work):
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(work).result()


def test_a_copy_can_be_made_in_another_thread(tmp_path):
    with Library.create(tmp_path / "Locked.casebook", passphrase="key") as library:
        library.cases.save(None, build_case(1))
        copy = library.copying_to(tmp_path / "Copy.casebook")
        in_a_thread(copy)
        with pytest.raises(LibraryError, match="onto itself"):
            library.copying_to(library.path)
    with Library.open(tmp_path / "Copy.casebook", passphrase="key") as opened:
        assert opened.cases.load(build_case(1).id) == build_case(1)


def test_files_can_be_kept_and_read_in_another_thread(library):
    def keep() -> str:
        with library.attachments_apart() as attachments:
            return attachments.add(b"from elsewhere")

    assert library.attachments.read(in_a_thread(keep)) == b"from elsewhere"


def test_an_open_library_stays_in_its_thread(library):
    with pytest.raises(Exception, match="thread"):
        in_a_thread(lambda: library.cases.count(ListQuery()))
    assert library.cases.count(ListQuery()) == 0
