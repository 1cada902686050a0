"""Nothing but pixels: positions, names, comments, thumbnails and profiles planted in every format are gone."""

import io

import pytest
from PIL import Image, ImageCms, PngImagePlugin

from casebook.publishing.photos import UnsafePictureError, cleaned
from tests.publishing.test_pictures import chunk

SECRET = "Zqsecretplace"
GPS = {1: "N", 2: (6.0, 18.0, 38.5), 3: "W", 4: (10.0, 48.0, 17.0), 29: "2003:08:15"}
XMP = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'><dc:creator>{SECRET}</dc:creator></x:xmpmeta>".encode()


def picture(mode="RGB"):
    made = Image.new(mode, (40, 20), "white")
    made.paste("red", (0, 0, 20, 20))
    return made


def exif(orientation=1):
    tags = Image.Exif()
    tags[0x0112], tags[0x010F], tags[0x013B] = orientation, f"{SECRET} camera", SECRET
    tags.get_ifd(0x8825).update(GPS)
    tags.get_ifd(0x8769)[0x9286] = SECRET
    return tags


def planted(kind, orientation=1):
    """A picture with a position and a name in every place its format has for them."""
    made = io.BytesIO()
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    match kind:
        case "JPEG":
            iptc = b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x12\x1c\x02\x50\0\x0d" + SECRET.encode()
            picture().save(
                made, kind, exif=exif(orientation), comment=SECRET, xmp=XMP, icc_profile=profile, quality=95
            )
            data = made.getvalue()
            segment = b"\xff\xed" + (len(iptc) + 2).to_bytes(2, "big") + iptc
            return data[:2] + segment + data[2:] + SECRET.encode()
        case "PNG":
            text = PngImagePlugin.PngInfo()
            text.add_text("Author", SECRET)
            text.add_itxt("XML:com.adobe.xmp", XMP.decode(), zip=False)
            picture().save(made, kind, exif=exif(orientation), pnginfo=text, icc_profile=profile)
            return made.getvalue() + SECRET.encode()
        case "WEBP":
            picture().save(
                made, kind, exif=exif(orientation).tobytes(), xmp=XMP, icc_profile=profile, lossless=True
            )
        case "TIFF":
            picture().save(made, kind, exif=exif(orientation), description=SECRET, artist=SECRET)
        case "GIF":
            picture().save(made, kind, comment=SECRET.encode(), save_all=True, append_images=[picture("L")])
    return made.getvalue()


@pytest.mark.parametrize(
    ("kind", "suffix"), [("JPEG", "jpg"), ("PNG", "png"), ("WEBP", "jpg"), ("TIFF", "jpg"), ("GIF", "png")]
)
def test_only_what_one_sees_remains(kind, suffix):
    data = planted(kind)
    assert SECRET.encode() in data
    photo = cleaned(data)
    assert photo.suffix == suffix and SECRET.encode() not in photo.data
    assert not any(
        mark in photo.data
        for mark in (b"Exif", b"8BIM", b"xmp", b"adobe", b"2003:08:15", b"ICC", b"iCCP", b"eXIf")
    )
    with Image.open(io.BytesIO(photo.data)) as shown:
        assert shown.size == (40, 20) and len(shown.getexif()) == 0 and shown.getexif().get_ifd(0x8825) == {}
        assert set(shown.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "dpi"}
        red, _green, blue = shown.convert("RGB").getpixel((5, 10))
        assert red > 240 and blue < 20 and shown.convert("RGB").getpixel((35, 10))[2] > 240


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_it_is_turned_upright_first(kind):
    with Image.open(io.BytesIO(cleaned(planted(kind, orientation=6)).data)) as shown:
        assert shown.size == (20, 40)
        assert shown.convert("RGB").getpixel((10, 5))[2] < 30


@pytest.mark.parametrize(
    ("mode", "kept"), [("RGBA", "RGBA"), ("LA", "RGBA"), ("P", "RGB"), ("1", "L"), ("L", "L"), ("I;16", "L")]
)
def test_every_kind_of_pixel_is_kept_as_it_looks(mode, kept):
    made = io.BytesIO()
    source = Image.new("I;16", (4, 4), 0x8000) if mode == "I;16" else picture().convert(mode)
    source.save(made, "PNG")
    with Image.open(io.BytesIO(cleaned(made.getvalue()).data)) as shown:
        assert (shown.mode, shown.size) == (kept, source.size)
        if mode == "I;16":
            assert shown.getpixel((1, 1)) == 128


def test_print_colours_become_screen_colours():
    made = io.BytesIO()
    picture().convert("CMYK").save(made, "JPEG")
    with Image.open(io.BytesIO(cleaned(made.getvalue()).data)) as shown:
        assert shown.mode == "RGB" and shown.getpixel((5, 10))[0] > 200


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "unknown"),
        (b"%PDF-1.7", "unknown"),
        (b"\0\0\0\x18ftypheic" + b"\0" * 40, "unknown"),
        (b"<svg onload='x'/>", "unknown"),
        (b"\x89PNG\r\n\x1a\nbroken", "damaged"),
        (planted("JPEG")[:300], "damaged"),
        (planted("PNG")[:90], "damaged"),
        (planted("TIFF")[:60], "damaged"),
    ],
    # Named by hand: the bytes of a planted photo hold the hour it was made.
    ids=["empty", "pdf", "heic", "svg", "broken-png", "short-jpeg", "short-png", "short-tiff"],
)
def test_what_cannot_be_drawn_anew_is_refused(data, kind):
    with pytest.raises(UnsafePictureError) as refused:
        cleaned(data)
    assert refused.value.kind == kind or refused.value.kind == "unknown"


def test_one_that_would_fill_the_memory_is_refused_before_it_is_decoded():
    made = io.BytesIO()
    Image.new("1", (2, 2)).save(made, "PNG")
    for side in (9_000, 60_000):
        size = side.to_bytes(4, "big") * 2
        head = chunk(b"IHDR", size + b"\x01\0\0\0\0")
        data = made.getvalue()[:8] + head + made.getvalue()[33:]
        with pytest.raises(UnsafePictureError) as refused:
            cleaned(data)
        assert refused.value.kind == "large"
