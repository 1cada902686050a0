"""Charts as they leave the room: drawn, read back by an XML parser, and looked through for anything active."""

import re

import pytest
from lxml import etree

from casebook.domain.case import Case
from casebook.domain.dates import When
from casebook.domain.errors import NotFoundError, PublishError
from casebook.domain.sections.challenges import Challenge
from casebook.domain.sections.outcomes import Indicator, Outcome
from casebook.domain.sections.registry import Actor
from casebook.domain.sections.relations import Relation
from casebook.domain.sections.timeline import Event
from casebook.publishing.charts.chart import KINDS
from tests.publishing.sample import sample_case

SAMPLES = ("afghanistan", "iraq", "liberia", "nato-african-union", "philippines", "sierra-leone")
HOSTILE = (
    '<script>alert(1)</script>',
    '"/><image href="http://example.org/x.png"/>',
    "]]><!ENTITY x SYSTEM 'file:///etc/passwd'>&x;",
    "~0~ ~1~ @ink {{ 7*7 }} datum['text'] \x00\x1b\ufffe\u202e",
    "السلام عليكم", "安全理事会", "नमस्ते",
    "x" * 4000,
)  # fmt: skip


HARMLESS = {"svg", "g", "path", "rect", "text", "line", "defs", "linearGradient", "stop"}


def case_saying(words):
    """A case in which every chart has something to draw, and everything drawn says `words`."""
    one, other = Actor(name=words), Actor(name=words + "2")
    return Case(
        actor_records=(one, other),
        relations=(Relation(actor=one.id, type=words, counterpart=other.id),),
        timeline=(Event(title=words, type=words, date=When("2003-08-04")),),
        challenges=(Challenge(title=words, severity=3, resolved=words),),
        outcomes=(Outcome(statement=words, domain=words, direction=words),),
        indicators=(
            Indicator(name=words, unit=words, direction=words, baseline=1, baseline_note=words, target=2),
        ),
    )


def read(svg):
    return etree.fromstring(svg, etree.XMLParser(resolve_entities=False, no_network=True))


def words_in(svg):
    return [node.text or "" for node in read(svg).iter("{http://www.w3.org/2000/svg}text")]


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("kind", KINDS)
def test_the_samples_are_drawn_within_the_column(drawn, kind, name):
    made = drawn(kind, sample_case(name))
    root = read(made.svg)
    assert root.get("width") == "600" and 0 < int(root.get("height")) <= 760
    assert made.alt and made.title and all(len(row) == len(made.columns) for row in made.rows)
    for node in root.iter("{http://www.w3.org/2000/svg}text"):
        x, y = map(float, re.findall(r"-?[\d.]+", node.get("transform"))[:2])
        assert 0 <= x <= 600 and 0 <= y <= int(root.get("height")) and not (node.text or "").startswith("~")


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("kind", KINDS)
def test_words_stay_words(drawn, kind, words):
    made = drawn(kind, case_saying(words))
    for node in read(made.svg).iter():
        assert etree.QName(node).localname in HARMLESS
        assert not [name for name in node.attrib if name.startswith("on") or name.endswith(("href", "style"))]
    assert words_in(made.svg)
    assert all(len(word) < 120 for word in words_in(made.svg))
    assert any(words.strip()[:60] in cell for row in made.rows for cell in row) or "\x00" in words


def test_gradients_alone_are_pointed_at(drawn):
    made = drawn("timeline", Case(timeline=(Event(title="E", date=When("2005/..")),)))
    assert set(re.findall(rb"url\((.)", made.svg)) <= {b"#"}


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_case_draws_nothing(drawn, kind):
    assert drawn(kind, Case()) is None


def test_a_chart_looks_the_same_twice_and_follows_its_colours(drawn, liberia):
    plain = drawn("severity", liberia)
    assert plain == drawn("severity", liberia) and b"#0F5C6E" in plain.svg
    assert b"#7A1F1F" in drawn("severity", liberia, colours={"accent": "#7A1F1F"}).svg


@pytest.mark.parametrize("colour", ["red", "#12345", "#1234567", 'url("x")', "'] || alert(1)"])
def test_what_is_no_colour_is_refused(drawn, liberia, colour):
    with pytest.raises(PublishError, match="is not a colour"):
        drawn("severity", liberia, colours={"accent": colour})


def test_a_chart_there_is_none_of_is_told(drawn, liberia):
    with pytest.raises(NotFoundError, match="timeline"):
        drawn("pie", liberia)
