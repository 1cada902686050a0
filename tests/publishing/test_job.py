"""A report under way: what the filters are told, and that nothing of a stranger's template gets past them."""

import json

import attrs

from casebook.publishing.job import REPORT


def test_the_filters_are_told_what_stands_on_every_page(job):
    job.tell()
    told = json.loads((job.folder / "facts.json").read_text(encoding="utf-8"))
    assert (told["title"], told["footer"]) == ("A case", "Status: Draft · Audience: Public")
    assert told["day"] == [2026, 3, 2] and told["lang"] == "en" and told["authors"] == ["Ama"]
    assert "The Office" in told.values()


def test_a_part_of_the_report_is_converted_where_it_is_named(job):
    (job.folder / REPORT).write_text("<p>whole</p>", encoding="utf-8")
    (job.folder / "part.html").write_text("<p>part</p>", encoding="utf-8")
    assert job.pandoc("gfm", "plain.lua", "whole.md").read_text(encoding="utf-8") == "whole\n"
    part = job.pandoc("gfm", "plain.lua", "part.md", source="part.html")
    assert part.read_text(encoding="utf-8") == "part\n"


def test_what_a_template_of_ones_own_makes_goes_through_a_filter_first(job):
    html = '<p><a href="javascript:alert(1)" onclick="x()">here</a></p>'
    (job.folder / REPORT).write_text(html, encoding="utf-8")
    strict = attrs.evolve(job, untrusted=True).pandoc("html5", "web.lua", "strict.html")
    made = strict.read_text(encoding="utf-8")
    assert "here" in made and "javascript:" not in made and "onclick" not in made
