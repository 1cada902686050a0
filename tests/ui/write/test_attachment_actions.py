"""Files dropped on a case become attachments."""

import pytest

from casebook.storage.attachments import LARGEST
from casebook.storage.library import Library
from casebook.ui.write.attachment_actions import AT_ONCE, attach_files, replace_file


@pytest.fixture
def heard(workbench):
    """What the person is told."""
    said = []
    workbench.problem.connect(said.append)
    workbench.told.connect(lambda sentence, _undo: said.append(sentence))
    return said


def attached(workbench):
    return workbench.case.attachments


def test_small_files_are_attached_at_once_as_one_step(workbench, tmp_path, heard):
    (tmp_path / "one_note.txt").write_text("first")
    (tmp_path / "two.csv").write_text("a,b")
    before = len(attached(workbench))
    attach_files(workbench, [str(tmp_path / "one_note.txt"), tmp_path / "two.csv"])
    first, second = attached(workbench)[before:]
    assert (first.caption, first.file_name, first.media_type) == ("one note", "one_note.txt", "text/plain")
    assert workbench.library.attachments.read(second.digest) == b"a,b"
    assert heard == ["Attached 2 files."]
    workbench.undo()
    assert len(attached(workbench)) == before
    workbench.redo()
    assert len(attached(workbench)) == before + 2


def test_the_new_attachment_is_shown(workbench, tmp_path, qtbot):
    (tmp_path / "note.txt").write_text("x")
    with qtbot.waitSignal(workbench.go_to) as asked:
        attach_files(workbench, [tmp_path / "note.txt"])
    assert asked.args == [attached(workbench)[-1].id, ""]


def test_large_files_are_read_as_a_task(workbench, tmp_path, qtbot):
    content = b"0123456789abcdef" * (AT_ONCE // 16 + 1)
    (tmp_path / "film.mp4").write_bytes(content)
    before = len(attached(workbench))
    attach_files(workbench, [tmp_path / "film.mp4"])
    assert [task.title for task in workbench.tasks.running] == ["Attaching files"]
    assert len(attached(workbench)) == before
    qtbot.waitUntil(lambda: len(attached(workbench)) == before + 1)
    assert workbench.library.attachments.read(attached(workbench)[-1].digest) == content


def test_a_cancelled_task_attaches_nothing(workbench, tmp_path, qtbot):
    (tmp_path / "film.mp4").write_bytes(b"x" * (AT_ONCE + 1))
    before = len(attached(workbench))
    attach_files(workbench, [tmp_path / "film.mp4"])
    workbench.tasks.cancel_all()
    qtbot.waitUntil(lambda: not workbench.tasks.running)
    assert len(attached(workbench)) == before


def test_a_file_read_for_a_case_that_was_left_goes_nowhere(workbench, tmp_path, qtbot):
    (tmp_path / "film.mp4").write_bytes(b"x" * (AT_ONCE + 1))
    case_id, before = workbench.case.id, len(attached(workbench))
    attach_files(workbench, [tmp_path / "film.mp4"])
    workbench.close_case()
    qtbot.waitUntil(lambda: not workbench.tasks.running)
    workbench.open_case(case_id)
    assert len(attached(workbench)) == before


def test_what_does_not_fit_is_named_and_the_rest_is_attached(workbench, tmp_path, heard):
    (tmp_path / "note.txt").write_text("x")
    with (tmp_path / "film.mp4").open("wb") as stream:
        stream.truncate(LARGEST + 1)
    before = len(attached(workbench))
    attach_files(workbench, [tmp_path / "film.mp4", tmp_path / "lost.txt", tmp_path / "note.txt"])
    assert [item.file_name for item in attached(workbench)[before:]] == ["note.txt"]
    assert "“film.mp4” is larger than 50 MB" in heard[0]
    assert "“lost.txt” cannot be read" in heard[0]


def test_a_folder_is_not_attached(workbench, tmp_path, heard):
    before = len(attached(workbench))
    attach_files(workbench, [tmp_path])
    assert len(attached(workbench)) == before
    assert "is not a file" in heard[0]


def test_a_read_only_library_attaches_nothing_and_says_why(workbench, library_file, tmp_path, heard):
    case_id = workbench.case.id
    workbench.set_library(None)
    workbench.set_library(Library.open(library_file, read_only=True))
    workbench.open_case(case_id)
    (tmp_path / "note.txt").write_text("x")
    before = len(attached(workbench))
    attach_files(workbench, [tmp_path / "note.txt"])
    replace_file(workbench, attached(workbench)[0].id, tmp_path / "note.txt")
    assert len(attached(workbench)) == before
    assert "open for reading only" in heard[0]


def test_replacing_keeps_caption_and_attribution(workbench, tmp_path, heard):
    old = attached(workbench)[0]
    (tmp_path / "newer figures.csv").write_text("1,2")
    replace_file(workbench, old.id, tmp_path / "newer figures.csv")
    new = attached(workbench)[0]
    assert (new.caption, new.attribution) == (old.caption, old.attribution)
    assert (new.file_name, new.size) == ("newer figures.csv", 3)
    assert workbench.library.attachments.read(new.digest) == b"1,2"
    workbench.undo()
    assert attached(workbench)[0] == old


def test_replacing_by_the_same_file_changes_nothing(workbench, tmp_path, heard):
    old = attached(workbench)[0]
    file = tmp_path / old.file_name
    file.write_bytes(workbench.library.attachments.read(old.digest))
    replace_file(workbench, old.id, file)
    assert workbench.undo_stack.count() == 0
    assert heard == ["That is the same file; nothing was changed."]


def test_no_file_and_no_case_are_no_trouble(workbench, tmp_path):
    attach_files(workbench, [])
    workbench.close_case()
    attach_files(workbench, [tmp_path / "note.txt"])
    assert workbench.case is None
