from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from casebook.domain.citing import Cite
from casebook.publishing.markdown import LONGEST, inline, link, prose

KNOWN = {"un2004": "s1", "icg": "s2"}


def cite(citation):
    cites, in_text = citation
    return Markup(f"<cite>{'+'.join(c.key + c.locator for c in cites)}{'!' if in_text else ''}</cite>")


def test_paragraphs_lists_tables_and_emphasis_are_read():
    html = prose("One *two* **three**\n\n- a\n- b\n\n| h |\n|---|\n| c |")
    assert "<em>two</em>" in html and "<li>a</li>" in html and "<td>c</td>" in html


def test_citations_go_to_the_bibliography_and_unknown_keys_stay_as_typed():
    html = prose("So [@un2004, p. 4; @icg] and @icg says, but [@lost] and @nobody.", KNOWN, cite)
    assert "<cite>s1p. 4+s2</cite> and <cite>s2!</cite> says" in html
    assert "[@lost] and @nobody." in html


def test_a_citation_in_code_or_an_address_is_none():
    html = prose("`[@icg]` and [mail](mailto:a@icg) and a@icg", KNOWN, cite)
    assert "<cite>" not in html and 'href="mailto:a@icg"' in html


def test_html_pictures_headings_and_odd_links_come_out_as_typed():
    html = prose(
        "<b>x</b> ![p](http://h/q.png) [j](javascript:x) [d](data:text/html,x) [f](file:///etc)\n\n# Head\n\nSet\n==="
    )
    assert "&lt;b&gt;x&lt;/b&gt;" in html and "![p](http://h/q.png)" in html and "<a" not in html
    assert "[j](javascript:x)" in html and "<h1" not in html and html.count("<strong>") == 2


def test_links_lead_to_the_web_or_to_mail_only():
    assert (
        link("https://un.org/a?b=1&c")
        == '<a href="https://un.org/a?b=1&amp;c">https://un.org/a?b=1&amp;c</a>'
    )
    assert link("javascript:alert(1)") == "javascript:alert(1)"
    assert link('http://[bad"') == "http://[bad&quot;"


def test_right_to_left_text_is_marked():
    assert prose("سلام").startswith('<div dir="rtl"><p>') and inline("سلام") == '<span dir="rtl">سلام</span>'
    assert inline("a < b") == "a &lt; b"


def test_endless_text_is_shown_as_typed():
    html = prose("*a*\n\n" + "x" * LONGEST)
    assert html.startswith("<p>*a*</p><p>xxx")


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.seen = set()

    def handle_starttag(self, tag, attrs):
        self.seen.add(tag)
        self.seen |= {name for name, _value in attrs}


@given(st.text("<>\"'&[]()!@#*_`~|-=:/\\ \nabhscript.org0", max_size=120))
def test_no_text_makes_more_than_text(text):
    tags = Tags()
    tags.feed(prose(text, KNOWN, cite))
    tags.feed(inline(text))
    allowed = {
        "p",
        "em",
        "strong",
        "ul",
        "ol",
        "li",
        "code",
        "pre",
        "blockquote",
        "hr",
        "br",
        "a",
        "href",
        "title",
        "s",
    }
    assert tags.seen <= allowed | {"table", "thead", "tbody", "tr", "th", "td", "style", "start", "cite"}


def test_cites_carry_what_was_typed_around_them():
    seen = []
    prose("[see @icg, ch. 2]", KNOWN, lambda citation: seen.append(citation) or Markup("x"))
    assert seen == [((Cite("s2", "see", "ch. 2"),), False)]
