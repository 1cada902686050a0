"""Makes plain text and Markdown of whatever is pasted: nothing hidden, nothing active, nothing endless."""

import re
import unicodedata
from html.parser import HTMLParser

LONGEST = 400_000
"""Characters taken from one paste; some sixty thousand words."""

LONGEST_HTML = 4_000_000
"""Characters of HTML that are read at all."""

_KEPT_CONTROLS = "\n\t"
_OVERRIDES = "\u202d\u202e"
"""Marks that make text read in another order than it is stored; isolates and embeddings stay, scripts need them."""

_INVISIBLE = "\ufeff\u2060\u00ad\u200b" + _OVERRIDES
_BREAKS = re.compile(r"\r\n?|[\u2028\u2029\x0b\x0c\x85]")


def cleaned(text: str) -> str:
    """Plain text with line breaks as \\n and without control or invisible characters."""
    text = _BREAKS.sub("\n", text[:LONGEST])
    return "".join(
        sign
        for sign in text
        if (sign.isprintable() or sign in _KEPT_CONTROLS or unicodedata.category(sign) in ("Zs", "Cf", "Co"))
        and sign not in _INVISIBLE
    )


def one_line(text: str, longest: int) -> str:
    """Plain text on one line of at most `longest` characters, with single spaces."""
    return " ".join(cleaned(text).split())[:longest].rstrip()


def markdown_of(html: str) -> str:
    """What a reader sees of pasted HTML, as Markdown; scripts, styles, images and comments are left out."""
    reader = _Reader()
    reader.feed(html[:LONGEST_HTML])
    reader.close()
    return cleaned(reader.markdown())


_HIDDEN = frozenset({"script", "style", "head", "title", "template", "noscript", "svg", "object", "iframe"})
_BLOCKS = frozenset(
    {"p", "div", "section", "article", "table", "tr", "ul", "ol", "blockquote", "pre", "header"}
)
_MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*"}
_HEADINGS = {f"h{level}": "#" * min(max(level, 3), 4) + " " for level in range(1, 7)}
DEEPEST = 20
"""Lists within lists that are told apart."""


class _Reader(HTMLParser):
    """Collects lines of Markdown while the HTML goes by."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._parts: list[str] = []
        self._hidden = 0
        self._quotes = 0
        self._lists: list[int] = []
        self._link = ""

    def markdown(self) -> str:
        """All that was collected, without needless empty lines."""
        lines = [line.rstrip() for line in "".join(self._parts).split("\n")]
        text = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
        return re.sub(r"(\*\*|\*)(\s*)\1", r"\2", text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _HIDDEN:
            self._hidden += 1
        elif tag in _MARKS:
            self._parts.append(_MARKS[tag] if _is_meant(attrs) else "")
        elif tag in _HEADINGS:
            self._block(_HEADINGS[tag])
        elif tag == "a":
            self._link = _web_address(dict(attrs).get("href") or "")
            self._parts.append("[" if self._link else "")
        elif tag == "br":
            self._line()
        elif tag == "li":
            self._item()
        elif tag in ("td", "th"):
            self._parts.append("  ")
        elif tag in _BLOCKS:
            self._open_block(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _HIDDEN:
            self._hidden = max(self._hidden - 1, 0)
        elif tag in _MARKS:
            self._parts.append(_MARKS[tag])
        elif tag == "a":
            self._parts.append(f"]({self._link})" if self._link else "")
            self._link = ""
        elif tag in _HEADINGS or tag in _BLOCKS:
            if tag in ("ul", "ol") and self._lists:
                self._lists.pop()
            if tag == "blockquote":
                self._quotes = max(self._quotes - 1, 0)
            self._block("")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            text = re.sub(r"[ \t\r\n]+", " ", data)
            at_start = not self._parts or self._parts[-1].endswith(("\n", "> ", "- ", ". ", "# "))
            self._parts.append(text.lstrip(" ") if at_start else text)

    def _open_block(self, tag: str) -> None:
        if tag in ("ul", "ol"):
            self._lists.append(0 if tag == "ol" else -1)
            if len(self._lists) > 1:
                return
        if tag == "blockquote":
            self._quotes += 1
        self._block("")

    def _block(self, lead: str) -> None:
        self._line()
        self._parts.append("" if self._lists else "\n")
        self._parts.append("> " * min(self._quotes, 1) + lead)

    def _line(self) -> None:
        self._parts.append("\n")

    def _item(self) -> None:
        self._line()
        if not self._lists:
            self._lists.append(-1)
        if self._lists[-1] >= 0:
            self._lists[-1] += 1
        sign = f"{self._lists[-1]}. " if self._lists[-1] > 0 else "- "
        self._parts.append("  " * (min(len(self._lists), DEEPEST) - 1) + sign)


def _is_meant(attrs: list[tuple[str, str | None]]) -> bool:
    """Some word processors wrap everything in a <b> that is not bold."""
    return "normal" not in (dict(attrs).get("style") or "")


def _web_address(href: str) -> str:
    """The address of a link that may stay one; anything but http and https is dropped."""
    address = href.strip()
    safe = re.fullmatch(r"https?://[^\s()<>\[\]]+", address, re.IGNORECASE)
    return address if safe else ""
