"""The language of the search field: words, "phrases", AND, OR, NOT, brackets and `field:value`.

No text is malformed: what cannot be read as meant is read as words, and the reading says so.
"""

import re
from collections.abc import Collection

import attrs

from casebook.domain.marking import _

LONGEST = 1000
"""Characters of a query that count."""
DEEPEST = 30
"""Brackets within brackets that count."""
MOST_PARTS = 64
"""Words and conditions of a query that count; the rest narrows nothing anybody can tell."""


@attrs.frozen
class Word:
    """A word, as the beginning of one that stands somewhere in the case."""

    text: str


@attrs.frozen
class Phrase:
    """Words that stand side by side, in this order."""

    text: str


@attrs.frozen
class Condition:
    """`field:value`: one of the values holds; a value may carry a comparison (">=C3") or be a range ("2003..2010")."""

    field: str
    values: tuple[str, ...]


@attrs.frozen
class Not:
    """The part does not hold."""

    part: "Node"


@attrs.frozen
class All:
    """Every part holds; every case when there is none."""

    parts: tuple["Node", ...] = ()


@attrs.frozen
class Any:
    """At least one part holds."""

    parts: tuple["Node", ...]


Node = Word | Phrase | Condition | Not | All | Any

EVERYTHING = All()


@attrs.frozen(kw_only=True)
class Reading:
    """A query as it was understood; `notes` are sentences on what was not read as it may have been meant."""

    node: Node
    notes: tuple[str, ...] = ()


_SIGNS = re.compile(
    r"""(?P<open>\() | (?P<close>\)) | (?P<minus>-(?=[^\s-])) | (?P<or>\|+(?=\s|$))
    | (?P<field>[^\W\d][\w.-]*):(?P<value>(?:"[^"]*"?|[^\s"(),]*)(?:,(?:"[^"]*"?|[^\s"(),]*))*)
    | "(?P<phrase>[^"]*)(?P<end>"?)
    | (?P<word>[^\s"()]+)""",
    re.VERBOSE,
)
_VALUE = re.compile(r'"([^"]*)"?|([^,"]+)')
OPERATORS = frozenset({"AND", "OR", "NOT"})
"""Only in capitals, so that an English sentence stays a list of words."""


UNCLOSED = _("The quotation mark was never closed; everything after it was read as one phrase.")


@attrs.frozen
class _Token:
    kind: str
    node: Node | None = None


def read_query(text: str, fields: Collection[str]) -> Reading:
    """Understand a query; `fields` are the names that may stand before a colon, in small letters."""
    notes: list[str] = []
    cut = text[:LONGEST]
    if len(text) > LONGEST:
        notes.append(_("Only the first {count} characters were read.").format(count=LONGEST))
    tokens = _tokens(cut, fields, notes)
    reader = _Reader(tokens, notes)
    return Reading(node=reader.whole(), notes=tuple(dict.fromkeys(notes)))


def _tokens(text: str, fields: Collection[str], notes: list[str]) -> list[_Token]:
    tokens: list[_Token] = []
    parts = 0
    for match in _SIGNS.finditer(text):
        token = _token(match, fields, notes)
        parts += token.node is not None
        if parts > MOST_PARTS:
            notes.append(_("Only the first {count} words were read.").format(count=MOST_PARTS))
            break
        tokens.append(token)
    return tokens


def _token(match: re.Match[str], fields: Collection[str], notes: list[str]) -> _Token:
    kind = match.lastgroup
    for sign in ("open", "close", "minus", "or"):
        if match[sign]:
            return _Token("NOT" if sign == "minus" else sign.upper() if sign == "or" else sign)
    if match["field"]:
        return _condition(match, fields, notes)
    if kind == "word":
        word = match["word"]
        return _Token(word) if word in OPERATORS else _Token("part", Word(word))
    if not match["end"]:
        notes.append(UNCLOSED)
    return _Token("part", Phrase(match["phrase"]))


def _condition(match: re.Match[str], fields: Collection[str], notes: list[str]) -> _Token:
    name, raw = match["field"], match["value"]
    if name.lower() not in fields:
        if raw.startswith("//"):  # a web address
            return _Token("part", Phrase(match[0]))
        notes.append(_("“{name}:” is no field; it was read as words.").format(name=name))
        return _Token("part", Phrase(match[0].replace('"', " ")))
    if raw.count('"') % 2:
        notes.append(UNCLOSED)
    values = tuple(value for quoted, plain in _VALUE.findall(raw) if (value := (quoted or plain).strip()))
    if not values:
        notes.append(_("“{name}:” waits for a value; until then it narrows nothing.").format(name=name))
        return _Token("part", EVERYTHING)
    return _Token("part", Condition(name.lower(), values))


class _Reader:
    """Reads tokens from left to right: OR binds least, then AND (or nothing), then NOT."""

    def __init__(self, tokens: list[_Token], notes: list[str]) -> None:
        self._tokens = tokens
        self._notes = notes
        self._at = 0
        self._depth = 0

    def whole(self) -> Node:
        """Everything, closing brackets without an opening one left out."""
        parts = [self._either()]
        while self._at < len(self._tokens):
            self._at += 1
            self._notes.append(_("A closing bracket had no opening one and was left out."))
            parts.append(self._either())
        return _every(parts)

    def _peek(self) -> str:
        return self._tokens[self._at].kind if self._at < len(self._tokens) else ""

    def _take(self, kind: str) -> bool:
        taken = self._peek() == kind
        self._at += taken
        return taken

    def _either(self) -> Node:
        parts = [self._together()]
        while self._peek() == "OR":
            self._at += 1
            parts.append(self._together())
        said = [part for part in parts if part is not None]
        if len(said) < len(parts) and len(parts) > 1:
            self._notes.append(_("OR stands between two things; one was missing, so it was left out."))
        if not said:
            return EVERYTHING
        return said[0] if len(said) == 1 else Any(tuple(said))

    def _together(self) -> Node | None:
        parts: list[Node] = []
        while self._peek() not in ("", "OR", "close"):
            if self._take("AND"):
                if not parts or self._peek() in ("", "OR", "AND", "close"):
                    self._notes.append(
                        _("AND stands between two things; one was missing, so it was left out.")
                    )
                continue
            part = self._one()
            if part is not None:
                parts.append(part)
        return _every(parts) if parts else None

    def _one(self) -> Node | None:
        turned = 0
        while self._take("NOT"):
            turned += 1
        if turned and self._peek() in ("", "OR", "AND", "close"):
            self._notes.append(
                _("NOT stands before what it takes away; nothing followed, so it was left out.")
            )
            return None
        part = self._bracket() if self._take("open") else self._part()
        # Said twice it takes nothing away.
        return Not(part) if turned % 2 and part is not None else part

    def _part(self) -> Node | None:
        self._at += 1
        return self._tokens[self._at - 1].node

    def _bracket(self) -> Node:
        self._depth += 1
        if self._depth > DEEPEST:
            self._notes.append(_("Too many brackets; the innermost were left out."))
            self._depth -= 1
            return EVERYTHING
        if self._peek() == "close":
            self._notes.append(_("A bracket with nothing in it was left out."))
        inner = self._either()
        self._depth -= 1
        if not self._take("close"):
            self._notes.append(_("A bracket was never closed; it was read to the end."))
        return inner


def _every(parts: list[Node]) -> Node:
    flat: list[Node] = []
    for part in parts:
        flat += part.parts if isinstance(part, All) else (part,)
    return flat[0] if len(flat) == 1 else All(tuple(flat))
