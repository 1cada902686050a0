"""Charts inside reports: drawn when asked for, with alt text in every format, their data as a table on the web."""

import base64
import json
import re
import zipfile

import lxml.html
import page
import pytest

from casebook import paths
from casebook.domain.case import Case
from casebook.domain.dates import When
from casebook.domain.errors import PublishError
from casebook.domain.records import Sensitivity
from casebook.domain.redaction import redact
from casebook.domain.sections.timeline import Event
from casebook.publishing.charts.chart import KINDS
from casebook.publishing.figures import Charts
from casebook.publishing.names import wording_of
from casebook.publishing.order import Materials, Order
from casebook.publishing.report import publish
from tests.publishing.formats import evened, text_of

EVERY_CHART = """{% import "casebook.html.j2" as put with context %}
<!DOCTYPE html><html lang="en"><head><title>{{ report.title }}</title></head><body>
<h1>{{ report.title }}</h1><h2>Charts</h2>
{{ put.chart(charts.timeline) }}{{ put.chart(charts.turning_points) }}{{ put.chart(charts.indicators) }}
{{ put.chart(charts.relations) }}{{ put.chart(charts.severity) }}{{ put.chart(charts.directions) }}
{% for outcome in case.outcomes %}{{ put.chart(charts.indicators_of(outcome.id)) }}{% endfor %}
</body></html>"""


@pytest.fixture(scope="module")
def with_charts(materials, tmp_path_factory):
    """Materials with one more template, which asks for every chart there is."""
    folder = tmp_path_factory.mktemp("templates")
    (folder / "charts").mkdir()
    (folder / "charts" / "template.toml").write_text('name = "charts"\ntitle = "Every chart"\n')
    (folder / "charts" / "report.html.j2").write_text(EVERY_CHART)
    return Materials(
        vocabularies=materials.vocabularies,
        resources=materials.resources,
        template_folders=(folder, *materials.template_folders),
        blobs=materials.blobs,
    )


@pytest.fixture(scope="module")
def made(with_charts, liberia, tmp_path_factory):
    folder = tmp_path_factory.mktemp("made")
    order = Order(folder=folder, template="charts", formats=("docx", "pdf", "html", "odt", "md"))
    return {path.suffix[1:]: path for path in publish(liberia, order, with_charts).files}


@pytest.fixture
def charts(materials, tmp_path):
    def of(case):
        pictures = {}
        return Charts(case, wording_of(materials, "en"), materials.resources, (tmp_path, pictures)), pictures

    return of


def drawings(html):
    found = re.findall(r"data:image/svg\+xml;base64,([^\"]+)", html)
    return [base64.b64decode(data).decode() for data in found]


def test_a_chart_is_drawn_when_asked_for_and_once(charts, liberia, tmp_path):
    asked, pictures = charts(liberia)
    assert pictures == {} and not (tmp_path / "assets").exists()
    figure = asked.timeline
    assert asked.timeline is figure and list(pictures) == [figure.path]
    assert figure.alt.startswith("Timeline of 17 events") and len(figure.rows) == 17
    assert (tmp_path / figure.path).read_bytes().startswith(b"<svg")
    assert pictures[figure.path].media_type == "image/svg+xml"


def test_every_kind_has_its_name_and_an_empty_case_none(charts, liberia):
    asked, pictures = charts(liberia)
    names = ("timeline", "turning_points", "indicators", "relations", "severity", "directions")
    figures = [getattr(asked, name) for name in names]
    assert {figure.kind for figure in figures} == set(KINDS) and len(pictures) == len(names)
    assert len(figures[1].rows) == 6
    empty, _none = charts(Case())
    assert [getattr(empty, name) for name in names] == [None] * 6 and empty.indicators_of("x") is None


def test_the_pdf_with_every_chart_passes_an_independent_check_of_pdf_ua(made):
    report = page.validate_pdf(str(made["pdf"]), profile="ua1")
    assert report.is_compliant, [(failure.rule_id, failure.message) for failure in report.failures][:5]
    assert "First ECOMIL troops deploy" in text_of(made["pdf"])


@pytest.mark.parametrize(
    "words", ["مجلس الأمن يأذن بنشر القوة second", "नमस्ते सुरक्षा परिषद", "e\u0301 ⵜⵉⴼⵉⵏⴰⵖ"]
)
def test_letters_of_any_script_pass_it_too(with_charts, tmp_path, words):
    case = Case(title="T", timeline=(Event(title=words, date=When("2003-08-04")),))
    order = Order(folder=tmp_path, template="charts", formats=("pdf",))
    (pdf,) = publish(case, order, with_charts).files
    assert page.is_pdf_compliant_bytes(pdf.read_bytes(), profile="ua1")


