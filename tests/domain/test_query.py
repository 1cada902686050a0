"""The language of the search field: what is typed, and how it was read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.domain.query import (
    DEEPEST,
    EVERYTHING,
    LONGEST,
    MOST_PARTS,
    All,
    Any,
    Condition,
    Not,
    Phrase,
    Word,
    read_query,
)

FIELDS = {"status", "tag", "actor"}
A, B, C = Word("a"), Word("b"), Word("c")


def read(text):
    return read_query(text, FIELDS)


@pytest.mark.parametrize(
    ("text", "node"),
    [
        ("", EVERYTHING),
        ("a", A),
        ("a b", All((A, B))),
        ("a AND b", All((A, B))),
        ("a OR b c", Any((A, All((B, C))))),
        ("a | b", Any((A, B))),
        ("(a OR b) c", All((Any((A, B)), C))),
        ("a NOT b", All((A, Not(B)))),
        ("a -b", All((A, Not(B)))),
        ("NOT NOT a", A),
        ("NOT (a b)", Not(All((A, B)))),
        ("-(a OR b)", Not(Any((A, B)))),
        ("and or not", All((Word("and"), Word("or"), Word("not")))),
        ("co-op", Word("co-op")),
        ('"a b" c', All((Phrase("a b"), C))),
        ("10:30", Word("10:30")),
        ("https://example.org/a?b=c", Phrase("https://example.org/a?b=c")),
        ("status:draft", Condition("status", ("draft",))),
        ("STATUS:draft", Condition("status", ("draft",))),
        ("-status:draft", Not(Condition("status", ("draft",)))),
        ("status:a,b", Condition("status", ("a", "b"))),
        ('tag:"a b"', Condition("tag", ("a b",))),
        ('tag:"a b","c d"', Condition("tag", ("a b", "c d"))),
        ('tag:a,"c d"', Condition("tag", ("a", "c d"))),
        ('tag:"c d",a', Condition("tag", ("c d", "a"))),
        ("tag:a,", Condition("tag", ("a",))),
    ],
)
def test_what_is_well_formed_is_read_as_meant(text, node):
    reading = read(text)
    assert reading.node == node
    assert reading.notes == ()


@pytest.mark.parametrize(
    ("text", "node", "said"),
    [
        ('"a b', Phrase("a b"), "never closed"),
        ('tag:"a b', Condition("tag", ("a b",)), "never closed"),
        ("(a b", All((A, B)), "bracket was never closed"),
        ("a) b", All((A, B)), "closing bracket"),
        ("()", EVERYTHING, "nothing in it"),
        ("a OR", A, "OR stands between"),
        ("OR a", A, "OR stands between"),
        ("a AND", A, "AND stands between"),
        ("AND a", A, "AND stands between"),
        ("a NOT", A, "NOT stands before"),
        ("a NOT OR b", Any((A, B)), "NOT stands before"),
        ("colour:red", Phrase("colour:red"), "“colour:” is no field"),
        ("status:", EVERYTHING, "waits for a value"),
        ("a" * (LONGEST + 1), Word("a" * LONGEST), f"first {LONGEST} characters"),
        ("a " * (MOST_PARTS + 1), All((A,) * MOST_PARTS), f"first {MOST_PARTS} words"),
    ],
)
def test_what_is_malformed_says_how_it_was_read(text, node, said):
    reading = read(text)
    assert reading.node == node
    assert any(said in note for note in reading.notes)


def test_too_many_brackets_are_no_trouble():
    reading = read("(" * 500 + "a" + ")" * 499)
    assert any("Too many brackets" in note for note in reading.notes)
    deep = read("(" * DEEPEST + "a" + ")" * DEEPEST)
    assert (deep.node, deep.notes) == (A, ())


@given(
    st.lists(
        st.sampled_from(
            ["a", "b", '"', "(", ")", "-", " ", "AND", "OR", "NOT", ":", "status:", ",", "|", "\x00"]
        ),
        max_size=400,
    ).map("".join)
)
def test_no_text_is_refused(text):
    reading = read(text)
    assert len(set(reading.notes)) == len(reading.notes)
    assert depth(reading.node) <= 3 * DEEPEST + 6


def depth(node):
    if isinstance(node, Not):
        return 1 + depth(node.part)
    return 1 + max(map(depth, node.parts), default=0) if isinstance(node, All | Any) else 1


def trees():
    leaves = st.sampled_from([A, B, C, Phrase("a b"), Condition("status", ("x", "y z"))])
    grown = st.recursive(
        leaves,
        lambda inner: st.one_of(
            inner.filter(lambda node: not isinstance(node, Not)).map(Not),
            st.tuples(inner, inner).map(lambda parts: Any(parts)),
            st.tuples(inner, inner).map(lambda parts: All(parts)),
        ),
        max_leaves=12,
    )
    return grown


def written(node):
    if isinstance(node, Word):
        return node.text
    if isinstance(node, Phrase):
        return f'"{node.text}"'
    if isinstance(node, Condition):
        return node.field + ":" + ",".join(f'"{value}"' for value in node.values)
    if isinstance(node, Not):
        return f"NOT ({written(node.part)})"
    between = " OR " if isinstance(node, Any) else " AND "
    return "(" + between.join(map(written, node.parts)) + ")"


def flat(node):
    """The same, with ALL in ALL as one."""
    if isinstance(node, Not):
        return Not(flat(node.part))
    if isinstance(node, Any):
        return Any(tuple(map(flat, node.parts)))
    if isinstance(node, All):
        parts = []
        for part in map(flat, node.parts):
            parts += part.parts if isinstance(part, All) else (part,)
        return All(tuple(parts))
    return node


@given(trees())
def test_what_is_written_out_is_read_back(node):
    reading = read(written(node))
    assert reading.notes == ()
    assert reading.node == flat(node)
