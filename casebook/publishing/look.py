"""The house style of an organisation: its name, logo, colour, paper and letters, as a value that JSON can hold."""

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

import attrs

from casebook.domain.errors import FormatError
from casebook.domain.marking import _
from casebook.publishing.charts.shades import READABLE, contrast, darkened
from casebook.publishing.legible import legible

LONGEST_NAME, LONGEST_FOOTER, LONGEST_FAMILY = 120, 200, 60
LARGEST_LOGO, LARGEST_STYLES, LARGEST_MASTERS = 700_000, 1_400_000, 4_200_000
"""Letters of a logo, of the styles of a Word document and of the master of a presentation in base64: half a mebibyte, one
and three of bytes."""
PAPER_COLOUR = "#" + "FF" * 3
"""What reports are printed on."""
USUAL_STYLE = "casebook"

NO_COLOUR = _(
    "“{}” is not a colour; write it as # and six digits, such as the one in your organisation’s style."
)
TOO_LIGHT = _("This colour is too light to read on white paper, so it was darkened to {}.")

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}\Z")
_FAMILY = re.compile(r"[\w.&+ -]*\Z")
_BASE64 = re.compile(r"[A-Za-z0-9+/]*={0,2}\Z")


class Paper(StrEnum):
    """The size of the pages."""

    A4 = "a4"
    LETTER = "letter"


class Lettering(StrEnum):
    """Which fonts a report is set in."""

    SERIF = "serif"  # Noto Serif for reading, Noto Sans for headings
    SANS = "sans"  # Noto Sans for everything
    OWN = "own"  # a font of the computer, named in `family`


def _name(text: str) -> str:
    return _in_one_line(text)[:LONGEST_NAME].rstrip()


def _footer(text: str) -> str:
    return _in_one_line(text)[:LONGEST_FOOTER].rstrip()


def _colour(text: str) -> str:
    return text if _COLOUR.match(text) else ""


def _family(text: str) -> str:
    return text if len(text) <= LONGEST_FAMILY and _FAMILY.match(text) else ""


def _logo(text: str) -> str:
    return text if len(text) <= LARGEST_LOGO and _BASE64.match(text) else ""


def _styles(text: str) -> str:
    return text if len(text) <= LARGEST_STYLES and _BASE64.match(text) else ""


def _masters(text: str) -> str:
    return text if len(text) <= LARGEST_MASTERS and _BASE64.match(text) else ""


def _in_one_line(text: str) -> str:
    return " ".join(legible(text).split())


@attrs.frozen(kw_only=True)
class Look:
    """How reports look; what cannot be used, such as a colour that is none, is empty: then Casebook's own holds."""

    organisation: str = attrs.field(default="", converter=_name)
    logo: str = attrs.field(default="", repr=False, converter=_logo)
    """A clean PNG or JPEG in base64."""
    accent: str = attrs.field(default="", converter=_colour)
    paper: Paper = attrs.field(default=Paper.A4, converter=Paper)
    footer: str = attrs.field(default="", converter=_footer)
    lettering: Lettering = attrs.field(default=Lettering.SERIF, converter=Lettering)
    family: str = attrs.field(default="", converter=_family)
    cover: bool = False
    citation_style: str = attrs.field(default=USUAL_STYLE, converter=_name)
    word_styles: str = attrs.field(default="", repr=False, converter=_styles)
    """The styles of a Word document of the organisation, in base64."""
    slide_masters: str = attrs.field(default="", repr=False, converter=_masters)
    """The master and layouts of a presentation of the organisation, in base64."""

    @property
    def shade(self) -> str:
        """The accent colour, dark enough to be read on paper; empty for Casebook's own."""
        return darkened(self.accent, PAPER_COLOUR).upper() if self.accent else ""

    @property
    def own_family(self) -> str:
        """The font of the computer that everything is to be set in; empty for Casebook's own."""
        return self.family if self.lettering is Lettering.OWN else ""


def plain_look(look: Look) -> dict[str, Any]:
    """The look as JSON holds it; what is as usual is left out."""
    usual = Look()
    return {
        spec.name: str(value) if isinstance(value, StrEnum) else value
        for spec in attrs.fields(Look)
        if (value := getattr(look, spec.name)) != getattr(usual, spec.name)
    }


def look_of(body: Mapping[str, Any]) -> Look:
    """The look that JSON holds; what is damaged, of another kind or unknown has its usual value."""
    values: dict[str, Any] = {}
    for spec in attrs.fields(Look):
        value = body.get(spec.name)
        kind: type = str if isinstance(spec.default, StrEnum) else type(spec.default)
        known = not isinstance(spec.default, StrEnum) or value in list(type(spec.default))
        values[spec.name] = value if isinstance(value, kind) and known else spec.default
    return Look(**values)


def readable(colour: str) -> tuple[str, str]:
    """A colour somebody typed, dark enough to be read on paper, and the sentence for it when it was darkened.

    Raises:
        FormatError: it is no colour.
    """
    typed = colour.strip()
    typed = typed if typed.startswith("#") else f"#{typed}"
    if not _COLOUR.match(typed):
        raise FormatError(NO_COLOUR.format(colour.strip()[:40]))
    if contrast(typed, PAPER_COLOUR) >= READABLE:
        return typed.upper(), ""
    dark = darkened(typed, PAPER_COLOUR).upper()
    return dark, TOO_LIGHT
