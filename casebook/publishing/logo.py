"""An organisation's logo: taken from a file, checked, drawn anew, and laid out for a report."""

import base64
import binascii
import io
import re
from pathlib import Path
from xml.parsers import expat

import attrs

from casebook.domain.errors import FormatError
from casebook.domain.marking import _
from casebook.publishing.look import LARGEST_LOGO, Look
from casebook.publishing.photos import Photo, UnsafePictureError, cleaned, encoded
from casebook.publishing.typesetting import Typesetter

LARGEST_FILE, LARGEST_DRAWING = 5_000_000, 500_000
"""Bytes of the file a logo is taken from, and of a drawing in SVG."""
WIDEST, HIGHEST = 1200, 600
"""Pixels; at 300 to the inch a logo as wide as half a page."""
SMALLER = (1.0, 0.7, 0.5, 0.35)
"""Shares of the size that are tried until the logo is small enough to keep."""
SVG_NAMESPACE = "http://www.w3.org/2000/svg"
FOLDER = "house"
MILLIMETRES = 25.4
DENSITY = 300

UNREADABLE = _("“{}” cannot be read; the logo was not taken.")
TOO_LARGE = _("“{}” is too large for a logo; save it with fewer pixels.")
NO_PICTURE = _("“{}” is not a picture that can be used as a logo; save it as PNG, JPEG or plain SVG.")
REACHES_OUT = _(
    "“{}” holds more than a drawing (a program, a style sheet, a picture or an address elsewhere); save it as plain "
    "SVG or as PNG."
)

_FORBIDDEN = frozenset({"script", "foreignobject", "image", "feimage", "iframe", "audio", "video"})
_ADDRESS = re.compile(r"url\(\s*[\"']?(?!#)|@import|javascript:|expression\(", re.IGNORECASE)


@attrs.frozen(kw_only=True)
class LaidOut:
    """A logo in a job's folder: its path there, its content, and its size in pixels."""

    path: str
    data: bytes = attrs.field(repr=False)
    wide: int
    high: int

    def within(self, wide: float, high: float) -> tuple[float, float]:
        """Its size in millimetres, as large as fits into `wide` and `high`."""
        scale = min(wide / self.wide, high / self.high, MILLIMETRES / DENSITY * 2)
        return self.wide * scale, self.high * scale


def read_logo(path: Path, typesetter: Typesetter) -> str:
    """The logo in a file, drawn anew, as a `Look` holds it.

    Raises:
        FormatError: it is no picture, too large, or more than a picture.
    """
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise FormatError(TOO_LARGE.format(path.name))
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as error:
        raise FormatError(UNREADABLE.format(path.name)) from error
    return logo_from(data, path.name, typesetter)


def logo_from(data: bytes, name: str, typesetter: Typesetter) -> str:
    """The logo in these bytes, drawn anew, as a `Look` holds it; a drawing in SVG is drawn as pixels.

    Raises:
        FormatError: it is no picture, too large, or more than a picture.
    """
    if _is_svg(data):
        if len(data) > LARGEST_DRAWING:
            raise FormatError(TOO_LARGE.format(name))
        _check_drawing(data, name)
        drawn = typesetter.drawing(data)
        if drawn is None:
            raise FormatError(NO_PICTURE.format(name))
        data = drawn
    try:
        photo = cleaned(data)
    except UnsafePictureError as error:
        too_large = error.kind == UnsafePictureError.LARGE
        raise FormatError((TOO_LARGE if too_large else NO_PICTURE).format(name)) from error
    for share in SMALLER:
        fitted = _fitted(photo, share)
        if fitted is None:
            raise FormatError(NO_PICTURE.format(name))
        text = base64.b64encode(fitted).decode("ascii")
        if len(text) <= LARGEST_LOGO:
            return text
    raise FormatError(TOO_LARGE.format(name))


def lay_out_logo(look: Look, folder: Path) -> LaidOut | None:
    """The logo of a look written below `folder`; None when there is none, or what is kept is no picture."""
    if not look.logo:
        return None
    try:
        photo = cleaned(base64.b64decode(look.logo, validate=True))
    except (UnsafePictureError, binascii.Error, ValueError):
        return None
    wide, high = _size(photo.data)
    (folder / FOLDER).mkdir(exist_ok=True)
    path = f"{FOLDER}/logo.{photo.suffix}"
    (folder / path).write_bytes(photo.data)
    return LaidOut(path=path, data=photo.data, wide=wide, high=high)


def _is_svg(data: bytes) -> bool:
    start = data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return start.startswith((b"<svg", b"<?xml", b"<!--", b"<!doctype svg"))


def _check_drawing(data: bytes, name: str) -> None:
    tags: list[str] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        space, _between, local = tag.rpartition(" ")
        tags.append(tag)
        if len(tags) == 1 and tag not in (f"{SVG_NAMESPACE} svg", "svg"):
            raise FormatError(NO_PICTURE.format(name))
        if space in ("", SVG_NAMESPACE) and local.lower() in _FORBIDDEN:
            raise FormatError(REACHES_OUT.format(name))
        for key, value in attributes.items():
            attribute = key.rpartition(" ")[2].lower()
            leads_out = attribute in ("href", "src") and not value.strip().startswith("#")
            if attribute.startswith("on") or leads_out or _ADDRESS.search(value):
                raise FormatError(REACHES_OUT.format(name))

    def words(said: str) -> None:
        if _ADDRESS.search(said) and tags[-1].endswith("style"):
            raise FormatError(REACHES_OUT.format(name))

    def doctype(_name: str, _system: str | None, _public: str | None, internal: int) -> None:
        if internal:
            raise FormatError(REACHES_OUT.format(name))

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = start
    parser.StartDoctypeDeclHandler = doctype
    parser.CharacterDataHandler = words
    parser.buffer_text = True
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise FormatError(NO_PICTURE.format(name)) from error


def _size(data: bytes) -> tuple[int, int]:
    from PIL import Image

    with Image.open(io.BytesIO(data)) as picture:
        return picture.width, picture.height


def _fitted(photo: Photo, share: float) -> bytes | None:
    """The picture, no larger than a logo needs to be, without the empty margin around it; None when all is empty."""
    from PIL import Image

    with Image.open(io.BytesIO(photo.data)) as opened:
        picture = opened.copy()
    if picture.mode == "RGBA":
        filled = picture.getchannel("A").getbbox()
        if filled is None:
            return None
        picture = picture.crop(filled)
    most = (round(WIDEST * share), round(HIGHEST * share))
    if picture.width <= most[0] and picture.height <= most[1] and picture.mode != "RGBA":
        return photo.data
    picture.thumbnail(most)
    return encoded(picture, as_jpeg=photo.suffix == "jpg").data
