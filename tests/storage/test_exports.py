import attrs
import pytest

from casebook.domain.errors import ReadOnlyError
from casebook.storage.exports import Export, ExportedFile
from casebook.storage.library import Library
from tests.builders import build_case

WANTED = Export(
    case_id="c1",
    ref_code="LR-2003-001",
    title="Liberia",
    audience="public",
    template="full-report",
    formats=("pdf", "docx"),
    files=(ExportedFile(name="a.pdf", digest="ab" * 32), ExportedFile(name="الف.docx", digest="cd" * 32)),
    withheld={"record": 3, "pseudonym": 1},
)


def test_what_left_is_kept_with_who_and_when(tmp_path):
    path = tmp_path / "a.casebook"
    with Library.create(path, author="Ama Mensah") as library:
        kept = library.exports.record(WANTED)
        library.exports.record(attrs.evolve(WANTED, case_id="c2", title="Iraq"))
        assert kept.who == "Ama Mensah" and kept.at.endswith("+00:00") and kept.id
    with Library.open(path, read_only=True) as library:
        assert [one.title for one in library.exports.latest()] == ["Iraq", "Liberia"]
        assert library.exports.latest(limit=1)[0].case_id == "c2"
        assert library.exports.latest(case_id="c1") == [kept]
        with pytest.raises(ReadOnlyError):
            library.exports.record(WANTED)


def test_the_record_outlives_the_case(tmp_path):
    case = build_case(1)
    with Library.create(tmp_path / "a.casebook") as library:
        library.cases.save(None, case)
        library.exports.record(attrs.evolve(WANTED, case_id=case.id))
        library.cases.delete(case.id)
        assert len(library.exports.latest(case_id=case.id)) == 1
