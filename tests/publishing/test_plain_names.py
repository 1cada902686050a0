import pytest
from markupsafe import Markup

from casebook.domain.case import CASE
from casebook.publishing.plain_names import NEW_LINE, NEW_PARAGRAPH, as_html, as_words, plain
from casebook.publishing.views import FieldView

STANDING = {"id", "heading", "grade", "grade_words", "evidence", "reference"}


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("<p>One <strong>two</strong>.</p>\n<p>Three</p>", f"One two.{NEW_PARAGRAPH}Three"),
        ("<ul>\n<li>a</li>\n<li><p>b</p></li>\n</ul>", f"• a{NEW_PARAGRAPH}• b"),
        ("a<br>b &lt;c&gt; &amp;amp;", f"a{NEW_LINE}b <c> &amp;"),
        ("plain words", "plain words"),
        ("", ""),
    ],
)
def test_html_as_words(markup, words):
    assert plain(markup) == words


def test_a_field_is_shown_as_html_or_as_words():
    field = FieldView(name="a", label="A", kind="prose", html=Markup("<p>x <em>y</em></p>"))
    assert as_html(field) == "<p>x <em>y</em></p>" and as_words(field) == "x y"


def test_no_field_or_section_is_hidden_by_a_name_that_is_always_there():
    for section in CASE.sections.values():
        given = [spec.name for spec in section.fields] + [child.key for child in CASE.children(section.key)]
        assert not STANDING & set(given), section.key
        assert len(given) == len(set(given)) and all(name.isidentifier() for name in given)
