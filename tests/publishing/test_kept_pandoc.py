"""The pandoc that stays makes what one started for each conversion makes, and goes when it should."""

import itertools
import os
import shutil
from concurrent.futures import ThreadPoolExecutor

import pytest

from casebook import paths
from casebook.domain.errors import PublishError
from casebook.publishing import kept_pandoc, pandoc
from casebook.publishing.citation_styles import find_style
from casebook.publishing.order import PublishCancelledError, never

SHAPES = paths.resources() / "pandoc"
TYPST = {"work": "typst", "source": "a.html", "made": "a.typ", "filter": "typst.lua"}


@pytest.fixture(autouse=True)
def none_waits():
    kept_pandoc.forget()
    yield
    kept_pandoc.forget()


def converted(folder, html, cancelled=never, shapes=SHAPES):
    (folder / "a.html").write_text(html, encoding="utf-8")
    kept_pandoc.convert(TYPST, folder, shapes, cancelled)
    return (folder / "a.typ").read_text(encoding="utf-8")


def test_it_makes_what_one_of_its_own_would_make(tmp_path):
    html = "<h2 id='Part_1'>A — “b”</h2><table><tr><td>c_d</td><td><span class='grade'>B2</span></td></tr></table>"
    made = converted(tmp_path, html)
    shaped = ("-f", "html", "-t", "typst", "--lua-filter", SHAPES / "typst.lua", "--wrap=none")
    pandoc.run((*shaped, "a.html", "-o", "b.typ"), tmp_path, never)
    assert made.strip() == (tmp_path / "b.typ").read_text(encoding="utf-8").strip()
    assert "#grade[B2]" in made and "#report-table(" in made


@pytest.mark.parametrize("key", ["casebook", "apa", "chicago-author-date", "chicago-notes-bibliography"])
def test_it_cites_as_one_of_its_own_would(tmp_path, key):
    style = find_style(key, paths.resources() / "csl")
    (tmp_path / "a.csl").write_bytes(style.text)
    (tmp_path / "a.md").write_text(
        "---\nreferences:\n- {id: s2, type: book, title: Zebra, author: [{literal: Éa}], issued: 2004}\n"
        "- {id: s1, type: book, title: An *ox*, author: [{literal: Eb}], issued: 2004}\nnocite: '@*'\n---\n\n"
        "[see @s1, p. 4; @s2] and @s2\n",
        encoding="utf-8",
    )
    pandoc.run(("-f", "markdown", "-t", "json", "a.md", "-o", "a.json"), tmp_path, never)
    notes = {"filter": "notes.lua"} if style.in_notes else {}
    asked = {"work": "citations", "source": "a.json", "made": "a.html", "style": "a.csl", **notes}
    kept_pandoc.convert(asked, tmp_path, SHAPES, never)
    filters = ("--lua-filter", SHAPES / "notes.lua") if style.in_notes else ()
    cited = ("--citeproc", "--csl", "a.csl", *filters, "--wrap=none")
    pandoc.run(("-f", "json", "-t", "html", *cited, "a.json", "-o", "b.html"), tmp_path, never)
    made = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert made.strip() == (tmp_path / "b.html").read_text(encoding="utf-8").strip()
    assert "Zebra" in made and ('class="footnote"' in made) == style.in_notes


def test_it_stays_for_the_next_one_in_another_folder(tmp_path):
    assert converted(tmp_path, "<p>a</p>").strip() == "a"
    other = tmp_path / "übung ٣"
    other.mkdir()
    assert kept_pandoc.waiting() == 1
    assert converted(other, "<p>b</p>").strip() == "b"
    assert kept_pandoc.waiting() == 1


def test_it_reads_nothing_but_what_it_is_given(tmp_path):
    (tmp_path / "secret.html").write_text("<p>Zqsecret</p>")
    (tmp_path / "secret.tex").write_text("Zqsecret")
    places = (f"{tmp_path}/secret.html", "secret.html", "http://127.0.0.1:9/zq")
    html = "".join(f'<iframe src="{place}">a</iframe><object data="{place}"></object>' for place in places)
    assert "Zqsecret" not in converted(tmp_path, f"{html}<p>\\input{{secret.tex}}</p>")


