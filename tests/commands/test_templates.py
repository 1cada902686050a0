"""templates lists, copies and checks; export takes a template by name, folder or file."""

import json
import subprocess
import sys

import pytest

from tests.publishing.own_templates import own, word, word_text


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("CASEBOOK_HOME", str(tmp_path / "home"))


def test_the_list_has_built_in_and_own_ones(run, tmp_path):
    assert run("templates").out.startswith("full-report  ")
    made = run("templates", "--duplicate", "card", "--as", "My card")
    assert made.status == 0 and made.out.startswith("Made my-card: ")
    told = {one["name"]: one for one in json.loads(run("templates", "--json").out)}
    assert told["full-report"]["own"] == "" and str(tmp_path) in told["my-card"]["own"]


def test_a_copy_gets_a_free_title(run):
    assert run("templates", "--duplicate", "card").out.startswith("Made card-2: ")
    assert run("templates", "--duplicate", "poem").status == 1
    assert run("templates", "--duplicate", "card", "--as", "Card").err.count("\n") == 1


def test_check_says_what_is_wrong_and_exits_with_one(run, tmp_path):
    good = word(tmp_path / "good.docx", "{{ fields.title }}").document
    bad = word(
        tmp_path / "bad.docx", table=[("{%tr for a in entries.actors %}",), ("{{ a.role }}",)]
    ).document
    ran = run("templates", "--check", good)
    assert (ran.status, ran.out) == (0, "good: nothing wrong with it.\n")
    ran = run("templates", "--check", bad)
    assert ran.status == 1 and "“{%tr endfor %}” is missing in table 1" in ran.err
    faulty = own(tmp_path / "faulty", "<p>\n{{ fields.titel }}</p>")
    ran = run("templates", "--check", faulty.folder)
    assert ran.status == 1 and "report.html.j2, line 2" in ran.err
    assert run("templates", "--check", tmp_path / "none").status == 1


def test_export_takes_a_name_a_folder_or_a_word_file(sample, run, tmp_path):
    file = word(tmp_path / "letter.docx", "{{ fields.title }}").document
    folder = own(tmp_path / "mine", "<p>{{ fields.title }} Zqmine</p>").folder
    run("templates", "--duplicate", "card", "--as", "My card")
    for template, kind in ((file, "docx"), (folder, "md"), ("my-card", "html")):
        ran = sample(
            "export", "IQ-2003-001", "--template", template, "--format", kind, "--to", tmp_path / "out"
        )
        assert ran.status == 0, ran.err
    made = {path.suffix: path for path in (tmp_path / "out").iterdir()}
    assert word_text(made[".docx"]).startswith("Iraq") and "Zqmine" in made[".md"].read_text(encoding="utf-8")
    assert ".html" in made
    ran = sample("export", "IQ-2003-001", "--template", file, "--format", "pdf", "--to", tmp_path / "out")
    assert ran.status == 1 and "cannot be made as PDF" in ran.err


def test_the_reference_is_printed(run):
    ran = run("templates", "--reference")
    assert ran.out.startswith("# Template reference\n") and "`outcome.statement`" in ran.out


def test_the_hidden_command_waits_for_work_and_ends(run):
    assert "render-template" not in run("--help").out
    done = subprocess.run(
        [sys.executable, "main.py", "render-template"],
        input=b"",
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, b"")
