"""Takes out of a finished file what the programs that made it put in: hours, revision numbers, the programs' own names."""

import re
import zipfile
from datetime import date
from pathlib import Path

ZIPPED = frozenset({".docx", ".odt", ".epub", ".pptx"})
SETTLED = (
    # Office Open XML (ECMA-376, part 1, 15.2.12): what a word processor tells of its user and machine.
    (re.compile(rb"<w:rsids>.*?</w:rsids>|<w:rsids\s*/>", re.DOTALL), b""),
    (re.compile(rb'\sw:rsid\w*="[0-9A-Fa-f]*"'), b""),
    (
        re.compile(rb"<(Company|Manager|TotalTime|Template|HyperlinkBase)>[^<]*</\1>", re.IGNORECASE),
        b"",
    ),
    (re.compile(rb"<cp:(lastModifiedBy|revision|lastPrinted)>[^<]*</cp:\1>"), b""),
    (re.compile(rb"<meta:(editing-cycles|editing-duration|printed-by|print-date)>[^<]*</meta:\1>"), b""),
    (re.compile(rb"(<meta:generator>)[^<]*(</meta:generator>)"), rb"\1Casebook\2"),
    (re.compile(rb"<HeadingPairs>.*?</TitlesOfParts>", re.DOTALL), b""),
    (re.compile(rb"(<Application>)[^<]*(</Application>)"), rb"\1Casebook\2"),
    (re.compile(rb'\s*<meta name="generator"[^>]*/>'), b""),
)
DATED = re.compile(
    rb"(<(?P<tag>dcterms:created|dcterms:modified|meta:creation-date|dc:date)\b[^>]*>)[^<]*(</(?P=tag)>)"
)
MODIFIED = re.compile(rb'(<meta property="dcterms:modified">)[^<]*(</meta>)')
"""When an EPUB was made (EPUB 3.3, 5.5.1)."""
BOOK = "EPUB/content.opf"
PROPERTIES = frozenset({"docProps/core.xml", "docProps/app.xml", "meta.xml", "word/settings.xml"})
TEXTS = (".xml", ".xhtml", ".opf", ".ncx")


def scrub(path: Path, day: date) -> None:
    """Rewrite a zipped document so that it tells of nothing but its content and the day it is made for.

    Every part bears that day, no time of day, no system and no extra field; parts keep their order and compression.
    Other formats say nothing of where they were made: PDF has its day from the typesetter, the rest have none.
    """
    if path.suffix not in ZIPPED:
        return
    fresh = path.with_name(f"{path.name}.scrubbed")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(fresh, "w") as new:
        for part in old.infolist():
            kept = zipfile.ZipInfo(part.filename, (max(day.year, 1980), day.month, day.day, 0, 0, 0))
            kept.compress_type = part.compress_type
            kept.create_system = 0
            data = old.read(part)
            new.writestr(kept, _settled(part.filename, data, day) if part.filename.endswith(TEXTS) else data)
    fresh.replace(path)


def _settled(name: str, data: bytes, day: date) -> bytes:
    if name == BOOK:
        return MODIFIED.sub(rb"\g<1>%sT00:00:00Z\2" % day.isoformat().encode("ascii"), data)
    if name not in PROPERTIES and b"rsid" not in data and b'name="generator"' not in data:
        return data
    for found, instead in SETTLED:
        data = found.sub(instead, data)
    if name in PROPERTIES:
        at = f"{day.isoformat()}T00:00:00Z".encode("ascii")
        data = DATED.sub(lambda match: match[1] + at + match[3], data)
    return data