def test_a_persons_own_settings_are_not_looked_for(tmp_path, monkeypatch):
    (tmp_path / "pandoc").mkdir()
    (tmp_path / "pandoc" / "init.lua").write_text("error('mine')")
    (tmp_path / "init.lua").write_text("error('mine')")
    for name in ("XDG_DATA_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.setenv("LUA_INIT", "error('mine')")
    assert converted(tmp_path, "<p>a</p>").strip() == "a"


def test_a_failure_is_one_sentence_and_the_next_one_works(tmp_path):
    with pytest.raises(PublishError, match=r"nothing\.html.*nothing was written") as failed:
        kept_pandoc.convert({**TYPST, "source": "nothing.html"}, tmp_path, SHAPES, never)
    assert "\n" not in str(failed.value) and kept_pandoc.waiting() == 1
    assert converted(tmp_path, "<p>a</p>").strip() == "a"


@pytest.fixture
def stuck(tmp_path):
    """A folder of filters one of which never ends."""
    shapes = tmp_path / "shapes"
    shapes.mkdir()
    shutil.copy(SHAPES / "kept.lua", shapes)
    (shapes / "typst.lua").write_text("function Para() while true do end end")
    return shapes


def test_a_person_can_stop_it(tmp_path, stuck):
    asked = itertools.count()
    with pytest.raises(PublishCancelledError):
        converted(tmp_path, "<p>a</p>", lambda: next(asked) > 2, stuck)
    assert kept_pandoc.waiting() == 0


def test_not_more_run_at_once_than_there_are_cores(tmp_path):
    cores = os.cpu_count() or 1
    folders = [tmp_path / str(number) for number in range(3 * cores)]
    for folder in folders:
        folder.mkdir()
    with ThreadPoolExecutor(len(folders)) as pool:
        made = pool.map(lambda folder: converted(folder, f"<p>{folder.name}</p>"), folders)
        assert [one.strip() for one in made] == [folder.name for folder in folders]
    assert 1 <= kept_pandoc.waiting() <= cores


def test_who_waits_for_a_turn_can_stop(tmp_path, stuck):
    asked, cores = itertools.count(), os.cpu_count() or 1
    (tmp_path / "a.html").write_text("<p>a</p>")

    def stopped():
        with pytest.raises(PublishCancelledError):
            kept_pandoc.convert(TYPST, tmp_path, stuck, lambda: next(asked) > 6 * cores)

    with ThreadPoolExecutor(2 * cores) as pool:
        list(pool.map(lambda _number: stopped(), range(2 * cores)))
    assert kept_pandoc.waiting() == 0


def test_it_does_not_take_for_ever(tmp_path, stuck, monkeypatch):
    monkeypatch.setattr(kept_pandoc, "PATIENCE", 0.2)
    with pytest.raises(PublishError, match="too long"):
        converted(tmp_path, "<p>a</p>", never, stuck)
    assert kept_pandoc.waiting() == 0


def test_one_that_broke_down_meanwhile_is_replaced(tmp_path):
    assert converted(tmp_path, "<p>a</p>").strip() == "a"
    (one,) = kept_pandoc._IDLE._waiting
    one._process.kill()
    one._process.wait()
    assert converted(tmp_path, "<p>b</p>").strip() == "b"


def test_one_that_breaks_down_at_work_is_said_in_a_sentence(tmp_path, stuck):
    (stuck / "typst.lua").write_text("function Para() os.exit(3) end")
    with pytest.raises(PublishError, match="it stopped"):
        converted(tmp_path, "<p>a</p>", never, stuck)


def test_it_goes_when_it_has_read_much_and_when_there_is_no_work(tmp_path, monkeypatch, qtbot):
    monkeypatch.setattr(kept_pandoc, "MOST_READ", 5)
    converted(tmp_path, "<p>a</p>")
    assert kept_pandoc.waiting() == 0
    monkeypatch.setattr(kept_pandoc, "MOST_READ", 5_000)
    monkeypatch.setattr(kept_pandoc, "IDLE", 0.05)
    converted(tmp_path, "<p>a</p>")
    qtbot.waitUntil(lambda: kept_pandoc.waiting() == 0)
