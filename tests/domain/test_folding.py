"""Folding: letter case, accents and variants of a letter do not matter, in any script."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.domain.folding import PARTED, folded, in_word, parted


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Évian", "evian"),
        ("E\u0301VIAN", "évian"),
        ("Straße", "STRASSE"),
        ("İstanbul", "ıstanbul"),
        ("Łódź", "lodz"),
        ("Ærø", "aero"),
        ("ЁЛКА", "елка"),
        ("Ρώμη", "ΡΩΜΗ"),
        ("القُرآن", "القران"),
        ("أمن", "امن"),
        ("مدرسة", "مدرسه"),
        ("علي", "على"),
        ("کردستان", "كردستان"),
        ("سـلام", "سلام"),
        ("ﬁnance", "finance"),
        ("ＮＡＴＯ", "nato"),
    ],
)
def test_they_are_the_same(one, other):
    assert folded(one) == folded(other)


@pytest.mark.parametrize(("one", "other"), [("की", "का"), ("नाम", "नम"), ("mali", "malí2"), ("а", "б")])
def test_they_stay_apart(one, other):
    assert folded(one) != folded(other)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("维持和平", ["维", "持", "和", "平"]),
        ("PKO维持", ["PKO", "维", "持"]),
        ("日本のガイド", ["日", "本", "の", "ガ", "イ", "ド"]),
        ("กองทัพ", ["ก", "อ", "ง", "ทั", "พ"]),
        ("الشراكة العسكرية", ["ال", "شراكة ال", "عسكرية"]),
        ("والأمن", ["و", "ال", "أمن"]),
        ("للسلام", ["لل", "سلام"]),
        ("اَلسَّلام", ["اَل", "سَّلام"]),
        ("سلام ال", ["سلام ال"]),
        ("مسالك", ["مسالك"]),
        ("กال0", ["ก", "ال", "0"]),
        ("한국 군", ["한국 군"]),
        ("साझेदारी की", ["साझेदारी की"]),
    ],
)
def test_signs_without_spaces_and_the_arabic_article_are_parted(text, words):
    assert parted(text).split(PARTED) == words


@given(st.text(max_size=40) | st.text(alphabet="الوبفك شع维の กั้aé\u064e\u0640 ", max_size=20))
def test_parting_only_adds_its_sign_and_once(text):
    assert parted(text).replace(PARTED, "") == text.replace(PARTED, "")
    assert parted(parted(text)) == parted(text)
    assert folded(folded(text)) == folded(text)


def test_words_are_letters_figures_and_their_marks():
    assert all(map(in_word, "aé3ा\u0301½한"))
    assert not any(map(in_word, f" -_.'“{PARTED}\x00"))
