import base64
import io

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from casebook import paths
from casebook.domain.errors import FormatError
from casebook.publishing.logo import HIGHEST, WIDEST, lay_out_logo, logo_from, read_logo
from casebook.publishing.look import LARGEST_LOGO, Look
from casebook.publishing.typesetting import typesetter

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"{}>{}</svg>'
RECTANGLE = '<rect width="40" height="20" fill="#123456"/>'


@pytest.fixture(scope="module")
def setter():
    return typesetter(paths.resources() / "fonts")


@pytest.fixture
def logo(setter):
    def made(data, name="logo"):
        return Image.open(io.BytesIO(base64.b64decode(logo_from(data, name, setter))))

    return made


def picture(kind, mode="RGB", size=(400, 100), **options):
    made = io.BytesIO()
    Image.new(mode, size, (10, 90, 40, 255)[: len(mode)]).save(made, kind, **options)
    return made.getvalue()


def test_a_photo_is_drawn_anew_without_what_hides_in_it(logo, setter):
    hidden = PngInfo()
    hidden.add_text("Comment", "secret-place")
    data = picture("PNG", pnginfo=hidden)
    assert b"secret-place" in data
    assert b"secret-place" not in base64.b64decode(logo_from(data, "x", setter))
    assert logo(data).size == (400, 100) and logo(data).format == "PNG"
    assert logo(picture("JPEG")).format == "JPEG"


def test_a_large_one_is_made_small_enough_to_keep(logo, setter):
    made = io.BytesIO()
    Image.effect_noise((1600, 1500), 90).convert("RGB").save(made, "PNG")
    shrunk = logo(made.getvalue())
    assert shrunk.width <= WIDEST and shrunk.height <= HIGHEST
    assert len(logo_from(made.getvalue(), "x", setter)) <= LARGEST_LOGO


def test_a_drawing_becomes_pixels_without_the_margin_around_it(logo):
    made = logo(SVG.format("", '<rect x="10" y="5" width="20" height="10" fill="#123456"/>').encode())
    assert made.width == pytest.approx(2 * made.height, rel=0.02)
    assert made.convert("RGB").getpixel((made.width // 2, made.height // 2)) == (0x12, 0x34, 0x56)
    with_doctype = '<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x.dtd">'
    styled = with_doctype + SVG.format("", "<style>rect { opacity: 1 }</style>" + RECTANGLE)
    assert logo(styled.encode()).width > 100


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<image href="file:///etc/passwd"/>',
        '<use href="http://example.org/x.svg#a"/>',
        '<rect onload="x()"/>',
        '<rect style="fill: url(http://example.org/x)"/>',
        "<style>@import 'http://example.org/x.css';</style>",
        "<foreignObject><p>x</p></foreignObject>",
    ],
)
def test_a_drawing_that_reaches_out_is_refused(logo, inside):
    with pytest.raises(FormatError, match="holds more than a drawing"):
        logo(SVG.format("", RECTANGLE + inside).encode())


def test_entities_are_refused(logo):
    with pytest.raises(FormatError, match="holds more than a drawing"):
        logo(b'<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG.format("", RECTANGLE).encode())


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"text",
        b"%PDF-1.7",
        b"<svg",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b'<?xml version="1.0"?><html/>',
        b"\x89PNG\r\n\x1a\nbroken",
        picture("PNG", "RGBA")[:60],
    ],
)
def test_what_is_no_picture_is_refused_in_one_sentence(logo, data):
    with pytest.raises(FormatError, match=r"“my logo.png” is not a picture"):
        logo(data, "my logo.png")


def test_a_file_is_read_within_limits(tmp_path, setter):
    path = tmp_path / "logo.svg"
    path.write_text(SVG.format("", RECTANGLE + " " * 600_000), encoding="utf-8")
    with pytest.raises(FormatError, match="too large"):
        read_logo(path, setter)
    with pytest.raises(FormatError, match="cannot be read"):
        read_logo(tmp_path / "gone.png", setter)
    path.write_text(SVG.format("", RECTANGLE), encoding="utf-8")
    assert read_logo(path, setter)


def test_it_is_laid_out_for_a_report(tmp_path, setter):
    look = Look(logo=logo_from(picture("PNG"), "x", setter))
    laid = lay_out_logo(look, tmp_path)
    assert (tmp_path / laid.path).read_bytes() == laid.data
    assert laid.within(60, 11) == pytest.approx((44, 11))
    assert lay_out_logo(Look(), tmp_path) is None
    assert lay_out_logo(Look(logo=base64.b64encode(b"nothing").decode()), tmp_path) is None
    assert lay_out_logo(Look(logo="A"), tmp_path) is None
