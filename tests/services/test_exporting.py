import attrs
import pytest

from casebook import paths
from casebook.domain.errors import CasebookError
from casebook.exchange.case_json import case_text
from casebook.exchange.case_reading import read_file
from casebook.services.exporting import export_files
from casebook.services.importing import import_file, read_all
from casebook.storage.library import Library


@pytest.fixture
def library(tmp_path):
    with Library.create(tmp_path / "own.casebook") as made:
        for file in (paths.resources() / "sample" / "files").iterdir():
            made.attachments.add(file)
        yield made


@pytest.fixture
def case():
    (read,) = read_file(paths.resources() / "sample" / "liberia.json")
    return read


@pytest.fixture
def out(tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


def contents(folder):
    return {file.name: file.read_bytes() for file in (folder / "files").iterdir()}


def test_what_is_exported_is_imported_whole(library, case, out, tmp_path):
    exported = export_files(library, case, out)
    assert exported.case == case and exported.notes == ()
    (out / "case.json").write_text(case_text(exported.case), encoding="utf-8")
    (incoming,) = read_all([out / "case.json"], lambda _done, _of: None, lambda: False)
    with Library.create(tmp_path / "other.casebook") as other:
        told = import_file(other, incoming)
        assert told.ids == (case.id,) and told.notes == ()
        assert all(other.attachments.has(attachment.digest) for attachment in case.attachments)


def test_a_file_that_is_there_is_never_replaced(library, case, out):
    name = case.attachments[0].file_name
    (out / "files").mkdir()
    (out / "files" / name).write_bytes(b"mine")
    exported = export_files(library, case, out)
    fresh = exported.case.attachments[0].file_name
    assert contents(out)[name] == b"mine"
    assert fresh != name and contents(out)[fresh] == library.attachments.read(case.attachments[0].digest)


def test_the_same_file_is_written_once(library, case, out):
    export_files(library, case, out)
    before = contents(out)
    assert export_files(library, case, out).case == case
    assert contents(out) == before


def test_no_name_leaves_the_folder(library, case, out):
    first, *others = case.attachments
    hostile = case.with_section("attachments", (attrs.evolve(first, file_name="../../up.jpg"), *others))
    name = export_files(library, hostile, out).case.attachments[0].file_name
    assert name == "up.jpg" and name in contents(out)
    assert not (out / "up.jpg").exists() and not (out.parent / "up.jpg").exists()


def test_a_file_the_library_lacks_is_told(library, case, out):
    first, *others = case.attachments
    lacking = case.with_section("attachments", (attrs.evolve(first, digest="0" * 64), *others))
    (note,) = export_files(library, lacking, out).notes
    assert first.file_name in note


def test_a_folder_that_takes_no_files_is_told(library, case, out):
    (out / "files").write_text("in the way")
    with pytest.raises(CasebookError, match="untouched"):
        export_files(library, case, out)
