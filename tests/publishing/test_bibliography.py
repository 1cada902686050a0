import re

import pytest

from casebook import paths
from casebook.domain.case import Case
from casebook.domain.citing import Cite
from casebook.domain.dates import When
from casebook.domain.sections.evidence import Evidence
from casebook.domain.sections.registry import Source
from casebook.publishing.bibliography import bibliography
from casebook.publishing.citation_styles import USUAL, find_style
from casebook.publishing.citeproc import MOST_KEPT
from casebook.publishing.order import never


def source(**values):
    return Source(**{"type": "report", **values})


@pytest.fixture
def made(tmp_path):
    def make(case, key=USUAL):
        style = find_style(key, paths.resources() / "csl")
        return bibliography((case,), style, (paths.resources(), tmp_path), never)

    return make


def test_citations_and_sources_are_formatted_by_author_and_year(made):
    case = Case(
        context="[see @a, p. 4; @b] and @b says",
        source_records=(
            source(title="First", citation_key="a", authors=("UN News",), issued=When("2004-11")),
            source(
                title="Second", citation_key="b", authors=("UN News",), issued=When("2004-12"), publisher="UN"
            ),
            source(title="Memoir", citation_key="c", authors=("Doe, Jane", "Roe, Richard")),
        ),
    )
    done = made(case)
    assert (
        done.cite(((Cite("s1", "see", "p. 4"), Cite("s2")), False))
        == "(see UN News 2004a, p. 4; UN News 2004b)"
    )
    assert done.cite(((Cite("s2"),), True)) == "UN News (2004b)"
    assert done.cite(((Cite("s3"),), False)) == "(Doe and Roe n.d.)"
    assert list(done.sources) == ["s3", "s1", "s2"]
    assert done.sources["s2"] == "UN News. 2004b. <em>Second</em>. UN. December."


def test_text_in_a_source_is_never_markup(made):
    nasty = "<i>x</i> *y* $z$ \"q\" 'r' don't {{7*7}} #eval(1) \\textbf{b} &amp; A–B"
    case = Case(
        evidence=(Evidence(source="n", locator="<b>p. 1</b> *x*"),),
        source_records=(source(id="n", title=nasty, citation_key="n", authors=(nasty,), publisher=nasty),),
    )
    done = made(case)
    for html in (done.sources["s1"], done.cite(((Cite("s1", "", "<b>p. 1</b> *x*"),), False))):
        assert "<i>" not in html and "<b>" not in html and "&lt;i&gt;x&lt;/i&gt; *y* $z$" in html
    assert "{{7*7}} #eval(1) \\textbf{b} &amp;amp; A–B" in done.sources["s1"]


def test_a_case_without_sources_needs_no_run(made, tmp_path):
    done = made(Case(context="[@lost]"))
    assert done.sources == {} and list(tmp_path.iterdir()) == []
    assert done.cite(((Cite("<s9>"),), False)) == "&lt;s9&gt;"


def test_the_same_sources_are_formatted_once(made, tmp_path):
    case = Case(source_records=(source(title="Kept", citation_key="k"),))
    first = made(case)
    (tmp_path / "citations.json").unlink()
    assert made(case) == first and not (tmp_path / "citations.json").exists()
    assert made(Case(source_records=(source(title="Other", citation_key="k"),))) != first
    for number in range(MOST_KEPT):
        made(Case(source_records=(source(title=f"T{number}", citation_key="k"),)))
    assert made(case) == first and (tmp_path / "citations.json").exists()


NOTES = "chicago-notes-bibliography"
SOURCES = (
    source(title="First", citation_key="a", authors=("Doe, Jane",), issued=When("2004"), publisher="OUP"),
    source(title="Second", citation_key="b", authors=("Roe, Richard",), issued=When("2005"), publisher="UN"),
)


def words(html):
    return re.sub(r"<[^>]+>", "", html)


def test_in_a_style_of_notes_the_first_note_is_whole_and_the_next_is_short(made):
    case = Case(context="[@a, p. 4] [@a] @b [p. 2]", source_records=SOURCES)
    done = made(case, NOTES)
    first, again, named = (
        done.cite(((Cite("s1", "", "p. 4"),), False)),
        done.cite(((Cite("s1"),), False)),
        done.cite(((Cite("s2", "", "p. 2"),), True)),
    )
    html = done.settled(f"<p>One {first}. Two {again}, as {named}.</p>", "report")
    noted = re.findall(r'<span class="footnote">(.*?)</span>', html)
    assert words(noted[0]) == "Jane Doe, First (OUP, 2004), 4." and words(noted[1]) == "Doe, First."
    assert 'One.<span class="footnote">' in html and 'Two,<span class="footnote">' in html
    assert ' as Richard Roe.<span class="footnote">' in html
    # The other way round it is the other one that is whole.
    html = done.settled(f"<p>Two {again} one {first}</p>", "report")
    noted = re.findall(r'<span class="footnote">(.*?)</span>', html)
    assert "OUP" in noted[0] and "OUP" not in noted[1]


def test_beside_a_claim_and_on_a_card_there_are_no_notes(made):
    done = made(Case(context="[@a, p. 4] [@a]", source_records=SOURCES), NOTES)
    cited = ((Cite("s1", "", "p. 4"),), False)
    assert done.beside(cited) == "Doe, <em>First</em>, 4"
    assert done.beside(((Cite("s1"),), False)) == "Doe, <em>First</em>"
    html = done.settled(f"<p>One {done.cite(cited)}.</p>", "card")
    assert html == "<p>One (Doe, <em>First</em>, 4).</p>"


def test_two_notes_in_one_place_are_kept_apart(made):
    done = made(Case(context="[@a] [@b]", source_records=SOURCES), NOTES)
    both = done.cite(((Cite("s1"),), False)), done.cite(((Cite("s2"),), False))
    html = done.settled(f"<p>One {both[0]} {both[1]}</p>", "report")
    assert html.count('<span class="footnote">') == 2 and "</span><sup>,</sup><span" in html
