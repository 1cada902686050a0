"""Laws of pseudonyms: no name remains in any text of any script, twice is once, one actor is called one thing."""

import unicodedata

import attrs
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from casebook.domain.case import Case
from casebook.domain.fields import Kind, field_specs
from casebook.domain.pseudonyms import names_of, rekeyed, veil_of
from casebook.domain.records import Sensitivity
from casebook.domain.redaction import records, redact
from casebook.domain.sections.registry import Actor, Source
from casebook.domain.sections.timeline import Event

PUBLIC, PARTNER = Sensitivity.PUBLIC, Sensitivity.PARTNER
SCRIPTS = (
    "abcdeéöß",
    "ABCDE",
    "бвгдж",
    "αβγδε",
    "长老会议部队",
    "のひとけいさつ",
    "شرطةجيش",
    "משטרהצבא",
    "유엔군대",
    "साझेदारी",
    "ตำรวจ",
    "አማርኛ",
)
WORD = st.sampled_from(SCRIPTS).flatmap(lambda signs: st.text(signs, min_size=2, max_size=6))
NAME = st.lists(WORD, min_size=1, max_size=3).map(" ".join).filter(lambda name: len(plainly(name)) >= 2)
GLUE = st.sampled_from((" ", ", ", "’s ", " (", ") ", "\n", " – ", ". ", " “", "” ", " **", "** ", "/", "_"))


def plainly(text):
    """Letters of `text` alone, for a judge that knows nothing of how names are found."""
    return "".join(sign for sign in unicodedata.normalize("NFC", text) if sign.isalnum())


@st.composite
def cases(draw):
    """A case about veiled actors whose names stand in texts of every kind, each as a whole word."""
    actors = tuple(
        Actor(
            name=draw(NAME),
            short_name=draw(NAME),
            aliases=tuple(draw(st.lists(NAME, max_size=2))),
            pseudonym=f"Qqq{number}xyz",
            sensitivity=draw(st.sampled_from([PARTNER, Sensitivity.INTERNAL])),
        )
        for number in range(draw(st.integers(1, 3)))
    )
    names = [name for actor in actors for name in names_of(actor)]
    assume(names)

    def text():
        parts = draw(
            st.lists(st.tuples(GLUE, st.sampled_from([*names, "word", "و", "的"]), GLUE), max_size=5)
        )
        return " ".join("".join(part) for part in parts)

    case = Case(
        title=text(),
        context=text(),
        tags=(text(),),
        timeline=(Event(title=text(), description=text()),),
        actor_records=actors,
        source_records=(Source(title=text(), authors=(text(),), publisher=text(), citation_key="kk"),),
    )
    return case, names


def texts_of(case):
    for _key, record in records(case):
        for spec in field_specs(type(record)):
            value = getattr(record, spec.name)
            if spec.kind in (Kind.LINE, Kind.PROSE, Kind.URL):
                yield value
            elif spec.kind is Kind.CHIPS:
                yield from value


def spaced(text):
    """Each word of `text` between single spaces; what is no letter, mark or digit parts words."""
    kept = "".join(s if s.isalnum() or unicodedata.category(s)[0] == "M" else " " for s in text)
    return f" {' '.join(kept.split())} "


@settings(max_examples=40, deadline=None)
@given(cases())
def test_no_name_remains_in_any_text(drawn):
    case, names = drawn
    clean, receipt = redact(case, PUBLIC)
    assert receipt.pseudonymised == len(case.actor_records)
    for text in texts_of(clean):
        for name in names:
            assert spaced(name) not in spaced(text)


@settings(max_examples=40, deadline=None)
@given(cases())
def test_twice_is_once(drawn):
    once, _receipt = redact(drawn[0], PUBLIC)
    twice, receipt = redact(once, PUBLIC)
    assert twice == once and receipt.is_empty


@settings(max_examples=40, deadline=None)
@given(cases(), st.sampled_from(list(Sensitivity)))
def test_who_may_know_the_name_reads_the_text_as_it_was_typed(drawn, audience):
    case, _names = drawn
    clean, receipt = redact(case, audience)
    veiled = [actor for actor in case.actor_records if actor.sensitivity > audience]
    assert receipt.pseudonymised == len(veiled)
    if not veiled:
        assert clean.context == case.context and clean.title == case.title


def test_a_pseudonym_that_tells_a_name_is_not_used():
    one = Actor(name="Alpha Band", pseudonym="Friends of Beta")
    two = Actor(name="Beta", pseudonym="Group")
    veil = veil_of([one, two])
    assert veil.bearers == {two.id} and veil.over("Alpha Band met Beta") == "Alpha Band met Group"


def test_a_name_that_comes_to_stand_by_a_pseudonym_is_veiled_too():
    one, two = Actor(name="Alpha", pseudonym="Red"), Actor(name="Red Cross", pseudonym="Society")
    assert veil_of([one, two]).over("the Alpha Cross") == "the Society"


def test_citation_keys_that_tell_a_name_are_exchanged():
    veil = veil_of([Actor(name="Moï Taylor", short_name="MT", pseudonym="P")])
    assert (
        veil.key("moitaylor1999", ()) == "source-1" and veil.key("moitaylor1999", ("source-1",)) == "source-2"
    )
    assert veil.key("un2018", ()) == "un2018"
    assert (
        rekeyed("[@a1, p. 2; see @b] and @a1.", {"a1": "source-1"})
        == "[@source-1, p. 2; see @b] and @source-1."
    )


def test_of_two_who_bear_a_name_the_first_gives_its_pseudonym():
    first, second = (Actor(name="Rangers", pseudonym=word) for word in ("Unit 1", "Unit 2"))
    assert veil_of([first, second]).over("Rangers") == "Unit 1"
    assert attrs.asdict(first)["name"] == "Rangers"
