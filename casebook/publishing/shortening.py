"""Cuts a report's HTML to a length: after whole sentences, its tags closed again."""

import re
import unicodedata
from collections.abc import Iterator

import attrs
from markupsafe import Markup

BLOCKS = frozenset(
    {"p", "ul", "ol", "li", "div", "blockquote", "pre", "table", "thead", "tbody", "tr", "th", "td", "hr"}
)
"""Tags that begin or end a piece of text; all others stand within a line."""
VOID = frozenset({"br", "hr", "img"})
ABBREVIATIONS = frozenset(
    {
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "st",
        "art",
        "para",
        "gen",
        "col",
        "lt",
        "maj",
        "capt",
        "sgt",
        "brig",
        "adm",
    }
    | {"e.g", "i.e", "cf", "vs", "approx", "ca", "pp", "vol", "ed", "nos"}
)
"""Words after whose full stop a sentence goes on."""
LONGEST_ABBREVIATION = 12
DOTS = "…"
ENDINGS = '.!?…。！？؟۔।"”’»)]'
"""Signs after which a text reads as ended."""

_TOKEN = re.compile(r"<[^>]*>|[^<]+")
_NAME = re.compile(r"</?\s*([a-zA-Z0-9]+)")
_END = re.compile(r"[.!?…؟۔।]+[\"”’»)\]]*(?=\s)|[。！？]+[”’」』）]*")
_WORD_BEFORE = re.compile(r"([\w.]+)\.$")
_HEADLINE = re.compile(r"<strong>[^<]*</strong>")
"""Emphasised words that begin a paragraph; without the paragraph they say nothing."""
_INITIALS = re.compile(r"[^\W\d](\.[^\W\d])*")


@attrs.frozen
class Short:
    """What is left of a text, and whether anything is missing from it."""

    html: Markup
    cut: bool


@attrs.define
class _Piece:
    """The tokens of one stretch of text between two block tags."""

    tokens: list[str] = attrs.field(factory=list)

    @property
    def text(self) -> str:
        return "".join(token for token in self.tokens if not token.startswith("<"))

    def upto(self, length: int) -> str:
        """Its HTML with the first `length` characters of text; tags within it are closed."""
        made: list[str] = []
        opened: list[str] = []
        left = length
        for token in self.tokens:
            if left <= 0:
                break
            if token.startswith("<"):
                made.append(token)
                _follow(token, opened)
            else:
                made.append(token[:left])
                left -= len(made[-1])
        return "".join(made).rstrip() + _closing(opened)


def shorten(html: str, sentences: int, width: int) -> Short:
    """The first `sentences` sentences of blocks of HTML, as many as `width` letters hold; paragraphs and lists stay.

    A first sentence that is longer by itself is cut after a word. Wide letters (Unicode annex 11) count two.
    """
    made: list[str] = []
    opened: list[str] = []
    last = -1
    for token in _pieces(html):
        if isinstance(token, str):
            made.append(token)
            _follow(token, opened)
            continue
        text = token.text
        length, used, spent = _kept(text, sentences, width, first=last < 0)
        if length < len(text.rstrip()) and last >= 0 and _HEADLINE.fullmatch(token.upto(length)):
            length = 0
        if length:
            last = len(made)
            made.append(token.upto(length))
        if length < len(text.rstrip()):
            whole = not length or text[:length].rstrip()[-1:] in ENDINGS
            made[last] += f"\u00a0{DOTS}" if whole else DOTS
            return Short(Markup(_without_empty("".join(made) + _closing(opened))), cut=True)  # noqa: S704 - it was HTML before
        sentences, width = sentences - used, width - spent
    return Short(Markup("".join(made)), cut=False)  # noqa: S704 - it was HTML before


def in_line(html: str) -> Markup:
    """Blocks of HTML as words in a line: paragraphs follow each other, list items are divided by semicolons."""
    made: list[str] = []
    for line in _lines(html):
        if made:
            made.append(" " if made[-1][-1:] in ENDINGS + ":;" else "; ")
        made.append(line)
    return _directed(html, "".join(made))


