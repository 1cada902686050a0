import pytest
from docx import Document

from casebook.publishing.sandbox import StrictSandbox
from casebook.publishing.word_tags import faults, found, tags
from tests.publishing.own_templates import word


def said(tmp_path, *paragraphs, table=()):
    template = word(tmp_path / "t.docx", *paragraphs, table=table)
    return faults(list(tags(Document(template.document).element.body)), StrictSandbox())


def test_where_a_tag_stands_is_told_in_words(tmp_path):
    template = word(tmp_path / "t.docx", "a", "{{ b }} and {% if c %}", table=[("x", "y"), ("{{ d }}", "")])
    places = [(tag.text, tag.where) for tag in found(list(tags(Document(template.document).element.body)))]
    assert places == [
        ("{{ b }}", "paragraph 2"),
        ("{% if c %}", "paragraph 2"),
        ("{{ d }}", "table 1, row 2"),
    ]


@pytest.mark.parametrize(
    ("paragraphs", "table", "sentence"),
    [
        ((), [("{%tr for a in b %}",), ("{{ a }}",)], "“{%tr endfor %}” is missing in table 1"),
        (("{%p if a %}",), (), "“{%p endif %}” is missing in paragraph 1"),
        (("x", "{% endif %}"), (), "“{% endif %}” in paragraph 2 closes nothing"),
        (("{% if a %}{% endfor %}",), (), "“{% endif %}” is missing"),
        (("{%p for a in b %}", "{% endfor %}"), (), "both need the same letters"),
        (("ok", "{{ fields.title"), (), "“{{ fields.title” in paragraph 2 does not end with “}}”"),
        (("{{ a b }}",), (), "“{{ a b }}” in paragraph 1 cannot be read"),
        (("{% for in b %}x{% endfor %}",), (), "“{% for in b %}” in paragraph 1 cannot be read"),
        (("{% elif a %}",), (), "“{% elif a %}” in paragraph 1 closes nothing"),
        (("{% pleese %}",), (), "“{% pleese %}” in paragraph 1 cannot be read"),
    ],
)
def test_what_is_wrong_with_a_tag_is_one_sentence_with_its_place(tmp_path, paragraphs, table, sentence):
    sentences = said(tmp_path, *paragraphs, table=table)
    assert sentences and sentence in sentences[0]


def test_right_tags_have_nothing_wrong(tmp_path):
    right = ("{%p if a %}", "{{ b | join(“, ”) }}", "{%p else %}", "{# note #}", "{%p endif %}", "{{r c }}")
    assert (
        said(tmp_path, *right, table=[("{%tr for a in b %}",), ("{{ a }}{% vm %}",), ("{%tr endfor %}",)])
        == []
    )
