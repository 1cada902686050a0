"""Makes plain text and Markdown of whatever is pasted: nothing hidden, nothing active, nothing endless."""

import re
from html.parser import HTMLParser

from casebook.domain.clean_text import cleaned

LONGEST_HTML = 4_000_000
"""Characters of HTML that are read at all."""


def markdown_of(html: str) -> str:
    """What a reader sees of pasted HTML, as Markdown; scripts, styles, images and comments are left out."""
    reader = _Reader()
    reader.feed(html[:LONGEST_HTML])
    reader.close()
    return cleaned(reader.markdown())


_HIDDEN = frozenset({"script", "style", "head", "title", "template", "noscript", "svg", "object", "iframe"})
_BLOCKS = frozenset({"p", "div", "section", "article", "table", "blockquote", "pre", "header", "ul", "ol"})
_MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*"}
_HEADINGS = {f"h{level}": "#" * min(max(level, 3), 4) + " " for level in range(1, 7)}
DEEPEST = 20
"""Lists within lists that are told apart."""


class _Reader(HTMLParser):
    """Collects lines of Markdown while the HTML goes by."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._lines: list[str] = []
        self._lead, self._line = "", ""
        self._hidden = self._quotes = 0
        self._lists: list[int] = []
        self._marks: list[str] = []
        self._link = ""

    def markdown(self) -> str:
        """All that was collected."""
        self._end_line()
        return "\n".join(self._lines).strip("\n")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _HIDDEN:
            self._hidden += 1
        elif tag in _MARKS:
            self._marks.append(_MARKS[tag] if _is_meant(attrs) else "")
            self._line += self._marks[-1]
        elif tag == "a":
            self._link = _web_address(dict(attrs).get("href") or "")
            self._line += "[" if self._link else ""
        elif tag in ("br", "tr"):
            self._end_line()
        elif tag in ("td", "th"):
            self._line += "  " if self._line else ""
        elif tag == "li":
            self._begin_item()
        elif tag in _HEADINGS or tag in _BLOCKS:
            self._begin_block(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _HIDDEN:
            self._hidden = max(self._hidden - 1, 0)
        elif tag in _MARKS and self._marks:
            self._end_mark()
        elif tag == "a":
            self._line += f"]({self._link})" if self._link else ""
            self._link = ""
        elif tag in _HEADINGS or tag in _BLOCKS:
            self._end_line()
            if tag in ("ul", "ol"):
                self._lists = self._lists[:-1]
            self._quotes -= 1 if tag == "blockquote" and self._quotes else 0
            self._part()

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            text = re.sub(r"[ \t\r\n]+", " ", data)
            self._line += text.lstrip(" ") if not self._line or self._line.endswith(" ") else text

    def _begin_block(self, tag: str) -> None:
        self._end_line()
        self._part()
        if tag in ("ul", "ol"):
            self._lists.append(0 if tag == "ol" else -1)
        self._quotes += tag == "blockquote"
        self._lead = _HEADINGS.get(tag, self._lead)

    def _begin_item(self) -> None:
        self._end_line()
        self._lists = self._lists or [-1]
        if self._lists[-1] >= 0:
            self._lists[-1] += 1
        sign = f"{self._lists[-1]}. " if self._lists[-1] > 0 else "- "
        self._lead = "  " * (min(len(self._lists), DEEPEST) - 1) + sign

    def _end_mark(self) -> None:
        """Close a mark after its last letter; one that holds nothing goes."""
        mark = self._marks.pop()
        text = self._line.rstrip(" ")
        gap = self._line[len(text) :]
        self._line = text.removesuffix(mark) + gap if mark and text.endswith(mark) else text + mark + gap

    def _end_line(self) -> None:
        """Put the line away; marks that are open are closed in it and opened again in the next."""
        opened = "".join(self._marks)
        text = self._line.strip()
        if text and text != opened:
            closed = "" if not opened else "".join(reversed(self._marks))
            self._lines.append("> " * min(self._quotes, 1) + self._lead + text + closed)
            self._lead = ""
        self._line = opened

    def _part(self) -> None:
        """An empty line between paragraphs, none within lists."""
        if self._lines and self._lines[-1] and not self._lists:
            self._lines.append("")


def _is_meant(attrs: list[tuple[str, str | None]]) -> bool:
    """Some word processors wrap everything in a <b> that is not bold."""
    return "normal" not in (dict(attrs).get("style") or "")


def _web_address(href: str) -> str:
    """The address of a link that may stay one; anything but http and https is dropped."""
    address = href.strip()
    safe = re.fullmatch(r"https?://[^\s()<>\[\]]+", address, re.IGNORECASE)
    return address if safe else ""
