"""Word templates: what they make, that hostile text stays text, and that nothing withheld is in any byte."""

import io
import zipfile

import pytest
from docx import Document

from casebook.domain.case import Case
from casebook.domain.errors import PublishError
from casebook.domain.records import Sensitivity
from casebook.domain.sections.lessons import Lesson
from casebook.domain.sections.outcomes import Outcome
from casebook.publishing.order import Order
from casebook.publishing.report import publish, typeset
from casebook.publishing.template_process import FaultyTemplateError
from casebook.publishing.word_templates import unopenable
from tests.publishing.formats import every_byte
from tests.publishing.own_templates import with_parts, word, word_text
from tests.publishing.test_hostile_text import HOSTILE


def filled(template, case, materials, tmp_path, audience=Sensitivity.PUBLIC):
    order = Order(
        folder=tmp_path / "out", template=str(template.document), formats=("docx",), audience=audience
    )
    (made,) = publish(case, order, materials).files
    return made


def test_tags_in_paragraphs_tables_and_headers_are_filled(materials, tmp_path):
    template = word(
        tmp_path / "mine.docx",
        "{{ fields.title }} ({{ report.reference }})",
        "{%p for lesson in entries.lessons %}",
        "{{ loop.index }}. {{ lesson.title }}",
        "{%p endfor %}",
        table=[("Outcome",), ("{%tr for outcome in entries.outcomes %}",), ("{{ outcome.statement }}",), ("{%tr endfor %}",)],
        header="{{ report.audience }}",
    )  # fmt: skip
    case = Case(
        title="Bridges",
        ref_code="LR-1",
        lessons=(Lesson(title="First"), Lesson(title="Second")),
        outcomes=(Outcome(statement="Calm"),),
    )
    made = filled(template, case, materials, tmp_path)
    assert word_text(made).splitlines() == [
        "Bridges (LR-1)",
        "1. First",
        "2. Second",
        "Outcome",
        "Calm",
        "Public",
    ]
    assert "mine" in made.name
    properties = Document(made).core_properties
    assert (properties.title, properties.author, properties.last_modified_by) == ("Bridges", "", "")


def test_paragraphs_stay_paragraphs_of_their_style(materials, tmp_path):
    template = word(tmp_path / "t.docx", "{{ fields.context }}")
    document = Document(template.document)
    document.paragraphs[0].style = "Quote"
    document.save(template.document)
    made = filled(template, Case(title="T", context="One **bold**.\n\n- a\n- b\n\nTwo."), materials, tmp_path)
    shown = [(p.text, p.style.name) for p in Document(made).paragraphs]
    assert shown == [("One bold.", "Quote"), ("• a", "Quote"), ("• b", "Quote"), ("Two.", "Quote")]


def test_hostile_text_comes_out_as_typed(materials, tmp_path):
    rough = (*HOSTILE, "{_{ x }_} {_% if %_}", "a_b__c", "<w:p/>", "]]>", "&#95;", "{{r x }}", "{%tr y %}")
    lessons = tuple(Lesson(title=text) for text in rough)
    template = word(
        tmp_path / "t.docx",
        "{{ report.title }}",
        "{%p for l in entries.lessons %}",
        "{{ l.title }}",
        "{%p endfor %}",
    )
    made = filled(template, Case(title="{_{ T }_}", lessons=lessons), materials, tmp_path)
    assert word_text(made).splitlines()[: len(rough) + 1] == ["{_{ T }_}", *rough]
    assert unopenable(made.read_bytes()) == ""


def test_what_is_withheld_is_in_no_byte(materials, tmp_path):
    case = Case(
        title="T",
        lessons=(
            Lesson(
                title="Shown",
                observation="Zqhidden",
                field_sensitivities={"observation": Sensitivity.PARTNER},
            ),
            Lesson(title="Zqsecret", sensitivity=Sensitivity.INTERNAL),
        ),
    )
    template = word(
        tmp_path / "t.docx",
        "{% for l in entries.lessons %}{{ l }}{{ l.title }}{{ l.observation }}{% endfor %}",
        "{{ fields }}{{ entries }}{{ report }}{{ withheld }}",
    )
    public = every_byte(filled(template, case, materials, tmp_path))
    assert "Zqsecret" not in public and "Zqhidden" not in public and "Shown" in public
    assert "Zqsecret" in every_byte(filled(template, case, materials, tmp_path, Sensitivity.INTERNAL))


