"""Findings kept and read again, how far a reviewer has got, and which rows have changed since."""

import json
from random import Random

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.domain.alignment import align
from casebook.domain.comparison import NONE
from casebook.domain.errors import FormatError
from casebook.domain.records import Stamp
from casebook.domain.synthesis import (
    ComparedCase,
    Finding,
    FindingState,
    Synthesis,
    changed_rows,
    fingerprints,
    progress,
)
from casebook.domain.wording import Wording
from tests.made_up import OddCase
from tests.publishing.sample import sample_case
from tests.strategies import SEEDS, VOCABULARIES, any_case

WORDS = Wording(vocabularies=VOCABULARIES)
TEXT = st.text(max_size=8)
FINDINGS = st.builds(Finding, text=TEXT, state=st.sampled_from(FindingState))
SYNTHESES = st.builds(
    Synthesis,
    name=TEXT,
    cases=st.lists(st.builds(ComparedCase, id=TEXT, version=TEXT), max_size=4).map(tuple),
    audience=TEXT,
    reference=TEXT,
    decisions=st.just(NONE.confirming("a", "b").rejecting("a", "c")),
    findings=st.dictionaries(TEXT, FINDINGS, max_size=4),
    seen=st.dictionaries(TEXT, TEXT, max_size=4),
    seen_at=TEXT,
)


@given(SYNTHESES)
def test_a_synthesis_comes_back_from_json(synthesis):
    assert Synthesis.of(json.loads(json.dumps(synthesis.plain()))) == synthesis


@pytest.mark.parametrize(
    "data",
    [
        None,
        [],
        {},
        {"name": "a", "cases": 3},
        {"name": 1, "cases": []},
        {"name": "a", "cases": [{"id": 3}]},
        {"name": "a", "cases": [], "findings": {"row": {"text": "t", "state": "perhaps"}}},
        {"name": "a", "cases": [], "seen": ["row"]},
        {"name": "a", "cases": [], "decisions": 7},
    ],
)
def test_what_is_no_synthesis_is_refused(data):
    with pytest.raises(FormatError):
        Synthesis.of(data)


def test_an_empty_finding_is_none():
    waiting = Finding(state=FindingState.NEEDS_INFORMATION)
    held = Synthesis().with_finding("a", Finding(text="Shared")).with_finding("b", waiting)
    assert held.finding("a").text == "Shared" and held.finding("c") == Finding()
    assert set(held.findings) == {"a", "b"}
    assert set(held.with_finding("a", Finding()).findings) == {"b"}


def test_rows_are_counted_by_what_was_made_of_them():
    rows = align([sample_case("liberia"), sample_case("iraq")], WORDS).rows
    synthesis = Synthesis(
        findings={
            rows[0].key: Finding(text="Yes", state=FindingState.DECIDED),
            rows[1].key: Finding(text="Ask", state=FindingState.NEEDS_INFORMATION),
            rows[2].key: Finding(text="Begun"),
            "a row that is gone": Finding(state=FindingState.DECIDED),
        }
    )
    made = progress(synthesis, rows)
    assert (made.decided, made.waiting, made.open) == (1, 1, len(rows) - 2) and made.rows == len(rows)


@given(SEEDS)
def test_what_has_not_changed_is_not_said_to_have(seed):
    held = [any_case(Random(seed + at), OddCase, 3) for at in range(2)]
    seen = fingerprints(align(held, WORDS))
    stamped = [attrs.evolve(case, stamp=Stamp(updated_by="Ama")) for case in held]
    assert changed_rows(align(stamped, WORDS), seen) == frozenset()
    assert changed_rows(align(held[::-1], WORDS), seen) == frozenset()


def test_a_change_below_the_title_of_an_entry_is_noticed_in_its_row_only():
    liberia, iraq = sample_case("liberia"), sample_case("iraq")
    seen = fingerprints(align([liberia, iraq], WORDS))
    challenge = liberia.challenges[0]
    changed = attrs.evolve(challenge, response="Something else was tried.")
    edited = liberia.with_section("challenges", (changed, *liberia.challenges[1:]))
    comparison = align([edited, iraq], WORDS)
    assert changed_rows(comparison, seen) == {comparison.row_of[challenge.id]}
    retitled = attrs.evolve(liberia, title="Another title")
    assert changed_rows(align([retitled, iraq], WORDS), seen) == {"overview/title"}
