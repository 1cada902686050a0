"""The page in docs/ is the one the declaration makes, and tells of every name there is."""

from pathlib import Path

import attrs

from casebook.commands.templates import templates as command
from casebook.domain.receipt import Receipt
from casebook.domain.records import Sensitivity
from casebook.domain.wording import Wording
from casebook.publishing.bibliography import Bibliography
from casebook.publishing.context import context
from casebook.publishing.figures import Charts
from casebook.publishing.given import give
from casebook.publishing.order import Order, never
from casebook.publishing.plain_names import as_html, plain_names
from casebook.publishing.reading import Reading
from casebook.publishing.reference_page import CONTEXT, MANY, NAMES, VIEWS
from casebook.publishing.report_facts import report_facts
from casebook.publishing.templates import find_template

PAGE = Path(__file__).resolve().parents[2] / "docs" / "template-reference.md"


def test_the_page_is_current(capfdbinary):
    command.main(["--reference"], standalone_mode=False)
    assert capfdbinary.readouterr().out.decode() == PAGE.read_text(encoding="utf-8"), "run 'make reference'"


def test_every_name_of_the_context_is_told(liberia, vocabularies, tmp_path):
    wording = Wording(vocabularies=vocabularies)
    reading = Reading(
        case=liberia,
        receipt=Receipt(audience=Sensitivity.PUBLIC),
        wording=wording,
        bibliography=Bibliography(),
    )
    facts = report_facts((liberia,), Order(folder=tmp_path), "Report", wording)
    given = context(reading, facts, {}, Charts(liberia, wording, tmp_path, (tmp_path, {})))
    assert set(CONTEXT) == {*given, *plain_names(given, as_html), "room"}


def test_every_name_of_a_report_of_many_cases_is_told(liberia, materials, tmp_path):
    many = find_template("casebook-volume", materials.template_folders)
    cases = [(liberia, Receipt(audience=Sensitivity.PUBLIC))] * 2
    order = Order(folder=tmp_path, template=many.name)
    given = give(cases, (order, many), materials, (tmp_path, {}, never)).names
    assert set(MANY) == {*given, *plain_names(given, as_html), "room"}


def test_every_name_of_every_view_is_told():
    page = PAGE.read_text(encoding="utf-8")
    for name, view in VIEWS.items():
        for field in attrs.fields(view) if attrs.has(view) else ():
            assert f"`{name}.{field.name}`" in page and NAMES[field.name]
