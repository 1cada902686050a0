import re

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from casebook.publishing.markdown import prose
from casebook.publishing.shortening import in_line, lines, shorten


def test_texts_are_cut_after_whole_sentences():
    html = prose("The U.S. Army met Dr. Gbowee, e.g. in Accra. *Then it. Left.* Nobody came.")
    first = shorten(html, 1, 1000)
    assert first.cut and first.html == "<p>The U.S. Army met Dr. Gbowee, e.g. in Accra.\u00a0…</p>"
    assert shorten(html, 2, 1000).html.endswith("<em>Then it.</em>\u00a0…</p>")
    assert shorten(html, 9, 1000) == shorten(html, 4, 1000)
    assert not shorten(html, 9, 1000).cut


def test_a_first_sentence_that_is_too_long_is_cut_after_a_word():
    assert shorten("<p>one two three four</p>", 1, 9).html == "<p>one two…</p>"
    assert shorten("<p>a &amp;&amp;&amp;&amp; b</p>", 1, 5).html in (
        "<p>a…</p>",
        "<p>a ;…</p>",
        "<p>a &amp;…</p>",
    )


def test_wide_letters_count_two_and_end_their_own_sentences():
    html = prose("和平协议。第二句！第三句。")
    assert shorten(html, 2, 100).html == "<p>和平协议。第二句！\u00a0…</p>"
    assert shorten(html, 9, 12).html == "<p>和平协议。\u00a0…</p>"


def test_lists_lose_whole_items_and_emphasised_headlines_do_not_stand_alone():
    assert shorten(prose("- One\n- Two\n- Three"), 2, 99).html.count("<li>") == 2
    short = shorten(prose("Done.\n\n**Later.** It went on."), 2, 99)
    assert "Later" not in short.html and short.cut


def test_lines_and_words_in_a_line_keep_their_direction():
    assert [str(line) for line in lines(prose("- a *b*\n- c"))] == ["a <em>b</em>", "c"]
    assert [str(line) for line in lines(prose("First\nSecond"))] == ["First", "Second"]
    assert in_line(prose("- a\n- b")) == "a; b" and in_line(prose("A.\n\nB.")) == "A. B."
    assert in_line(prose("السلام عليكم.")) == Markup('<span dir="rtl">السلام عليكم.</span>')


@given(st.text(max_size=300), st.integers(1, 5), st.integers(1, 80))
def test_what_is_left_is_sound_and_no_longer(text, sentences, width):
    short = shorten(prose(text), sentences, width)
    plain = Markup(short.html).striptags()
    assert len(plain) <= max(width, 0) + 3 or not short.cut or "&" in str(short.html)
    opened: list[str] = []
    for closing, name in re.findall(r"<(/?)([a-z0-9]+)[^>]*>", str(short.html)):
        if name in ("br", "hr", "img"):
            continue
        if closing:
            assert opened.pop() == name
        else:
            opened.append(name)
    assert opened == []
