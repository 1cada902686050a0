"""Puts the house style into the parts of a word processor's file: letterhead, footer, colour, letters and paper."""

import re
import zipfile
from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any

from casebook.publishing.charts.shades import softened
from casebook.publishing.logo import LaidOut
from casebook.publishing.look import Lettering, Look, Paper
from casebook.publishing.word_styles import STYLES, THEME, joined, parts_of

OUR_ACCENT = "0F5C6E"
"""The accent in the parts as they are shipped."""
WORDS = ("title", "reference", "footer", "page", "organisation", "line")
LOGO_WIDE, LOGO_HIGH, COVER_WIDE, COVER_HIGH = 60.0, 11.0, 90.0, 26.0
"""Millimetres a logo may take at the head of the first page, and on a cover."""
EMU = 36_000
"""Units of a drawing in Word to a millimetre."""
SHEETS = {
    "word": {
        'w:w="11906" w:h="16838"': 'w:w="12240" w:h="15840"',
        'w:right="1247"': 'w:right="1414"',
        'w:left="1247"': 'w:left="1414"',
    },
    "odt": {
        'fo:page-width="21cm" fo:page-height="29.7cm"': 'fo:page-width="21.59cm" fo:page-height="27.94cm"',
        'fo:margin-left="2.2cm" fo:margin-right="2.2cm"': 'fo:margin-left="2.49cm" fo:margin-right="2.49cm"',
    },
}
"""What makes a page of A4 one of US Letter; the column of text stays as wide as it is."""
SERIFS = ("Cambria", "'Noto Serif', Cambria, Caladea, 'Liberation Serif', serif")
SANS = ("Calibri", "'Noto Sans', Calibri, Carlito, 'Liberation Sans', sans-serif")
"""The letters named in the parts as they are shipped: for Word, for OpenDocument."""
_BLOCK = r"<!--{0}-->(.*?)<!--/{0}-->"


def dressing(look: Look, logo: LaidOut | None) -> dict[str, Any]:
    """The look as the filters and the typesetter read it; the colour is empty for Casebook's own."""
    logo_size = logo.within(LOGO_WIDE, LOGO_HIGH) if logo else (0.0, 0.0)
    cover_size = logo.within(COVER_WIDE, COVER_HIGH) if logo else (0.0, 0.0)
    return {
        "organisation": look.organisation,
        "line": look.footer,
        "accent": look.shade,
        "accent_dark": softened(look.shade) if look.shade else "",
        "paper": "us-letter" if look.paper is Paper.LETTER else "a4",
        "page_size": "Letter" if look.paper is Paper.LETTER else "A4",
        "lettering": look.lettering.value,
        "family": look.own_family,
        "cover": look.cover,
        "logo": logo.path if logo else "",
        "logo_size": logo_size,
        "cover_logo_size": cover_size,
    }


def pack(parts: Path, target: Path, words: Mapping[str, Any], look: Look, logo: LaidOut | None) -> None:
    """Zip a document's parts, dressed as the look says; `mimetype` first, as ODF asks."""
    files = sorted((path for path in parts.rglob("*") if path.is_file()), key=lambda p: p.name != "mimetype")
    house = parts_of(look.word_styles) if parts.name == "word" else {}
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in files:
            name = file.relative_to(parts).as_posix()
            if name.endswith("header2.xml.rels") and logo is None:
                continue
            text = _dressed(file.read_text(encoding="utf-8"), parts.name, look, bool(house))
            if name == STYLES and house:
                text = joined(house[STYLES], text)
            text = _with_words(_with_logo(_chosen(text, words, logo), logo), words)
            stored = zipfile.ZIP_STORED if file.name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(name, text, stored)
        if house.get(THEME):
            archive.writestr(THEME, house[THEME])
        if logo is not None:
            media = "word/media" if parts.name == "word" else "Pictures"
            archive.writestr(f"{media}/{Path(logo.path).name}", logo.data)


def _dressed(text: str, kind: str, look: Look, styled: bool) -> str:
    """A part in the colour, the letters and on the paper of the look."""
    if look.shade:
        text = text.replace(OUR_ACCENT, look.shade.removeprefix("#"))
    if look.paper is Paper.LETTER:
        for usual, other in SHEETS[kind].items():
            text = text.replace(usual, other)
    at = 0 if kind == "word" else 1
    if look.lettering is Lettering.SANS and not styled:
        text = text.replace(SERIFS[at], SANS[at])
    elif look.own_family and not styled:
        own = escape(look.own_family if kind == "word" else f"'{look.own_family}', sans-serif")
        text = text.replace(SERIFS[at], own).replace(SANS[at], own)
    return text


def _chosen(text: str, words: Mapping[str, Any], logo: LaidOut | None) -> str:
    """A part with only those of its stretches that the look asks for."""
    shown = {
        "line": bool(words["line"]),
        "logo": logo is not None,
        "letterhead": logo is not None or bool(words["organisation"]),
        "bare": logo is None and not words["organisation"],
    }
    for name, wanted in shown.items():
        text = re.sub(_BLOCK.format(name), r"\1" if wanted else "", text, flags=re.DOTALL)
    return text


def _with_logo(text: str, logo: LaidOut | None) -> str:
    if logo is None:
        return text
    wide, high = logo.within(LOGO_WIDE, LOGO_HIGH)
    sizes = {
        "logo": Path(logo.path).name,
        "logo-wide": str(round(wide * EMU)),
        "logo-high": str(round(high * EMU)),
        "logo-wide-mm": f"{wide:.2f}mm",
        "logo-high-mm": f"{high:.2f}mm",
    }
    for name, value in sizes.items():
        text = text.replace(f"@@{name}@@", value)
    return text


def _with_words(text: str, words: Mapping[str, Any]) -> str:
    """All words at once, so that what stands in one is never taken for the place of another."""
    return re.sub(rf"@@({'|'.join(WORDS)})@@", lambda found: escape(words[found[1]]), text)
