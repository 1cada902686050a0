"""Word-level differences: nothing lost, nothing made up, in any script, and fast."""

import re
import time
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.domain.prose_differences import Kept, prose_differences
from tests.strategies import TEXTS

PROSE = st.lists(
    st.sampled_from(["the", "police", "the", "army", "went", "to", "town", "and", "back"]), max_size=30
).map(" ".join)


def signs(text):
    return re.sub(r"\s+", "", text)


@given(st.one_of(TEXTS, PROSE), st.one_of(TEXTS, PROSE))
def test_both_texts_can_be_read_from_the_runs(old, new):
    runs = prose_differences(old, new)
    assert signs("".join(run.text for run in runs if run.kept is not Kept.ADDED)) == signs(old)
    assert "".join(run.text for run in runs if run.kept is not Kept.REMOVED) == new.rstrip() or signs(
        "".join(run.text for run in runs if run.kept is not Kept.REMOVED)
    ) == signs(new)


@given(st.one_of(TEXTS, PROSE))
def test_a_text_does_not_differ_from_itself(text):
    assert {run.kept for run in prose_differences(text, text)} <= {Kept.KEPT}


@pytest.mark.parametrize(
    ("old", "new", "runs"),
    [
        ("The force left.", "The force stayed.", "=The force|- left|+ stayed|=."),
        ("维持和平", "维护和平", "=维|-持|+护|=和平"),
        ("شرطة جديدة", "شرطة قديمة", "=شرطة|- جديدة|+ قديمة"),
        ("", "New", "+New"),
        ("Old", "", "-Old"),
    ],
)
def test_runs_as_a_reader_sees_them(old, new, runs):
    signs_of = {Kept.KEPT: "=", Kept.REMOVED: "-", Kept.ADDED: "+"}
    assert "|".join(signs_of[run.kept] + run.text for run in prose_differences(old, new)) == runs


def test_long_texts_take_no_time_to_speak_of():
    rng = Random(1)
    words = [f"w{number}" for number in range(3000)]
    old = rng.choices(words, [1 / (at + 1) for at in range(3000)], k=20_000)
    new = [rng.choice(words) if rng.random() < 0.05 else word for word in old]
    begun = time.perf_counter()
    runs = prose_differences(" ".join(old), " ".join(new))
    assert time.perf_counter() - begun < 2
    kept = sum(len(run.text.split()) for run in runs if run.kept is Kept.KEPT)
    assert kept > 18_000
