"""Text is text: whatever is typed into a field comes out as it was typed, in every format."""

import zipfile

import attrs
import pytest
from lxml import etree

from casebook import paths
from casebook.domain.case import Case
from casebook.domain.records import RecordId, Sensitivity
from casebook.publishing.order import Order
from casebook.publishing.report import publish
from casebook.publishing.templates import find_templates
from tests.publishing.formats import every_byte, html_addresses, squeezed, text_of
from tests.publishing.planted import CaseWithRumours, filled, token
from tests.publishing.sample import FULL

REPORTS = {template.name: template for template in find_templates([paths.templates()])}
HOSTILE = (
    "<script>alert(1)</script><b onclick='x'>B</b>&amp;&lt;",
    "{{7*7}}{% raw %}{{ case.title }}{# gone #}",
    '#eval("1+1") #import "x.typ": y #set page(width: 1pt) $x^2$ @ref <lab> = H',
    "</w:t></w:r><w:r><w:t>X ]]> <!-- c --> <?xml?>",
    "C:\\temp\\new \\u{41} \\n \\textbf{x} `code` ~tilde~ ^up^ --dash-- ...",
    "[link](javascript:alert(1)) ![pic](http://example.org/x.png) [@nokey] @nokey",
    "os.execute('x') --[[ lua ]] %d %s {0} ${x} @@title@@ @@footer@@",
    "= not a heading | not | a | table | + - * 1. > quote \" ' “ ”",
)
"""One thing each for HTML, Jinja, Typst, Word, LaTeX, Markdown, Lua, and signs that start something."""


def hostile(key, field):
    return token(key, field) + " " + " ".join(HOSTILE)


@pytest.fixture(scope="module")
def published(materials, tmp_path_factory):
    """A case with hostile text in every field that takes text, in every format."""

    def words(key, field):
        return hostile(key, field)

    case = filled(CaseWithRumours, words)
    # Markdown means something in a field of running text; there it is typed as code, which means nothing.
    order = Order(folder=tmp_path_factory.mktemp("hostile"), formats=FULL, audience=Sensitivity.INTERNAL)
    made = publish(as_code(case), order, materials)
    return {path.suffix[1:]: path for path in made.files}


def as_code(case):
    """The case with the hostile text of running-text fields fenced, so that Markdown itself leaves it alone."""

    def fenced(record, specs):
        return attrs.evolve(
            record,
            **{
                spec.name: f"{token('', '')}\n\n```\n{getattr(record, spec.name)}\n```\n"
                for spec in specs
                if spec.kind == "prose"
            },
        )

    for key, spec in case.declaration.sections.items():
        case = case.with_section(key, tuple(fenced(record, spec.fields) for record in case.section(key)))
    return fenced(case, case.declaration.header)


@pytest.mark.parametrize("format_key", FULL)
def test_what_is_typed_comes_out_as_typed(published, format_key):
    text = squeezed(text_of(published[format_key]))
    for sentence in HOSTILE:
        assert squeezed(sentence) in text, sentence
    assert "49" not in text.split("Zq")[1]
    case = filled(CaseWithRumours)
    for key, spec in case.declaration.sections.items():
        for field in spec.fields:
            if field.kind in ("line", "chips"):
                assert token(key, field.name) in text, (key, field.name)


def test_nothing_typed_becomes_active(published):
    html = published["html"].read_text(encoding="utf-8")
    assert "<script" not in html and "<b " not in html
    assert not [
        address
        for _tag, address in html_addresses(html)
        if not address.startswith(("https://example.org/", "data:image/svg+xml;base64,"))
    ]
    assert "http://example.org/x.png" in html
    assert html.count("<img") == html.count('<img src="data:image/svg+xml;base64,')
    document = every_byte(published["docx"])
    assert "@@title@@" in document and "<w:t>X ]]>" not in document


@pytest.mark.parametrize("name", sorted(REPORTS.keys() - {"full-report"}))
def test_in_every_other_report_it_stays_text_too(materials, tmp_path, name):
    case = as_code(filled(CaseWithRumours, hostile))
    cases = [case, attrs.evolve(case, id=RecordId("second"))] if REPORTS[name].many else [case]
    order = Order(
        folder=tmp_path, template=name, formats=REPORTS[name].formats, audience=Sensitivity.INTERNAL
    )
    for path in publish(cases, order, materials).files:
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                for part in archive.namelist():
                    if part.endswith((".xml", ".xhtml", ".opf", ".ncx", ".rels")):
                        root = etree.fromstring(archive.read(part))
                        assert not [e for e in root.iter() if etree.QName(e).localname == "script"]
        elif path.suffix == ".html":
            html = path.read_text(encoding="utf-8")
            assert "<script" not in html and "<b " not in html
            assert not [where for _tag, where in html_addresses(html) if where.startswith("javascript:")]
        assert token("", "title") in squeezed(text_of(path)), path.name


def test_markdown_in_running_text_is_read_and_nothing_else(materials, tmp_path):
    case = Case(
        title="T",
        context="**bold** <u>not</u> {{7*7}} #eval(1) [x](javascript:y) ![p](http://h.example/q.png)\n\n# Not a heading",
    )
    made = publish(
        case, Order(folder=tmp_path, formats=("html", "pdf"), audience=Sensitivity.PUBLIC), materials
    )
    html = made.files[0].read_text(encoding="utf-8")
    assert "<strong>bold</strong>" in html and "&lt;u&gt;not&lt;/u&gt;" in html and "{{7*7}}" in html
    assert "[x](javascript:y)" in html and "![p](http://h.example/q.png)" in html
    assert "<h1>Not a heading" not in html and "<strong>Not a heading</strong>" in html
    assert "#eval(1)" in text_of(made.files[1])


@pytest.mark.parametrize("format_key", FULL)
def test_control_signs_and_endless_words_break_nothing(materials, tmp_path, format_key):
    endless = "Unbrechbar" * 60
    rough = f"a\x00b\x07c\x1b\ufffe d\u202eevil\u2066x \u200fmark {endless} \ud800 end\r\nnext"
    case = Case(title=rough, brief=rough, context=rough, tags=(rough,))
    made = publish(
        case, Order(folder=tmp_path, formats=(format_key,), audience=Sensitivity.PUBLIC), materials
    )
    text = squeezed(text_of(made.files[0]))
    assert "abc" in text and endless in text
    assert not set("\x00\x07\x1b\ufffe") & set(text)
