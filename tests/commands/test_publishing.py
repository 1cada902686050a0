"""export writes reports for an audience; templates, formats and schema say what there is."""

import json

from casebook.exchange.json_schema import schema
from casebook.publishing.converters import FORMATS


def test_export_writes_each_format_and_says_where(sample, tmp_path):
    ran = sample("export", "LR-2003-001", "--format", "md", "--format", "html", "--to", tmp_path / "out")
    files = sorted((tmp_path / "out").iterdir())
    assert ran.status == 0
    assert sorted(ran.out.splitlines()) == sorted(map(str, files))
    assert [file.suffix for file in files] == [".html", ".md"]
    assert ran.err.startswith("Withheld from public: ")


def test_export_leaves_out_what_is_not_for_the_audience(sample, tmp_path):
    text = {}
    for audience in ("public", "internal"):
        folder = tmp_path / audience
        ran = sample("export", "LR-2003-001", "--format", "md", "--audience", audience, "--to", folder)
        assert ran.status == 0
        text[audience] = next(folder.iterdir()).read_text(encoding="utf-8")
    assert len(text["public"]) < len(text["internal"])


def test_export_of_several_cases_as_json(sample, tmp_path):
    ran = sample("export", "LR-2003-001", "IQ-2003-001", "--format", "md", "--to", tmp_path, "--json")
    told = json.loads(ran.out)
    assert [len(report["files"]) for report in told] == [1, 1]
    assert told[0]["audience"] == "public"
    assert told[0]["withheld"]["testimonies"] > 0
    assert len(list(tmp_path.glob("*.md"))) == 2


def test_export_makes_pdf_when_nothing_is_chosen(sample, tmp_path):
    assert sample("export", "IQ-2003-001", "--to", tmp_path / "out").status == 0
    (made,) = (tmp_path / "out").iterdir()
    assert made.read_bytes().startswith(b"%PDF")


def test_export_of_several_cases_into_one_book(sample, tmp_path):
    book = ("export", "LR-2003-001", "IQ-2003-001", "--template", "casebook-volume", "--title", "Two wars")
    ran = sample(*book, "--format", "epub", "--format", "md", "--to", tmp_path / "out")
    files = sorted(file.name for file in (tmp_path / "out").iterdir())
    assert files == [
        "2-cases two-wars casebook-volume public.epub",
        "2-cases two-wars casebook-volume public.md",
    ]
    assert len(ran.out.splitlines()) == 2 and ran.err.count("Withheld from public") == 1


def test_export_says_when_a_report_is_not_made_in_a_format(sample, tmp_path):
    ran = sample(
        "export", "LR-2003-001", "--template", "slides", "--format", "docx", "--to", tmp_path / "out"
    )
    assert ran.status == 1 and "cannot be made as Word" in ran.err


def test_export_refuses_in_one_sentence(sample, tmp_path):
    for wrong in (("XX-1",), ("LR-2003-001", "--format", "poem"), ("LR-2003-001", "--template", "poem")):
        ran = sample("export", *wrong, "--to", tmp_path / "out")
        assert (ran.status, ran.out) == (1, "")
        assert len(ran.err.splitlines()) == 1
    assert not list(tmp_path.glob("out/*"))


def test_export_for_an_audience_nobody_knows_is_wrong_usage(sample):
    ran = sample("export", "LR-2003-001", "--audience", "spies")
    assert ran.status == 2
    assert "public" in ran.err


def test_templates_and_formats(run):
    assert run("templates").out.startswith("full-report  ")
    listed = {one["name"]: one for one in json.loads(run("templates", "--json").out)}
    assert listed["lessons-digest"]["many"] and not listed["full-report"]["many"]
    assert listed["slides"]["formats"] == ["pdf", "pptx"]
    assert [one["name"] for one in json.loads(run("formats", "--json").out)] == list(FORMATS)
    assert len(run("formats").out.splitlines()) == len(FORMATS)


def test_schema_is_the_schema(run):
    assert json.loads(run("schema").out) == schema()
