"""Pictures with nothing in them but what one sees: decoded and drawn anew, turned upright first."""

import io
import struct
from functools import lru_cache
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from PIL.Image import Image

DECODERS = ("PNG", "JPEG", "GIF", "WEBP", "TIFF")
"""What is decoded at all, whatever else the library could read; by content, never by name."""
QUALITY = 92
"""Of a JPEG drawn anew: no difference is seen, and the file is no larger than a camera's."""
MOST_PIXELS = 80_000_000
SIXTEEN_BITS = 256.0
KEPT = 8
"""Cleaned pictures kept, for the preview makes the same ones again and again."""


@attrs.frozen
class Photo:
    """A clean picture; `suffix` is "png" or "jpg"."""

    data: bytes = attrs.field(repr=False)
    suffix: str


class UnsafePictureError(Exception):
    """The file is no picture that can be drawn anew; `kind` says whether it is damaged, large, or of an unknown kind."""

    DAMAGED, LARGE, UNKNOWN = "damaged", "large", "unknown"

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


@lru_cache(maxsize=KEPT)
def cleaned(data: bytes) -> Photo:
    """The picture drawn anew: no EXIF, position, XMP, IPTC, comment, thumbnail, colour profile or second frame.

    Only pixels are carried over, so that nothing has to be known about where a format hides things. The orientation
    EXIF states is applied, a colour profile is converted to sRGB. What was JPEG stays JPEG; opaque photographs in
    WebP and TIFF become JPEG; all else becomes PNG, without loss.

    Raises:
        UnsafePictureError: it cannot be.
    """
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(data), formats=DECODERS) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise UnsafePictureError(UnsafePictureError.LARGE)
            kind = opened.format
            opened.load()
            upright = ImageOps.exif_transpose(opened)
            pixels = _plain(_in_srgb(upright))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise UnsafePictureError(UnsafePictureError.LARGE) from error
    except UnidentifiedImageError as error:
        known = any(data.startswith(start) for start in (b"\x89PNG", b"\xff\xd8\xff", b"GIF8"))
        raise UnsafePictureError(
            UnsafePictureError.DAMAGED if known else UnsafePictureError.UNKNOWN
        ) from error
    except (
        OSError,
        ValueError,
        SyntaxError,
        EOFError,
        LookupError,
        TypeError,
        Warning,
        struct.error,
    ) as error:
        raise UnsafePictureError(UnsafePictureError.DAMAGED) from error
    as_jpeg = kind == "JPEG" or (kind in ("WEBP", "TIFF") and pixels.mode == "RGB")
    return encoded(pixels, as_jpeg=as_jpeg)


def _in_srgb(picture: "Image") -> "Image":
    """The picture in the colours of screens, if it says what its own are."""
    from PIL import ImageCms

    profile = picture.info.get("icc_profile")
    if not profile or picture.mode not in ("RGB", "RGBA", "CMYK"):
        return picture
    mode = "RGB" if picture.mode == "CMYK" else picture.mode
    try:
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        made = ImageCms.profileToProfile(picture, own, ImageCms.createProfile("sRGB"), outputMode=mode)
    except (ImageCms.PyCMSError, OSError, ValueError):
        return picture
    return made or picture


def _plain(picture: "Image") -> "Image":
    """Pixels alone, grey or in colour, on a sheet of their own."""
    from PIL import Image

    if picture.mode.startswith("I;16"):
        picture = picture.convert("I").point(lambda value: value * (1 / SIXTEEN_BITS)).convert("L")
    transparent = picture.mode in ("LA", "PA", "RGBA", "RGBa", "La") or "transparency" in picture.info
    mode = "RGBA" if transparent else "L" if picture.mode in ("1", "L") else "RGB"
    converted = picture.convert(mode)
    return Image.frombytes(mode, converted.size, converted.tobytes())


def encoded(pixels: "Image", *, as_jpeg: bool) -> Photo:
    """Pixels as a file: JPEG for photographs, else PNG, without loss."""
    made = io.BytesIO()
    if as_jpeg:
        pixels.convert("RGB" if pixels.mode == "RGBA" else pixels.mode).save(made, "JPEG", quality=QUALITY)
        return Photo(made.getvalue(), "jpg")
    pixels.save(made, "PNG")
    return Photo(made.getvalue(), "png")