def lines(html: str) -> tuple[Markup, ...]:
    """The lines a text was typed in: its list items, and each line of its paragraphs."""
    return tuple(_directed(html, line) for line in _lines(html))


def _lines(html: str) -> list[str]:
    found: list[str] = []
    for piece in _pieces(html):
        if isinstance(piece, str):
            continue
        found.append("")
        opened: list[str] = []
        for token in piece.tokens:
            if token.startswith("<"):
                _follow(token, opened)
                found[-1] += token
            elif opened:
                found[-1] += token
            else:
                first, *more = token.split("\n")
                found[-1] += first
                found += more
    return [line.strip() for line in found if line.strip()]


def _directed(html: str, line: str) -> Markup:
    """A line that was taken out of `html`, still running from right to left if that did."""
    return Markup(f'<span dir="rtl">{line}</span>' if html.startswith('<div dir="rtl">') else line)  # noqa: S704


def _pieces(html: str) -> Iterator[str | _Piece]:
    """Block tags as they are, and what stands between them."""
    piece = _Piece()
    for token in _TOKEN.findall(html):
        if token.startswith("<") and _name(token) in BLOCKS:
            if piece.text.strip():
                yield piece
            piece = _Piece()
            yield token
        else:
            piece.tokens.append(token)
    if piece.text.strip():
        yield piece


def _follow(token: str, opened: list[str]) -> None:
    """Keep account of the tags that are open."""
    name = _name(token)
    if token.startswith("</"):
        if opened:
            opened.pop()
    elif name not in VOID:
        opened.append(name)


def _closing(opened: list[str]) -> str:
    return "".join(f"</{name}>" for name in reversed(opened))


def _kept(text: str, sentences: int, width: int, first: bool) -> tuple[int, int, int]:
    """How much of a stretch of text is kept: characters, sentences, and their width."""
    length = used = spent = 0
    for end in _ends(text):
        wide = _width(text[length:end])
        if used >= sentences or spent + wide > width:
            break
        length, used, spent = end, used + 1, spent + wide
    if length == 0 and first:
        length = _words(text, width)
        return length, 1, width
    return length, used, spent


def _ends(text: str) -> Iterator[int]:
    """Where the sentences of a text end."""
    last = 0
    for found in _END.finditer(text):
        before = _WORD_BEFORE.search(text, max(0, found.start() - LONGEST_ABBREVIATION), found.start() + 1)
        word = before[1].lower() if before else ""
        after = text[found.end() : found.end() + 2].lstrip()[:1]
        if word in ABBREVIATIONS or _INITIALS.fullmatch(word) or after.islower():
            continue
        last = found.end()
        yield last
    if text[last:].strip():
        yield len(text)


def _words(text: str, width: int) -> int:
    """How many characters of `text` fill `width`, ending after a word and outside an entity such as `&amp;`."""
    end = 0
    for end, sign in enumerate(text):  # noqa: B007
        width -= _wide(sign)
        if width < 0:
            break
    else:
        return len(text)
    space = text.rfind(" ", 0, end + 1)
    end = space if space > end // 2 else end
    entity = text.rfind("&", max(0, end - 10), end)
    return entity if entity >= 0 and ";" not in text[entity:end] else end


def _width(text: str) -> int:
    return len(text) if text.isascii() else sum(map(_wide, text))


def _wide(sign: str) -> int:
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def _name(token: str) -> str:
    found = _NAME.match(token)
    return found[1].lower() if found else ""


def _without_empty(html: str) -> str:
    """Without list items and paragraphs that nothing is left of."""
    before = ""
    while before != html:
        before, html = html, re.sub(r"<(p|li|ul|ol|blockquote|div)(?: [^>]*)?>\s*</\1>", "", html)
    return html
