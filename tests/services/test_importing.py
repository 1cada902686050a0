"""Import: file by file, whole or not at all, nothing overwritten, and a sentence for everything left out."""

import hashlib
import json

import attrs
import pytest

from casebook.domain.case import Case
from casebook.domain.dates import When
from casebook.domain.errors import NotFoundError
from casebook.domain.records import RecordId
from casebook.domain.sections.actors import Participant
from casebook.domain.sections.attachments import Attachment
from casebook.domain.sections.registry import Actor
from casebook.exchange.case_json import case_text, cases_text
from casebook.paths import resources
from casebook.services.importing import Imported, Incoming, files_in, import_file, import_files, read_all
from casebook.storage.library import Library
from casebook.storage.listing import ListQuery
from tests.strategies import any_case, same_in_full


def quiet(_done, _of):
    return None


def never():
    return False


@pytest.fixture
def library(tmp_path):
    with Library.create(tmp_path / "library.casebook", author="Ama Mensah") as made:
        yield made


def bring(library, *paths):
    return import_files(library, read_all(files_in(paths), quiet, never), quiet, never)


def written(folder, name, text):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_case_arrives_as_it_was_written(library, tmp_path):
    from random import Random

    case = attrs.evolve(any_case(Random(7)), attachments=(), ref_code="XX-1")
    done = bring(library, written(tmp_path, "case.json", case_text(case)))
    assert done == Imported(ids=(case.id,), titles=(case.title,))
    assert library.cases.load(case.id) == case
    assert same_in_full(library.cases.load(case.id), case)


def test_a_list_a_bare_list_and_a_folder(library, tmp_path):
    cases = [Case(title=f"Case {number}") for number in range(4)]
    folder = tmp_path / "cases"
    folder.mkdir()
    written(folder, "two.json", cases_text(cases[:2]))
    written(folder, "bare.json", json.dumps([json.loads(case_text(cases[2]))]))
    written(folder, "notes.txt", "not a case")
    one = written(tmp_path, "one.json", case_text(cases[3]))
    done = bring(library, folder, one, one)
    assert done.summary == "4 imported."
    assert library.cases.count(ListQuery()) == 4


def test_a_damaged_file_is_refused_and_the_others_come_in(library, tmp_path):
    good = written(tmp_path, "good.json", case_text(Case(title="Good")))
    bad = written(tmp_path, "bad.json", case_text(Case(title="Bad")).replace('"Bad"', "5"))
    done = bring(library, bad, good)
    assert done.titles == ("Good",)
    assert done.summary == "1 imported, 1 refused: bad.json: case/title: 5 is not text."


def test_a_file_comes_in_whole_or_not_at_all(library, tmp_path):
    held = Case(title="Held")
    library.cases.save(None, held)
    several = [Case(title="New"), attrs.evolve(held, title="Held, but changed")]
    done = bring(library, written(tmp_path, "several.json", cases_text(several)))
    assert done.ids == ()
    assert "“Held” is in this library already and differs; nothing was overwritten." in done.summary
    assert library.cases.count(ListQuery()) == 1
    assert library.cases.load(held.id).title == "Held"


def test_what_is_there_already_is_left(library, tmp_path):
    path = written(tmp_path, "case.json", case_text(Case(title="Once")))
    bring(library, path)
    done = bring(library, path)
    assert (done.ids, done.already) == ((), ("Once",))
    assert done.summary == "0 imported, 1 already there."


def test_what_lies_in_the_trash_stays_there(library, tmp_path):
    case = Case(title="Thrown away")
    path = written(tmp_path, "case.json", case_text(case))
    bring(library, path)
    library.cases.trash(case.id)
    assert "lies in the Trash of this library" in bring(library, path).summary


def test_shared_records_of_the_library_are_kept_as_it_has_them(library, tmp_path):
    ours = Actor(name="Economic Community of West African States", short_name="ECOWAS")
    library.cases.save(None, Case(actors=(Participant(actor=ours.id),), actor_records=(ours,)))
    theirs = attrs.evolve(ours, name="ECOWAS (another name)")
    case = Case(title="Second", actors=(Participant(actor=ours.id),), actor_records=(theirs,))
    bring(library, written(tmp_path, "case.json", case_text(case)))
    assert library.cases.load(case.id).actor_records == (ours,)


