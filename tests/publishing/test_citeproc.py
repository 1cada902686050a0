import pytest

from casebook import paths
from casebook.domain.citing import Cite
from casebook.publishing.citation_styles import CitationStyle, find_style
from casebook.publishing.citeproc import Citeproc
from casebook.publishing.order import never

BOOK = {
    "id": "s1",
    "type": "book",
    "title": "Guns & <b>roses</b>",
    "author": [{"family": "Doe", "given": "Jane"}],
    "issued": "2010",
    "publisher": "OUP",
    "URL": "https://x.org/a",
}


@pytest.fixture
def process(tmp_path):
    def made(key_or_style):
        style = (
            find_style(key_or_style, paths.resources() / "csl")
            if isinstance(key_or_style, str)
            else key_or_style
        )
        shapes = paths.resources() / "pandoc"
        return Citeproc(references=[BOOK], style=style, folder=tmp_path, shapes=shapes, cancelled=never)

    return made


def cite(*cites, in_text=False):
    return (cites, in_text)


def test_each_style_says_it_its_own_way(process):
    said = {}
    for key in ("apa", "chicago-author-date", "chicago-notes-bibliography"):
        made = process(key)([cite(Cite("s1", "see", "pp. 3-5")), cite(Cite("s1", "", "p. 9", True))])
        said[key] = [str(words) for words in made.citations]
        assert "&lt;b&gt;" in made.sources["s1"] and "<b>" not in made.sources["s1"]
    assert said["apa"] == ["(see Doe, 2010, pp. 3–5)", "(2010, p. 9)"]
    assert said["chicago-author-date"] == ["(see Doe 2010, 3–5)", "(2010, 9)"]
    first, second = said["chicago-notes-bibliography"]
    assert first.startswith('<span class="footnote">See Jane Doe, <em>Guns &amp;') and "(OUP, 2010)" in first
    assert "OUP" not in second and "9." in second


def test_an_author_in_the_sentence_keeps_the_name(process):
    (words,) = process("chicago-notes-bibliography")([cite(Cite("s1", "", "p. 3"), in_text=True)]).citations
    assert words.startswith('Jane Doe<span class="footnote">')
    assert process("apa")([cite(Cite("s1", "", "p. 3"), in_text=True)]).citations == ("Doe (2010, p. 3)",)


def test_a_style_can_neither_run_nor_link_elsewhere(process):
    prefix = "&lt;script&gt;alert(1)&lt;/script&gt;javascript:"
    text = (
        '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><info><title>X</title><id>x</id>'
        f'<updated>2026-01-01T00:00:00Z</updated></info><citation><layout><text variable="title" prefix="{prefix}"/>'
        f'</layout></citation><bibliography><layout><text variable="URL" prefix="{prefix}"/></layout></bibliography>'
        "</style>"
    )
    made = process(CitationStyle(key="x", title="X", in_notes=False, text=text.encode()))([cite(Cite("s1"))])
    for html in (made.citations[0], made.sources["s1"]):
        assert "<script" not in html and 'href="javascript' not in html and "alert(1)" in html
