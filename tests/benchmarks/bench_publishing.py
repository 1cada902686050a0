"""A full report to PDF against the least it could cost: bare pandoc and bare Typst on the same HTML."""

import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import typst

from casebook.domain.case import Case
from casebook.domain.redaction import redact
from casebook.publishing.bibliography import bibliography
from casebook.publishing.citation_styles import USUAL, find_style
from casebook.publishing.context import context
from casebook.publishing.figures import Charts
from casebook.publishing.legible import legible_case
from casebook.publishing.names import wording_of
from casebook.publishing.order import Materials, Order, never
from casebook.publishing.pandoc import program
from casebook.publishing.reading import Reading
from casebook.publishing.rendering import render
from casebook.publishing.report import publish
from casebook.publishing.report_facts import report_facts
from casebook.publishing.templates import find_template
from tests.benchmarks.measuring import show
from tests.publishing.sample import sample_case, sample_materials

LIMIT = 1.5
"""What a report may cost, in times the floor."""
ROUNDS = 8


def report_html(case: Case, order: Order, materials: Materials, folder: Path) -> str:
    """The HTML of the report, attached pictures left out."""
    template = find_template(order.template, materials.template_folders)
    clean, receipt = redact(case, order.audience)
    clean = legible_case(clean)
    wording = wording_of(materials, order.language)
    style = find_style(order.citation_style or USUAL, materials.resources / "csl")
    sources = bibliography((clean,), style, (materials.resources, folder), never)
    reading = Reading(case=clean, receipt=receipt, wording=wording, bibliography=sources)
    facts = report_facts((clean,), order, template.title, wording)
    charts = Charts(clean, wording, materials.resources, (folder, {}))
    html = render(template, context(reading, facts, {}, charts), materials.resources, never)
    return sources.settled(html, template.look)


def bare(folder: Path, fonts: Path) -> None:
    """pandoc and Typst with nothing around them, on the HTML in `folder`."""
    command = [program(), "-s", "-f", "html", "-t", "typst", "floor.html", "-o", "floor.typ"]
    subprocess.run(command, cwd=folder, check=True)
    typst.compile(folder / "floor.typ", output=folder / "floor.pdf", root=folder, font_paths=[fonts])


def best(*works: Callable[[], object]) -> list[float]:
    """Seconds of the fastest of some rounds of each: what it costs when nothing else disturbs it.

    The works take turns, so that a busy moment of the machine falls on all of them.
    """
    times: list[list[float]] = [[] for _work in works]
    for _round in range(ROUNDS):
        for work, seconds in zip(works, times, strict=True):
            start = time.perf_counter()
            work()
            seconds.append(time.perf_counter() - start)
    return [min(seconds) for seconds in times]


def test_a_report_costs_little_more_than_the_tools_it_is_made_with(tmp_path):
    case, materials = sample_case("liberia"), sample_materials()
    order = Order(folder=tmp_path / "reports")
    (tmp_path / "floor.html").write_text(report_html(case, order, materials, tmp_path), encoding="utf-8")
    publish(case, order, materials)
    ours, floor = best(
        lambda: publish(case, order, materials), lambda: bare(tmp_path, materials.resources / "fonts")
    )
    show("Full report to PDF, against bare pandoc and typst on the same HTML", ours, floor, "s", LIMIT)
    assert ours / floor <= LIMIT