def test_cases_without_a_reference_get_one_each(library, tmp_path):
    cases = [Case(title=str(number), countries=("LR",), period=When("2003/2018")) for number in range(3)]
    done = bring(library, written(tmp_path, "cases.json", cases_text(cases)))
    codes = [library.cases.load(case_id).ref_code for case_id in done.ids]
    assert codes == ["LR-2003-001", "LR-2003-002", "LR-2003-003"]


def attached(name, content):
    digest = hashlib.sha256(content).hexdigest()
    return Case(title="A", attachments=(Attachment(caption="Map", file_name=name, digest=digest),)), digest


def test_files_beside_a_case_come_with_it(library, tmp_path):
    case, digest = attached("map.png", b"picture")
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / "map.png").write_bytes(b"picture")
    done = bring(library, written(tmp_path, "case.json", case_text(case)))
    assert done.notes == ()
    assert library.attachments.read(digest) == b"picture"


@pytest.mark.parametrize("name", ["map.png", "../secret.txt", "..", "", "C:\\secret.txt", "link.png", "a\0b"])
def test_a_file_that_is_missing_other_or_elsewhere_does_not_come(library, tmp_path, name):
    (tmp_path / "secret.txt").write_bytes(b"picture")
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / "map.png").write_bytes(b"another picture")
    (tmp_path / "files" / "link.png").symlink_to(tmp_path / "secret.txt")
    case, digest = attached(name, b"picture")
    done = bring(library, written(tmp_path, "case.json", case_text(case)))
    assert len(done.ids) == 1
    assert len(done.notes) == 1
    assert not library.attachments.has(digest)


def test_a_missing_path_and_an_empty_folder_are_told(tmp_path):
    with pytest.raises(NotFoundError, match=r"no file “gone\.json”"):
        files_in([tmp_path / "gone.json"])
    (tmp_path / "empty").mkdir()
    with pytest.raises(NotFoundError, match="folder “empty” holds no JSON file"):
        files_in([tmp_path / "empty"])


def test_entries_that_another_case_has_are_refused_with_nothing_written(library):
    held = any_case_with_entries()
    library.cases.save(None, held)
    thief = attrs.evolve(held, id=RecordId("01910000-0000-7000-8000-00000000beef"))
    done = import_file(library, Incoming(path=resources() / "x.json", cases=(thief,)))
    assert len(done.refused) == 1
    assert library.cases.count(ListQuery()) == 1


def any_case_with_entries():
    from random import Random

    return attrs.evolve(any_case(Random(3), most=2), attachments=())


def test_reading_and_writing_stop_when_cancelled(library, tmp_path):
    paths = [written(tmp_path, f"{n}.json", case_text(Case(title=str(n)))) for n in range(3)]
    told = []
    asked = iter([False, True, True])
    read = read_all(paths, lambda done, of: told.append((done, of)), lambda: next(asked))
    assert len(read) == 1
    assert told == [(0, 3), (1, 3)]
    assert import_files(library, read, quiet, lambda: True) == Imported()


def test_files_written_together_come_in_each_by_itself_when_one_cannot(library, tmp_path):
    held = any_case_with_entries()
    library.cases.save(None, held)
    thief = attrs.evolve(held, id=RecordId("01910000-0000-7000-8000-00000000beef"), title="Thief")
    once = Case(title="Once")
    folder = tmp_path / "cases"
    folder.mkdir()
    for name, case in {"a": Case(title="A"), "b": thief, "c": once, "d": once, "e": Case(title="E")}.items():
        written(folder, f"{name}.json", case_text(case))
    done = bring(library, folder)
    assert done.titles == ("A", "Once", "E")
    assert done.already == ("Once",)
    assert [sentence.split(":")[0] for sentence in done.refused] == ["b.json"]
