"""Whatever is pasted comes out as the text a reader would see."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.ui.forms.pasted_text import markdown_of


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<p>One <b>bold</b> and <i>slanted</i></p><p>Two</p>", "One **bold** and *slanted*\n\nTwo"),
        ("<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>", "- a\n- b\n  - c"),
        ("<ol><li>a</li><li>b</li></ol>", "1. a\n2. b"),
        ("<h1>Title</h1><p>text</p>", "### Title\n\ntext"),
        ("<blockquote><p>said</p></blockquote>", "> said"),
        ('<a href="https://example.org/x">here</a>', "[here](https://example.org/x)"),
        ('<a href="javascript:alert(1)">here</a>', "here"),
        ("one<br>two", "one\ntwo"),
        ("<script>alert(1)</script><style>p{}</style>seen<!-- not -->", "seen"),
        ('<b style="font-weight:normal"><p>plain</p></b>', "plain"),
        ("<img src='file:///etc/passwd' onerror=x>after", "after"),
        ("<b><p>one</p><p>two</p></b>", "**one**\n\n**two**"),
        ("<p>a <b>word </b>more<b></b></p>", "a **word** more"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a  b\nc"),
        ("a &lt;b&gt; &amp; c", "a <b> & c"),
    ],
)
def test_html_becomes_markdown(html, markdown):
    assert markdown_of(html) == markdown


def test_nothing_is_endless():
    assert markdown_of("<ul><li>" * 5_000 + "deep").endswith("deep")


@given(st.text(alphabet="<>abpuli/!-&; \n=\"'", max_size=200))
def test_any_html_can_be_read(html):
    assert "\x00" not in markdown_of(html)
