"""What pandoc has no way to say in a file that is a zip of parts, said afterwards."""

import re
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

_DESCRIBED = re.compile(rb"</draw:frame>\s*<!--alt:(.*?)-->", re.DOTALL)
"""A picture and, as the filter for word processors leaves it, what it shows."""


def keep_rows_whole(document: Path) -> None:
    """Ask Word not to break a table row across pages."""
    _changed(
        document,
        "word/document.xml",
        lambda data: data.replace(b"<w:tr><w:tc>", b"<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc>"),
    )


def describe_pictures(document: Path) -> None:
    """Give each picture of an OpenDocument text its words for those who cannot see it (ODF 1.3, 10.4.2)."""
    _changed(
        document,
        "content.xml",
        lambda data: _DESCRIBED.sub(rb"<svg:desc>\1</svg:desc></draw:frame>", data),
    )


def dress(book: Path, style: bytes) -> None:
    """Give an EPUB its own look: in its sandbox pandoc reads no style sheet."""
    _changed(book, "EPUB/styles/stylesheet1.css", lambda _usual: style)


def rewrite(
    document: Path,
    change: Callable[[str, bytes], bytes | None],
    added: Mapping[str, bytes] = MappingProxyType({}),
) -> None:
    """Put in the place of each part what `change` makes of its name and content, nothing for None; then what is `added`."""
    whole = document.with_name(f"whole-{document.name}")
    with zipfile.ZipFile(document) as old, zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            if (data := change(part.filename, old.read(part))) is not None:
                new.writestr(part, data, part.compress_type)
        for name, data in added.items():
            new.writestr(name, data)
    whole.replace(document)


def _changed(document: Path, name: str, change: Callable[[bytes], bytes]) -> None:
    rewrite(document, lambda part, data: change(data) if part == name else data)
