import struct

import pytest

from casebook.domain.case import Case
from casebook.domain.dates import When
from casebook.domain.errors import PublishError
from casebook.domain.sections.timeline import Event
from casebook.publishing.charts.picture import needs_picture, picture_markup
from casebook.publishing.typesetting import typesetter


def timeline(drawn, words):
    return drawn("timeline", Case(timeline=(Event(title=words, date=When("2003-08-04")),))).svg


def test_a_picture_is_sharp_and_as_large_as_its_drawing(drawn, materials, liberia):
    svg = drawn("severity", liberia).svg
    data = typesetter(materials.resources / "fonts").png(picture_markup(svg))
    width, height = struct.unpack(">II", data[16:24])
    assert data.startswith(b"\x89PNG") and width == 1500
    assert f'height="{round(height / 2.5)}"'.encode() in svg


@pytest.mark.parametrize(
    "words", ['#panic("x") ]) $', '"); #import "x"', '\\u{41} \\"', "مجلس الأمن", "安全 理事会"]
)
def test_words_are_never_typst_code(drawn, materials, words):
    markup = picture_markup(timeline(drawn, words))
    assert typesetter(materials.resources / "fonts").png(markup).startswith(b"\x89PNG")


def test_a_pdf_keeps_the_words_it_can_keep(drawn):
    assert not needs_picture(timeline(drawn, "Élection “naïve” – Ελλάδα, Кириллица … 5 € − 3"))
    for words in ("مجلس", "安全", "नमस्ते", "e\u0301", "\U0001f600", "\ue000"):
        assert needs_picture(timeline(drawn, words)), words


def test_what_is_no_drawing_is_refused():
    with pytest.raises(PublishError, match="nothing was written"):
        picture_markup(b"<svg></svg>")
    with pytest.raises(PublishError, match="nothing was written"):
        picture_markup(b'<svg width="10" height="10"><text font-size="9px" fill="#000000">x</text></svg>')
