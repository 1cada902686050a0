from hypothesis import given
from hypothesis import strategies as st

from casebook.domain.dates import When
from casebook.domain.duplicates import (
    CROWD,
    HINTED,
    LIKELY,
    Sketch,
    likely_duplicates,
    looks_like,
    pair_of,
    pair_reasons,
    sameness,
    worth_a_look,
)
from casebook.domain.periods import Span
from casebook.domain.wording import Wording

WORDING = Wording(vocabularies={}, country={"LR": "Liberia"}.get)


def never():
    return False


def span(edtf):
    return Span.of(When(edtf))


def sketch(title="", ident="a", **values):
    return Sketch(id=ident, title=title, **values)


WORDS = st.lists(
    st.sampled_from(["liberia", "mission", "police", "reform", "ceasefire", "维和行动", "دعم"]), max_size=5
)
SKETCHES = st.builds(
    sketch,
    title=WORDS.map(" ".join),
    ref_code=st.sampled_from(["", "LR-1", "lr-1 ", "IQ-2"]),
    countries=st.frozensets(st.sampled_from(["LR", "IQ"])),
    period=st.sampled_from([None, span("2003"), span("2003/2005"), span("2010/..")]),
    actors=st.frozensets(st.sampled_from("xyz")),
)


@given(one=SKETCHES, other=SKETCHES)
def test_it_is_the_same_from_both_sides_and_whole_with_itself(one, other):
    assert sameness(one, other) == sameness(other, one)
    assert 0 <= sameness(one, other) <= 1
    if one.words or one.ref_code:
        assert sameness(one, one) == 1


def test_what_is_known_of_one_alone_makes_no_difference():
    full = sketch("Police reform in Gao", countries=frozenset({"ML"}), period=span("2013"))
    assert sameness(sketch("Police reform in Gao"), full) == 1
    elsewhere = sketch("Police reform in Gao", countries=frozenset({"LR"}), period=span("1999"))
    assert sameness(full, elsewhere) < LIKELY


def test_other_titles_are_other_cases_unless_the_reference_is_the_same():
    one, other = sketch("Police reform", ref_code="LR-1"), sketch("Ceasefire monitors", ref_code="LR-2")
    assert sameness(one, other) == 0
    assert sameness(one, sketch("Ceasefire monitors", ref_code="lr-1")) > 0
    assert sameness(sketch(), sketch()) == 0


@given(held=st.lists(SKETCHES, max_size=12))
def test_every_likely_pair_with_the_same_title_or_reference_is_found(held):
    held = [sketch(one.title, f"{place:03}", ref_code=one.ref_code) for place, one in enumerate(held)]
    found = {one.pair for one in likely_duplicates(held, frozenset(), never)}
    for place, one in enumerate(held):
        for other in held[place + 1 :]:
            if one.words and one.words == other.words:
                assert pair_of(one.id, other.id) in found


def test_pairs_come_once_the_likeliest_first_and_not_those_kept_apart():
    held = [
        sketch("Liberia: from vanguard to mission", "a", ref_code="LR-1"),
        sketch("Liberia: from vanguard to mission", "b"),
        sketch("Liberia: from a vanguard to the mission", "c"),
        sketch("Darfur: support to the African Union", "d"),
    ]
    found = likely_duplicates(held, frozenset(), never)
    assert found[0].pair == ("a", "b")
    assert {one.pair for one in found} == {("a", "b"), ("a", "c"), ("b", "c")}
    left = likely_duplicates(held, frozenset({("a", "b")}), never)
    assert {one.pair for one in left} == {("a", "c"), ("b", "c")}
    assert len(likely_duplicates(held, frozenset(), never, most=1)) == 1
    assert likely_duplicates(held, frozenset(), lambda: True) == ()


def test_a_crowd_with_the_same_words_is_not_held_each_against_each():
    many = [sketch(f"Joint patrol report {number}", f"{number:05}") for number in range(20 * CROWD)]
    pairs = list(worth_a_look(many, never))
    assert len(pairs) == len(set(pairs))
    assert len(pairs) < 50 * len(many)


def test_a_title_being_typed_looks_like_what_it_begins():
    liberia = sketch(
        "Liberia: from West African vanguard to United Nations mission", countries=frozenset({"LR"})
    )
    assert looks_like(sketch("Liberia: from West African van"), liberia) >= HINTED
    assert looks_like(sketch("Lib"), liberia) < HINTED
    elsewhere = sketch("Liberia: from West African van", countries=frozenset({"IQ"}))
    assert looks_like(elsewhere, liberia) < HINTED


def test_the_reasons_in_words():
    given = {"countries": frozenset({"LR"}), "actors": frozenset("xy"), "ref_code": "LR-1"}
    one = sketch("Police reform", period=span("2003/2005"), **given)
    other = sketch("The police reform", period=span("2004/2009"), **given)
    names = {"x": "ECOWAS", "y": "UNMIL"}
    assert pair_reasons(one, other, WORDING, names) == (
        "title much alike",
        "same reference",
        "Liberia",
        "2004–2005",
        "same actors: ECOWAS, UNMIL",
    )
    assert pair_reasons(one, one, WORDING, {})[0] == "same title"
