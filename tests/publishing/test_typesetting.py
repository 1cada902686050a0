import page
import pytest

from casebook.domain.errors import PublishError
from casebook.publishing.typesetting import Typesetter, typesetter

HEAD = '#set document(title: "T")\n#set text(lang: "en", font: ("Noto Serif", "Libertinus Serif"))\n'


@pytest.fixture
def bare(materials):
    """A typesetter with the fonts of the app and Typst's own only, as on a computer with no others."""
    return Typesetter(materials.resources / "fonts", system_fonts=False)


def test_a_pdf_is_tagged_and_declares_pdf_ua(materials, tmp_path):
    data, uncovered = typesetter(materials.resources / "fonts").pdf(HEAD + "= Heading\n\nText.", tmp_path)
    assert uncovered == () and page.is_pdf_compliant_bytes(data, profile="ua1")


def test_letters_without_a_font_are_told_by_script(bare, tmp_path):
    data, uncovered = bare.pdf(HEAD + "Latin Кириллица 你好 नमस्ते 안녕", tmp_path)
    assert uncovered == ("Chinese", "Korean") and data.startswith(b"%PDF")


def test_scripts_that_have_a_font_are_not_told(bare):
    assert bare.uncovered("Ελληνικά Кириллица naïve → “x” – ∅") == ()


def test_the_same_typesetter_is_kept(materials):
    fonts = materials.resources / "fonts"
    assert typesetter(fonts) is typesetter(fonts)


def test_no_file_outside_the_folder_is_read(bare, tmp_path):
    with pytest.raises(PublishError, match="nothing was written"):
        bare.pdf(HEAD + '#read("/../../etc/hostname")', tmp_path)


def test_pictures_are_tried(bare, tmp_path):
    (tmp_path / "x.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    assert not bare.can_show("x.png", tmp_path)


def test_a_drawing_becomes_pixels_and_what_is_none_does_not(bare):
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"><rect width="4" height="2"/></svg>'
    assert bare.drawing(svg).startswith(b"\x89PNG")
    assert bare.drawing(b'"; #panic() //') is None and bare.drawing(b"\xff\xfe") is None


def test_fonts_are_known_by_their_names(bare):
    assert bare.has_family("noto serif") and not bare.has_family("No Such Font")
