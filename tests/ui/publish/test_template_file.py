import pytest

from casebook.ui.publish.template_file import TemplateFile


@pytest.fixture
def path(tmp_path):
    file = tmp_path / "report.html.j2"
    file.write_text("one", encoding="utf-8")
    return file


@pytest.fixture
def file(look, path):
    made = TemplateFile()
    assert made.open(path) == "one"
    return made


def test_what_is_typed_is_saved_by_itself(file, path, qtbot):
    with qtbot.waitSignal(file.saved, timeout=5000):
        file.type("two")
        assert file.unsaved
    assert path.read_text(encoding="utf-8") == "two" and not file.unsaved
    assert [other.name for other in path.parent.iterdir()] == [path.name]


def test_it_is_saved_at_once_when_asked(file, path, qtbot):
    file.type("two")
    file.flush()
    assert path.read_text(encoding="utf-8") == "two"
    file.type("two")
    assert not file.unsaved


def test_a_change_by_another_program_is_noticed_again_and_again(file, path, qtbot):
    for text in ("outside", "outside again"):
        with qtbot.waitSignal(file.changed_elsewhere, timeout=5000) as told:
            part = path.with_name("part")
            part.write_text(text, encoding="utf-8")
            part.replace(path)
        assert told.args == [text]


def test_ones_own_saving_is_no_change_by_another(file, path, qtbot):
    file.type("two")
    file.flush()
    with qtbot.assertNotEmitted(file.changed_elsewhere, wait=400):
        assert path.read_text(encoding="utf-8") == "two"


def test_what_is_typed_meanwhile_is_kept_and_said_so(file, path, qtbot):
    file._rest.setInterval(60_000)
    file.type("mine")
    with qtbot.waitSignal(file.failed, timeout=5000) as told:
        path.write_text("theirs", encoding="utf-8")
    assert "kept" in told.args[0]
    file.flush()
    assert path.read_text(encoding="utf-8") == "mine"


def test_what_cannot_be_read_or_saved_is_told(file, path, tmp_path, qtbot):
    (tmp_path / "large.j2").write_text("x" * 1_000_001)
    (tmp_path / "odd.j2").write_bytes(b"\xff\xfe\xfa")
    for name in ("large.j2", "odd.j2", "none.j2"):
        with qtbot.waitSignal(file.failed) as told:
            assert file.open(tmp_path / name) is None
        assert name in told.args[0]
    path.unlink()
    path.mkdir()
    file.type("two")
    with qtbot.waitSignal(file.failed) as told:
        file.flush()
    assert "still here" in told.args[0] and file.unsaved