def test_word_has_pictures_with_words_for_those_who_cannot_see_them(made):
    for name, listing, said in (
        ("docx", "word/media/", 'descr="Timeline of 17 events'),
        ("odt", "Pictures/", "Timeline of 17 events"),
    ):
        with zipfile.ZipFile(made[name]) as archive:
            media = [archive.read(part) for part in archive.namelist() if part.startswith(listing)]
            body = archive.read("word/document.xml" if name == "docx" else "content.xml").decode()
        assert len(media) >= 6 and all(data.startswith(b"\x89PNG") for data in media)
        assert said in body and "The same as a table" not in body


def test_the_web_page_has_the_data_folded_beneath_the_drawing(made):
    html = made["html"].read_text(encoding="utf-8")
    count = html.count("<figure>")
    assert count >= 6 and html.count("<details>") == html.count("</details>") == len(drawings(html)) == count
    assert html.count("<summary>") == count and "<td>102,193 (about 2004" in html
    assert 'alt="Timeline of 17 events' in html and "<script" not in html


def test_markdown_says_what_the_drawing_shows(made):
    text = text_of(made["md"])
    assert "Women among police officers, per cent: 2 in 2005, 17 in July 2011; target 20" in text
    assert "The same as a table" not in text


def test_what_is_withheld_is_in_no_drawing_and_no_table(with_charts, tmp_path):
    secret = Event(title="Zqsecretevent", date=When("2004"), sensitivity=Sensitivity.INTERNAL)
    case = Case(title="T", timeline=(Event(title="Known", date=When("2003")), secret))
    order = Order(folder=tmp_path, template="charts", formats=("html", "md"))
    web, markdown = publish(case, order, with_charts).files
    html = web.read_text(encoding="utf-8")
    assert "Known" in drawings(html)[0] and "Zqsecret" not in html + markdown.read_text(encoding="utf-8")
    assert not any("Zqsecret" in drawing for drawing in drawings(html))
    clean, _receipt = redact(case, Sensitivity.PUBLIC)
    assert len(clean.timeline) == 1


def test_a_template_cannot_reach_through_a_chart(with_charts, tmp_path):
    folder = tmp_path / "t" / "sly"
    folder.mkdir(parents=True)
    (folder / "template.toml").write_text('title = "Sly"')
    (folder / "report.html.j2").write_text("{{ charts._folder }}{{ charts.__class__.__mro__ }}")
    sly = Materials(
        vocabularies={}, resources=with_charts.resources, template_folders=(tmp_path / "t",), blobs={}
    )
    with pytest.raises(PublishError, match="cannot be used"):
        publish(Case(title="T"), Order(folder=tmp_path, template="sly", formats=("md",)), sly)


NAMES = ("timeline", "turning_points", "indicators", "relations", "severity", "directions")


@pytest.mark.parametrize("name", NAMES)
def test_every_chart_on_the_web_has_its_words_and_all_its_data(made, charts, liberia, name):
    asked, _pictures = charts(redact(liberia, Sensitivity.PUBLIC)[0])
    figure = getattr(asked, name)
    root = lxml.html.fromstring(made["html"].read_text(encoding="utf-8"))
    (drawn, *_more) = [one for one in root.iter("figure") if one.find(".//img").get("alt") == figure.alt]
    assert len(figure.alt) > 60 and evened(drawn.text_content()) == evened(figure.title)
    table = drawn.getnext().find(".//table")
    heads = tuple(evened(cell.text_content()) for cell in table.iter("th"))
    rows = [tuple(evened(cell.text_content()) for cell in row.iter("td")) for row in table.iter("tr")]
    assert heads == tuple(map(evened, figure.columns))
    assert rows[1:] == [tuple(map(evened, row)) for row in figure.rows]


def test_charts_use_no_colour_but_those_that_are_told_apart_in_grey(made):
    look = json.loads((paths.resources() / "charts" / "look.json").read_text(encoding="utf-8"))
    known = {colour.lower() for colour in look.values()}
    for drawing in drawings(made["html"].read_text(encoding="utf-8")):
        used = {colour.lower() for colour in re.findall(r"#[0-9A-Fa-f]{6}\b|#[0-9A-Fa-f]{3}\b", drawing)}
        named = set(re.findall(r'(?:fill|stroke)="([a-z]+)"', drawing)) - {"none", "transparent", "white"}
        assert used <= known | {"#fff", "#000"} and named <= {"black"}, (used - known, named)
