"""The command line as a shell sees it: exit statuses, one sentence on stderr, no Qt, quick to start."""

import os
import re
import subprocess
import sys
from pathlib import Path
from time import perf_counter

import pytest

from casebook import cli, paths

ROOT = Path(__file__).resolve().parent.parent
COMMANDS = (
    *("new", "list", "show", "search", "check", "export", "import", "backup", "templates", "formats"),
    *("schema", "protect", "terms", "build", "builds", "compare", "matrix", "qca", "notes", "styles", "look"),
    "replace",
    *("similar", "duplicates", "merge"),
    "import-list",
    *("set", "collections", "tags", "records", "rename-record", "merge-records", "reindex"),
)


def shell(*arguments, **environment):
    """Run `python main.py …` as somebody at a terminal would."""
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **environment},
        check=False,
        timeout=120,
    )


def test_help_lists_every_command_and_returns_at_once():
    shell("--help")
    start = perf_counter()
    ran = shell("--help")
    took = perf_counter() - start
    assert ran.returncode == 0
    assert all(f"  {command}" in ran.stdout for command in COMMANDS)
    # 0.15 s on a quiet machine; tests share theirs.
    assert took < 1.5


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(command, capsys):
    assert cli.main([command, "--help"]) == 0
    assert capsys.readouterr().out.startswith("Usage: casebook " + command)


def test_version(capsys):
    assert cli.main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("Casebook 0.")


@pytest.mark.parametrize("arguments", [["dance"], ["show"], ["list", "--sort", "mood"], ["list"], ["--mood"]])
def test_wrong_usage_is_status_2(arguments, capsys, monkeypatch):
    monkeypatch.delenv("CASEBOOK_LIBRARY", raising=False)
    assert cli.main(arguments) == 2
    assert "Error: " in capsys.readouterr().err


def test_a_refusal_is_status_1_and_one_sentence(capsys, tmp_path):
    assert cli.main(["list", "--library", str(tmp_path / "gone.casebook")]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert len(err.splitlines()) == 1
    assert err.endswith(".\n")


def test_a_file_that_is_no_library_is_refused(capsys, tmp_path):
    (tmp_path / "a.casebook").write_text("hello", encoding="utf-8")
    assert cli.main(["list", "--library", str(tmp_path / "a.casebook")]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert (tmp_path / "a.casebook").read_text(encoding="utf-8") == "hello"


def test_the_library_may_stand_before_the_command_or_in_the_environment(sample_library, monkeypatch, capsys):
    assert cli.main(["--library", str(sample_library), "list"]) == 0
    before = capsys.readouterr().out
    monkeypatch.setenv("CASEBOOK_LIBRARY", str(sample_library))
    assert cli.main(["list"]) == 0
    assert capsys.readouterr().out == before != ""


def test_without_a_command_the_window_opens_on_the_library(tmp_path, monkeypatch):
    monkeypatch.delenv("CASEBOOK_LIBRARY", raising=False)
    opened = []
    assert cli.main(["--library", str(tmp_path / "a.casebook")], lambda path: opened.append(path) or 0) == 0
    assert cli.main([], lambda path: opened.append(path) or 0) == 0
    assert opened == [tmp_path / "a.casebook", None]


def test_without_a_window_it_shows_its_help(monkeypatch, capsys):
    monkeypatch.delenv("CASEBOOK_LIBRARY", raising=False)
    assert cli.main([]) == 0
    assert "Commands:" in capsys.readouterr().out


def test_what_nobody_foresaw_is_one_sentence_with_the_details_kept(capsys, monkeypatch, tmp_path):
    monkeypatch.setenv("CASEBOOK_HOME", str(tmp_path))

    def broken(_path):
        raise ZeroDivisionError("secret detail")

    assert cli.main(["--library", "x"], broken) == 1
    err = capsys.readouterr().err
    assert len(err.splitlines()) == 1
    assert "secret detail" not in err
    assert "secret detail" in (paths.user_state() / "command-error.txt").read_text(encoding="utf-8")


def test_no_command_imports_qt(sample_library):
    code = (
        "import sys; from casebook import cli; "
        f"cli.main(['list', '--library', {str(sample_library)!r}]); "
        f"cli.main(['check', '--library', {str(sample_library)!r}]); "
        "print([name for name in sys.modules if 'PySide' in name or 'shiboken' in name])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert ran.stdout.splitlines()[-1] == "[]"


def test_a_whole_day_from_a_shell(tmp_path, capsys):
    library = str(tmp_path / "field.casebook")
    here = {"CASEBOOK_LIBRARY": library}
    assert shell("new", library, "--sample").returncode == 0
    shown = shell("show", "LR-2003-001", **here)
    (tmp_path / "one.json").write_text(shown.stdout, encoding="utf-8")
    exported = shell("export", "LR-2003-001", "--format", "docx", "--to", tmp_path / "out", **here)
    assert exported.returncode == 0
    assert Path(exported.stdout.strip()).read_bytes().startswith(b"PK")
    refused = shell("show", "nobody", **here)
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "Traceback" not in refused.stderr

    other = str(tmp_path / "other.casebook")
    assert cli.main(["new", other]) == 0
    assert cli.main(["import", "--library", other, str(tmp_path / "one.json")]) == 0
    capsys.readouterr()
    assert cli.main(["show", "--library", other, "LR-2003-001"]) == 0
    assert capsys.readouterr().out == shown.stdout


def test_reading_only_the_beginning_of_the_output_is_no_error(sample_library):
    command = f"{sys.executable} {ROOT / 'main.py'} check --library {sample_library} | head -1"
    ran = subprocess.run(["sh", "-c", command], capture_output=True, encoding="utf-8", check=True)
    assert len(ran.stdout.splitlines()) == 1
    assert ran.stderr == ""


def test_the_guide_shows_every_command_and_none_that_is_not_there():
    guide = (ROOT / "docs" / "guide" / "command-line.md").read_text(encoding="utf-8")
    shown = set(re.findall(r"casebook ([a-z-]+)", guide))
    assert set(COMMANDS) <= shown
    assert set(re.findall(r"^\$ casebook (\S+)", guide, re.MULTILINE)) <= set(COMMANDS)
