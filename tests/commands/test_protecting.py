"""protect sets, changes and removes the passphrase of a library, and refuses in one sentence."""

import pytest

from casebook.storage.library import Library


@pytest.fixture
def keys(tmp_path):
    for name in ("old", "new"):
        (tmp_path / name).write_text(f"the {name} passphrase\n", encoding="utf-8")
    return tmp_path / "old", tmp_path / "new"


@pytest.fixture
def library(run, tmp_path):
    path = tmp_path / "a.casebook"
    run("new", path)
    return path


def test_set_change_and_remove(run, library, keys, monkeypatch):
    old, new = keys
    ran = run("protect", "--library", library, "--passphrase-file", old)
    assert (ran.status, ran.out) == (0, "a.casebook is protected by the new passphrase.\n")
    assert "Backups made before" in ran.err
    changed = run("protect", "--library", library, "--passphrase-file", new, "--old-passphrase-file", old)
    assert changed.status == 0
    with pytest.raises(Exception, match="passphrase"):
        Library.open(library, passphrase="the old passphrase")
    assert run("list", "--library", library, "--passphrase-file", new).out == "No cases.\n"
    monkeypatch.setenv("CASEBOOK_PASSPHRASE_FILE", str(new))
    assert run("protect", "--library", library, "--remove").out == "a.casebook is no longer protected.\n"
    assert run("list", "--library", library).out == "No cases.\n"


def test_a_wrong_or_missing_passphrase_changes_nothing(run, library, keys):
    old, new = keys
    run("protect", "--library", library, "--passphrase-file", old)
    before = library.read_bytes()
    wrong = run("protect", "--library", library, "--passphrase-file", new, "--old-passphrase-file", new)
    missing = run("protect", "--library", library, "--passphrase-file", new)
    for ran in (wrong, missing):
        assert ran.status == 1 and ran.out == "" and len(ran.err.splitlines()) == 1
    assert library.read_bytes() == before


def test_what_is_not_protected_stays_so(run, library):
    ran = run("protect", "--library", library, "--remove")
    assert (ran.status, ran.out) == (0, "a.casebook is not protected.\n")


@pytest.mark.parametrize("options", [[], ["--remove", "--passphrase-file", "key"]])
def test_neither_or_both_is_wrong_usage(run, library, options):
    assert run("protect", "--library", library, *options).status == 2
    assert run("protect", *options).status == 2


def test_an_open_library_is_refused_with_who_has_it(run, library, keys):
    with Library.open(library, author="Ama Mensah"):
        ran = run("protect", "--library", library, "--passphrase-file", keys[1])
    assert ran.status == 1 and "Ama Mensah" in ran.err
