"""Attached pictures that can be printed: drawn anew, so that nothing leaves with them that one does not see."""

import mimetypes
from collections.abc import Iterable, Mapping
from pathlib import Path

import attrs

from casebook.domain.case import Case
from casebook.domain.errors import CasebookError
from casebook.domain.fields import Kind
from casebook.domain.marking import _
from casebook.domain.receipt import Reason, Receipt, What, Withheld
from casebook.domain.records import Record
from casebook.publishing.order import Materials
from casebook.publishing.photos import UnsafePictureError, cleaned
from casebook.publishing.typesetting import Typesetter

MEDIA_TYPES = {"png": "image/png", "jpg": "image/jpeg"}
LARGEST, LARGEST_TOGETHER = 20_000_000, 80_000_000
"""Bytes of one picture, bytes of all pictures of a report."""
FOLDER = "assets"
SVG = "image/svg+xml"
"""Media type of the charts Casebook draws itself; an attached SVG is never laid out."""

MISSING = _("The attached file “{}” is missing from the library and is only named in the report.")
TOO_LARGE = _("The picture “{}” is too large to print and is only named in the report.")
DAMAGED = _("The picture “{}” is damaged and is only named in the report.")
NOT_CLEANED = _(
    "The picture “{}” is of a kind that Casebook cannot free of hidden data, such as where it was taken, and is only "
    "named in the report. Attach it as JPEG or PNG to show it."
)
SENTENCES = {
    UnsafePictureError.DAMAGED: DAMAGED,
    UnsafePictureError.LARGE: TOO_LARGE,
    UnsafePictureError.UNKNOWN: NOT_CLEANED,
}
CAMERA_ENDINGS = (".heic", ".heif", ".avif", ".dng")
"""Endings of pictures that not every system knows the media type of."""
PICTURE_BRANDS = frozenset({b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif", b"avis"})
"""Major brands of the picture formats that lie in an ISO base media file (ISO/IEC 23008-12): HEIC and AVIF."""


@attrs.frozen
class Picture:
    """A picture laid out for a report: its place below the job folder, and its media type."""

    path: str
    media_type: str


def lay_out(
    cases: Iterable[Case], materials: Materials, typesetter: Typesetter, folder: Path
) -> tuple[dict[str, Picture], list[str]]:
    """Write the printable pictures of the cases below `folder`.

    Returns them by digest, and a sentence for each file that should be printed but cannot.
    """
    (folder / FOLDER).mkdir()
    found: dict[str, Picture] = {}
    notices: list[str] = []
    together = 0
    for digest, record in _files(cases).items():
        name = _name(record, digest)
        data = _bytes(materials, digest)
        if data is None:
            notices.append(materials.translate(MISSING).format(name))
            continue
        together += len(data) if is_picture(record, data) else 0
        if is_picture(record, data) and (len(data) > LARGEST or together > LARGEST_TOGETHER):
            notices.append(materials.translate(TOO_LARGE).format(name))
            continue
        try:
            photo = cleaned(data)
        except UnsafePictureError as error:
            if is_picture(record, data):
                notices.append(materials.translate(SENTENCES[error.kind]).format(name))
            continue
        picture = Picture(f"{FOLDER}/{len(found) + 1}.{photo.suffix}", MEDIA_TYPES[photo.suffix])
        (folder / picture.path).write_bytes(photo.data)
        if typesetter.can_show(picture.path, folder):
            found[digest] = picture
        else:
            (folder / picture.path).unlink()
            notices.append(materials.translate(DAMAGED).format(name))
    return found, notices


def is_picture(record: Record, data: bytes) -> bool:
    """Whether a file is a picture, by what it says of itself in any way; one of an unknown kind must not pass unseen."""
    name = str(getattr(record, "file_name", "")).lower()
    named = "image/heic" if name.endswith(CAMERA_ENDINGS) else mimetypes.guess_type(name)[0] or ""
    claimed = str(getattr(record, "media_type", ""))
    is_one = data.startswith((b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"BM"))
    branded = data[4:8] == b"ftyp" and data[8:12] in PICTURE_BRANDS
    is_webp = data.startswith(b"RIFF") and data[8:12] == b"WEBP"
    return is_one or is_webp or branded or named.startswith("image/") or claimed.startswith("image/")


def with_dropped(receipt: Receipt, case: Case, materials: Materials, shown: Mapping[str, Picture]) -> Receipt:
    """The receipt with the pictures of the case that are only named because they could not be shown safely."""
    items = list(receipt.items)
    for key, section in case.declaration.sections.items():
        for spec in section.fields:
            for record in case.section(key) if spec.kind is Kind.FILE else ():
                digest = getattr(record, spec.name)
                data = _bytes(materials, digest) if digest and digest not in shown else None
                if data is not None and is_picture(record, data):
                    items.append(
                        Withheld(
                            what=What.PICTURE,
                            record_id=record.id,
                            section=key,
                            field=spec.name,
                            reason=Reason.UNCLEAN,
                        )
                    )
    return attrs.evolve(receipt, items=tuple(items))


def _bytes(materials: Materials, digest: str) -> bytes | None:
    blobs = materials.blobs
    try:
        return blobs[digest] if isinstance(blobs, Mapping) else blobs(digest)
    except (KeyError, CasebookError):
        return None


def _files(cases: Iterable[Case]) -> dict[str, Record]:
    """By digest the first record that holds each file."""
    files: dict[str, Record] = {}
    for case in cases:
        for key, spec in case.declaration.sections.items():
            for name in (field.name for field in spec.fields if field.kind is Kind.FILE):
                for record in case.section(key):
                    files.setdefault(getattr(record, name), record)
    files.pop("", None)
    return files


def _name(record: Record, digest: str) -> str:
    return str(getattr(record, "file_name", "") or digest[:12])
