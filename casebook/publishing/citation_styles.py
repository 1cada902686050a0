"""The citation styles at hand, shipped and the user's own (Citation Style Language 1.0.2); each is checked before use."""

import contextlib
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any
from xml.parsers import expat

import attrs

from casebook.domain.errors import FormatError, NotFoundError
from casebook.domain.marking import _

ENDING = ".csl"
USUAL = "casebook"
NAMESPACE = "http://purl.org/net/xbiblio/csl"
LARGEST = 1_000_000
"""Bytes of a style; the largest in the public repository has a quarter of that."""
DEEPEST, LONGEST_TITLE, LONGEST_KEY = 100, 200, 150
MOST_STYLES = 500
"""Files of one folder that are looked at."""

NO_STYLE = _("There is no citation style called “{}”; the ones at hand are {}.")
UNREADABLE = _("“{}” cannot be read; the style was not taken.")
TOO_LARGE = _("“{}” is too large for a citation style; it was not taken.")
NOT_XML = _("“{}” is no citation style: it is not well-formed XML. Fetch it again; it was not taken.")
WITH_DTD = _(
    "“{}” declares a document type or entities, which no citation style needs; it was not taken. Fetch it from "
    "another place."
)
NOT_CSL = _("“{}” is no citation style in CSL, the Citation Style Language; it was not taken.")
DEPENDENT = _("“{}” only points to another style, {}; add that one instead.")
WITHOUT = _(
    "“{}” says nothing of how to cite or how to list sources, and Casebook needs both; it was not taken."
)
CIRCULAR = _("“{}” refers to itself in a circle; it was not taken.")


@attrs.frozen(kw_only=True)
class CitationStyle:
    """A style that can be used: `key` names it, `in_notes` says whether it cites in notes, `own` whether it is the user's."""

    key: str
    title: str
    in_notes: bool
    own: bool = False
    text: bytes = attrs.field(repr=False)


def find_styles(shipped: Path, own: Sequence[Path] = ()) -> tuple[CitationStyle, ...]:
    """Every usable style by title, Casebook's first; a user's own takes the place of a shipped one with its name.

    A file that is no usable style is passed over, for one bad file must not hide the others.
    """
    found: dict[str, CitationStyle] = {}
    for folder, is_own in (*((folder, True) for folder in own), (shipped, False)):
        for path in sorted(folder.glob(f"*{ENDING}"))[:MOST_STYLES]:
            with contextlib.suppress(FormatError):
                found.setdefault(path.stem, read_style(path, own=is_own))
    return tuple(sorted(found.values(), key=lambda style: (style.key != USUAL, style.title.casefold())))


def find_style(key: str, shipped: Path, own: Sequence[Path] = ()) -> CitationStyle:
    """The style of that name; names no file outside the folders.

    Raises:
        NotFoundError: there is none.
    """
    places = (*((folder, True) for folder in own), (shipped, False)) if 0 < len(key) <= LONGEST_KEY else ()
    for folder, is_own in places:
        path = folder / f"{key}{ENDING}"
        if path.name == f"{key}{ENDING}" and path.parent == folder and path.is_file():
            with contextlib.suppress(FormatError):
                return read_style(path, own=is_own)
    styles = find_styles(shipped, own)
    raise NotFoundError(NO_STYLE.format(key, ", ".join(f"“{style.key}”" for style in styles)))


def read_style(path: Path, *, own: bool = True) -> CitationStyle:
    """The style in a file.

    Raises:
        FormatError: it is none that can be used.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise FormatError(TOO_LARGE.format(path.name))
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        raise FormatError(UNREADABLE.format(path.name)) from error
    title, in_notes = _checked(data, path.name)
    return CitationStyle(key=path.stem, title=title or path.stem, in_notes=in_notes, own=own, text=data)


@lru_cache(maxsize=64)
def _checked(data: bytes, name: str) -> tuple[str, bool]:
    """Title of a style, and whether it cites in notes."""
    if len(data) > LARGEST:
        raise FormatError(TOO_LARGE.format(name))
    seen = _Outline(name)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = seen.refuse
    parser.EntityDeclHandler = seen.refuse
    parser.StartElementHandler = seen.start
    parser.EndElementHandler = seen.end
    parser.CharacterDataHandler = seen.words
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise FormatError(NOT_XML.format(name)) from error
    if not seen.is_style:
        raise FormatError(NOT_CSL.format(name))
    if seen.parent:
        raise FormatError(DEPENDENT.format(name, f"“{seen.parent}”"))
    if not {"citation", "bibliography"} <= seen.parts:
        raise FormatError(WITHOUT.format(name))
    if _has_circle(seen.macros):
        raise FormatError(CIRCULAR.format(name))
    return " ".join(seen.title.split())[:LONGEST_TITLE], seen.in_notes


class _Outline:
    """What a style holds, gathered while it is read."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._path: list[str] = []
        self._macro = ""
        self.is_style = self.in_notes = False
        self.title = self.parent = ""
        self.parts: set[str] = set()
        self.macros: dict[str, set[str]] = {}
        """Macros by name with those they call."""

    def refuse(self, *_declared: Any) -> None:
        raise FormatError(WITH_DTD.format(self._name))

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.removeprefix(f"{NAMESPACE} ")
        if not self._path:
            self.is_style = tag == f"{NAMESPACE} style"
            self.in_notes = attributes.get("class") == "note"
        elif len(self._path) == 1:
            self.parts.add(name)
            self._macro = attributes.get("name", "") if name == "macro" else ""
        if name == "link" and attributes.get("rel") == "independent-parent":
            self.parent = attributes.get("href", "").rstrip("/").rpartition("/")[2][:80] or "?"
        if self._macro and "macro" in attributes:
            self.macros.setdefault(self._macro, set()).add(attributes["macro"])
        self._path.append(name)
        if len(self._path) > DEEPEST:
            raise FormatError(NOT_CSL.format(self._name))

    def end(self, _tag: str) -> None:
        self._path.pop()

    def words(self, said: str) -> None:
        if self._path == ["style", "info", "title"]:
            self.title += said


def _has_circle(calls: dict[str, set[str]]) -> bool:
    """Whether following calls from some macro leads back to it."""
    left = {name: set(called) & calls.keys() for name, called in calls.items()}
    while free := [name for name, called in left.items() if not called]:
        for name in free:
            del left[name]
        for called in left.values():
            called.difference_update(free)
    return bool(left)