@pytest.mark.parametrize(
    ("paragraphs", "table", "said"),
    [
        ((), [("{%tr for a in entries.actors %}",), ("{{ a.role }}",)], "“{%tr endfor %}” is missing in table 1"),
        (("{{ fields.titel }}",), (), "“{{ fields.titel }}” in paragraph 1: there is no “titel” here; “title” was perhaps meant"),
        (("a", "{{ fields.title / 0 }}"), (), "“{{ fields.title / 0 }}” in paragraph 2"),
        ((), [("x",), ("{{ nothing.at.all }}",)], "“{{ nothing.at.all }}” in table 1, row 2: there is no “nothing” here"),
        (("{{ fields.__class__ }}",), (), "a template may not use “__class__”"),
        (("{% include '/etc/passwd' %}",), (), "“{% include '/etc/passwd' %}” in paragraph 1"),
    ],
)  # fmt: skip
def test_a_fault_names_its_place_and_tag(materials, tmp_path, paragraphs, table, said):
    with pytest.raises(FaultyTemplateError) as caught:
        filled(word(tmp_path / "t.docx", *paragraphs, table=table), Case(title="T"), materials, tmp_path)
    assert said in str(caught.value)
    assert not (tmp_path / "out").exists() or not list((tmp_path / "out").iterdir())


@pytest.mark.parametrize(
    "source",
    [
        "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
        "{{ 'x' * 10**9 }}",
        "{% for a in range(99999) %}{{ 'x' * 99999 }}{% endfor %}",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    ],
)
def test_what_has_no_end_is_stopped(materials, tmp_path, source):
    with pytest.raises(PublishError, match="nothing was written"):
        filled(word(tmp_path / "t.docx", source), Case(title="T"), materials, tmp_path)


def test_a_word_file_made_to_be_slow_is_stopped_too(materials, tmp_path):
    template = word(tmp_path / "t.docx", "{{ fields.title }}")
    w = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    rows = b"<w:tr><w:tc><w:p><w:r><w:t>{% vm</w:t></w:r></w:p></w:tc></w:tr>" * 40_000
    text = b"<w:document %s><w:body><w:tbl>%s</w:tbl><w:p/></w:body></w:document>" % (w, rows)
    with_parts(template.document, word__document_DOT_xml=text)
    with pytest.raises(PublishError):
        filled(template, Case(title="T"), materials, tmp_path)


def test_a_word_template_has_no_pages_and_no_other_format(materials, tmp_path):
    template = word(tmp_path / "t.docx", "a")
    with pytest.raises(PublishError, match="only Word lays out"):
        typeset(Case(title="T"), Order(folder=tmp_path, template=str(template.document)), materials)
    with pytest.raises(PublishError, match="cannot be made as PDF"):
        publish(Case(title="T"), Order(folder=tmp_path, template=str(template.document)), materials)


def test_a_file_that_does_not_open_is_told(tmp_path):
    assert unopenable(b"no zip")
    template = word(tmp_path / "t.docx", "a", table=[("b",)])
    assert unopenable(template.document.read_bytes()) == ""
    with zipfile.ZipFile(template.document) as archive:
        text = archive.read("word/document.xml")
    cell = text[text.index(b"<w:tc>") : text.index(b"</w:tc>")]
    hollow = text.replace(cell, b"<w:tc>" + cell[6 : cell.index(b"<w:p>")])
    assert "cell" in unopenable(with_parts(template.document, word__document_DOT_xml=hollow).read_bytes())
    broken = with_parts(template.document, word__document_DOT_xml=text[:-20]).read_bytes()
    assert unopenable(broken)
    assert io.BytesIO(broken).read(2) == b"PK"
