"""styles lists and adds citation styles; look shows and sets the house style, which export then has."""

import json
import shutil

import pytest

from casebook import paths


@pytest.fixture
def own_styles():
    yield paths.user_styles()
    shutil.rmtree(paths.user_styles())


def test_styles_are_listed_and_added(run, own_styles, tmp_path):
    assert run("styles").out.startswith("casebook  ")
    told = {one["name"]: one for one in json.loads(run("styles", "--json").out)}
    assert told["chicago-notes-bibliography"]["cites"] == "in notes" and told["apa"]["cites"] == "in the text"
    shutil.copy(paths.resources() / "csl" / "apa.csl", tmp_path / "field.csl")
    ran = run("styles", "--add", tmp_path / "field.csl", "--json")
    assert [one["name"] for one in json.loads(ran.out) if one["own"]] == ["field"]
    (tmp_path / "bad.csl").write_text("<html/>", encoding="utf-8")
    ran = run("styles", "--add", tmp_path / "bad.csl")
    assert (ran.status, ran.out) == (1, "") and "no citation style" in ran.err


def test_the_house_style_is_shown_set_and_used(sample, tmp_path):
    assert json.loads(sample("look", "--json").out)["organisation"] == ""
    logo = paths.resources() / "icons" / "casebook.svg"
    ran = sample(
        *("look", "--organisation", "Peace Centre", "--accent", "#FFE600", "--paper", "letter", "--cover"),
        *("--citation-style", "chicago-notes-bibliography", "--logo", logo, "--fonts", "sans", "--json"),
    )
    told = json.loads(ran.out)
    assert ran.status == 0 and "too light" in ran.err
    assert (told["organisation"], told["paper"], told["cover"], told["logo"]) == (
        "Peace Centre",
        "letter",
        True,
        True,
    )
    assert "Peace Centre" in sample("look").out
    assert sample("export", "LR-2003-001", "--format", "html", "--to", tmp_path).status == 0
    (made,) = tmp_path.glob("*.html")
    html = made.read_text(encoding="utf-8")
    assert "Peace Centre" in html and 'class="footnote-ref"' in html
    assert json.loads(sample("look", "--usual", "--json").out)["organisation"] == ""


def test_slides_are_made_with_the_layouts_of_a_presentation(sample, tmp_path):
    wanted = (
        "export",
        "LR-2003-001",
        "--template",
        "slides",
        "--format",
        "pptx",
        "--audience",
        "training",
        "--to",
    )
    assert sample(*wanted, tmp_path / "first").status == 0
    (made,) = (tmp_path / "first").glob("*.pptx")
    ran = sample("look", "--powerpoint", made, "--json")
    assert ran.status == 0 and json.loads(ran.out)["slide_masters"] is True
    assert sample(*wanted, tmp_path / "second").status == 0
    assert len(list((tmp_path / "second").glob("*.pptx"))) == 1
    assert json.loads(sample("look", "--usual", "--json").out)["slide_masters"] is False


def test_export_takes_a_citation_style(sample, tmp_path):
    wanted = ("export", "LR-2003-001", "--format", "md", "--to", tmp_path, "--citation-style")
    assert sample(*wanted, "apa").status == 0
    (made,) = tmp_path.glob("*.md")
    assert "(Nichols, 2005)" in made.read_text(encoding="utf-8")
    ran = sample(*wanted, "../apa")
    assert (ran.status, ran.out) == (1, "") and "no citation style" in ran.err


@pytest.mark.parametrize(
    "wrong",
    [
        ("--accent", "teal"),
        ("--citation-style", "none"),
        ("--logo", __file__),
        ("--word", __file__),
        ("--powerpoint", __file__),
    ],
)
def test_what_cannot_be_used_is_refused_and_nothing_changed(sample, wrong):
    ran = sample("look", "--organisation", "New", *wrong)
    assert (ran.status, ran.out) == (1, "") and len(ran.err.splitlines()) == 1
    assert json.loads(sample("look", "--json").out)["organisation"] == ""
