"""How alike two titles are."""

import pytest
from hypothesis import given

from casebook.domain.likeness import ALIKE, likeness, normal, words_of
from tests.strategies import TEXTS


@given(TEXTS, TEXTS)
def test_likeness_is_even_handed(one, other):
    left, right = words_of(one), words_of(other)
    assert likeness(left, right) == likeness(right, left)
    assert 0 <= likeness(left, right) <= 1
    assert likeness(left, left) == (1.0 if left else 0.0)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Skills training for former fighters", "Training former fighters in skills", True),
        ("Fighters disarmed", "Disarmament of fighters", True),
        ("维持和平行动训练", "维持和平训练", True),
        ("تدريب الشرطة الوطنية", "تدريب الشرطة", True),
        ("Guns collected", "Women among police officers", False),
        ("", "", False),
    ],
)
def test_titles_as_people_write_them(one, other, alike):
    assert (likeness(words_of(one), words_of(other)) >= ALIKE) is alike


def test_the_normal_form_ignores_case_width_and_spaces():
    assert normal("  Train\u00a0the\nＴrainers ") == "train the trainers"
