import itertools

import pytest

from casebook.domain.errors import PublishError
from casebook.publishing import pandoc
from casebook.publishing.order import PublishCancelledError, never


def test_a_conversion_writes_into_its_folder(tmp_path):
    (tmp_path / "a.html").write_text("<p>a <em>b</em></p>")
    pandoc.run(("-f", "html", "-t", "gfm", "a.html", "-o", "a.md"), tmp_path, never)
    assert (tmp_path / "a.md").read_text().strip() == "a *b*"


def test_the_sandbox_keeps_other_files_out(tmp_path):
    (tmp_path / "secret.png").write_bytes(b"\x89PNG secret")
    (tmp_path / "a.html").write_text(f'<img src="{tmp_path}/secret.png"><img src="http://127.0.0.1:9/x.png">')
    pandoc.run(("-f", "html", "-t", "docx", "a.html", "-o", "a.docx"), tmp_path, never)
    assert b"media/" not in (tmp_path / "a.docx").read_bytes()


def test_a_failure_is_one_sentence(tmp_path):
    with pytest.raises(PublishError, match="nothing was written"):
        pandoc.run(("-f", "html", "-t", "gfm", "missing.html"), tmp_path, never)


def test_a_person_can_stop_it(tmp_path):
    asked = itertools.count()
    (tmp_path / "a.lua").write_text("while true do end")
    (tmp_path / "a.html").write_text("<p>a</p>")
    with pytest.raises(PublishCancelledError):
        pandoc.run(
            ("-f", "html", "-t", "gfm", "--lua-filter", "a.lua", "a.html"), tmp_path, lambda: next(asked) > 2
        )


def test_it_does_not_wait_for_ever(tmp_path, monkeypatch):
    monkeypatch.setattr(pandoc, "PATIENCE", 0.2)
    (tmp_path / "a.lua").write_text("while true do end")
    (tmp_path / "a.html").write_text("<p>a</p>")
    with pytest.raises(PublishError, match="too long"):
        pandoc.run(("-f", "html", "-t", "gfm", "--lua-filter", "a.lua", "a.html"), tmp_path, never)
