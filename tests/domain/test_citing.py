import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.domain.citing import Cite, cited_keys, groups, mentions, without


def test_a_bracket_holds_one_or_more_sources_with_their_place():
    text = "Guns fell [@un2004, p. 4] and more [see @a; @b-c.d, §3], [a note], [x @ y]."
    assert [cites for _start, _end, cites in groups(text)] == [
        (Cite("un2004", "", "p. 4"),),
        (Cite("a", "see"), Cite("b-c.d", "", "§3")),
    ]
    start, end, _cites = next(groups(text))
    assert text[start:end] == "[@un2004, p. 4]"


def test_an_author_who_stands_in_the_sentence_is_not_named_again():
    ((_start, _end, cites),) = groups("Nichols says so [-@a, p. 4; see -@b; @c-d; post- @e]")
    assert cites == (
        Cite("a", "", "p. 4", bare=True),
        Cite("b", "see", "", bare=True),
        Cite("c-d"),
        Cite("e", "post-"),
    )


def test_a_place_may_follow_a_key_in_the_sentence():
    text = "@a [p. 4] says, @b says, @c [a link](https://x.org), @d [@e], @f[fig. 2]."
    found = [(text[start:end], cite) for start, end, cite in mentions(text)]
    assert found == [
        ("@a [p. 4]", Cite("a", "", "p. 4")),
        ("@b", Cite("b")),
        ("@c", Cite("c")),
        ("@d", Cite("d")),
        ("@e", Cite("e")),
        ("@f[fig. 2]", Cite("f", "", "fig. 2")),
    ]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("As @un2004 says.", {"un2004"}),
        ("@un2004.", {"un2004"}),
        ("write to office@un2004.org", set()),
        ("a \\@handle", set()),
        ("none", set()),
    ],
)
def test_keys_are_found_outside_brackets_too(text, keys):
    assert cited_keys(text) == keys


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("One [@s, p. 1].", "One."),
        ("One [@s; @t].", "One [@t]."),
        ("One [see -@s, p. 1; also @t, 2].", "One [also @t, 2]."),
        ("One @s two @{s} three -@s.", "One  two  three ."),
        ("One @s-more and @S.", "One @s-more and ."),
        ("[link](https://x.org) stays", "[link](https://x.org) stays"),
    ],
)
def test_a_withheld_key_leaves_no_trace(text, left):
    assert without(text, {"s"}, {"s-more", "t"}) == left


def test_keys_no_citation_could_hold_are_found_as_well():
    assert without("see [@UN 2004 memo, p. 4] and @UN 2004 memo", {"UN 2004 memo"}) == "see and "


@given(st.text("@s[];, {}-t\\", max_size=40), st.sampled_from(["s", "t", "s-t"]))
def test_nothing_is_left_to_take_out(text, key):
    left = without(text, {key})
    assert (
        f"@{key}" not in left.replace(f"@{key}s", "").replace(f"@{key}t", "") and without(left, {key}) == left
    )
