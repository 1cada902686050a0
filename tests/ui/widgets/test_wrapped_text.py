"""Breaking a text into a few lines."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QFontMetrics

from casebook.ui.widgets.wrapped_text import wrapped


@pytest.fixture
def font(look):
    return QFont(look.font())


def test_a_short_text_is_one_line(font):
    assert wrapped("Fuel", font, 200, 3) == ("Fuel",)
    assert wrapped("", font, 200, 3) == ("",)


def test_a_long_text_ends_in_an_ellipsis(font):
    lines = wrapped("patrols met every week " * 20, font, 160, 3)
    assert len(lines) == 3
    assert lines[-1].endswith("…")
    assert lines[0].startswith("patrols met")


def test_a_text_that_just_fits_loses_nothing(font):
    text = "one two three four"
    assert " ".join(wrapped(text, font, 70, 9)) == text


def test_line_breaks_and_blanks_count_as_one_blank(font):
    assert wrapped(" a\n\n b\tc ", font, 400, 2) == ("a b c",)


def test_letters_beyond_the_basic_plane_stay_whole(font):
    text = "𝔸𝔹𝔸𝔹 " * 12
    assert set("".join(wrapped(text, font, 120, 20))) <= set("𝔸𝔹 …")


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.text(st.characters(codec="utf-8", exclude_categories=("C", "M")), max_size=300),
    width=st.integers(60, 400),
    most=st.integers(1, 4),
)
def test_no_line_is_wider_than_the_room_and_none_is_too_many(font, text, width, most):
    lines = wrapped(text, font, width, most)
    assert len(lines) <= most
    metrics = QFontMetrics(font)
    assert all(metrics.horizontalAdvance(line) <= width + metrics.maxWidth() for line in lines)
    if lines and not lines[-1].endswith("…"):
        assert "".join("".join(lines).split()) == "".join(text.split())
