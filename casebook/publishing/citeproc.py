"""Asks pandoc's citation processor, in one short run: citations in the order they stand, and the list of sources."""

import hashlib
import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import attrs
from markupsafe import Markup

from casebook.publishing import kept_pandoc
from casebook.publishing.citation_styles import CitationStyle
from casebook.publishing.citations import Citation
from casebook.publishing.order import Cancelled

PANDOC_API = [1, 23]
"""Version of pandoc's document model that this writes; every pandoc 3 reads it."""
LITERAL = frozenset({"id", "type", "issued", "accessed"})
"""Variables that hold a code rather than text."""
NOTES = "notes.lua"
"""The filter that leaves notes where they stand."""
MOST_KEPT = 8
_KEPT: dict[str, str] = {}

_CITATION = re.compile(r'<div id="c(\d+)">\s*<p>(.*?)</p>\s*</div>', re.DOTALL)
_ENTRY = re.compile(r'<div id="ref-(s\d+)"[^>]*>\s*(.*?)\s*</div>', re.DOTALL)
_WRAPPER = re.compile(r'^<span\s+class="citation"[^>]*>(.*)</span>$', re.DOTALL)
_STRANGE_LINK = re.compile(r'<a\s+href="(?!https?://|#)[^"]*"[^>]*>(.*?)</a>', re.DOTALL)
"""A link that a style has made of something that is no address of the web."""


@attrs.frozen(kw_only=True)
class Formatted:
    """What the processor made: the citations in the order asked, and the sources by short id in the style's order."""

    citations: tuple[Markup, ...]
    sources: dict[str, Markup]


@attrs.frozen(kw_only=True)
class Citeproc:
    """The processor for the sources of one case in one style, working in one folder.

    What a style puts in a note comes as `<span class="footnote">`.
    """

    references: list[dict[str, Any]]
    style: CitationStyle
    folder: Path
    shapes: Path
    """The folder of filters."""
    cancelled: Cancelled

    def __call__(self, citations: Sequence[Citation]) -> Formatted:
        """Format citations that stand in a text in this order.

        Raises:
            PublishError: pandoc failed.
            PublishCancelledError: the person stopped it.
        """
        document = {
            "pandoc-api-version": PANDOC_API,
            "meta": {"references": _meta(self.references), "nocite": _inlines_of_all()},
            "blocks": [_block(number, citation) for number, citation in enumerate(citations)],
        }
        html = _STRANGE_LINK.sub(r"\1", self._html(json.dumps(document)))
        made = {int(number): _bare(words) for number, words in _CITATION.findall(html)}
        return Formatted(
            citations=tuple(made.get(number, Markup("")) for number in range(len(citations))),
            sources={short: Markup(words) for short, words in _ENTRY.findall(html)},  # noqa: S704 - pandoc escaped it
        )

    def _html(self, document: str) -> str:
        """What pandoc makes of them; kept for the next report on the same sources, which is often the next minute."""
        key = hashlib.sha256(document.encode() + self.style.text).hexdigest()
        kept = _KEPT.get(key)
        if kept is not None:
            return kept
        (self.folder / "citations.json").write_text(document, encoding="utf-8")
        (self.folder / "citations.csl").write_bytes(self.style.text)
        asked = {"work": "citations", "source": "citations.json", "made": "citations.html"}
        asked |= {"style": "citations.csl"} | ({"filter": NOTES} if self.style.in_notes else {})
        kept_pandoc.convert(asked, self.folder, self.shapes, self.cancelled)
        html = (self.folder / "citations.html").read_text(encoding="utf-8")
        while len(_KEPT) >= MOST_KEPT:
            _KEPT.pop(next(iter(_KEPT)), None)
        _KEPT[key] = html
        return html


def _bare(words: str) -> Markup:
    inside = _WRAPPER.match(words)
    return Markup(inside[1] if inside else words)  # noqa: S704 - pandoc escaped it


def _block(number: int, citation: Citation) -> dict[str, Any]:
    cites, in_text = citation
    listed = [
        {
            "citationId": cite.key,
            "citationPrefix": _plain(cite.before),
            "citationSuffix": _plain(f", {cite.locator}") if cite.locator else [],
            "citationMode": {
                "t": "AuthorInText" if in_text else "SuppressAuthor" if cite.bare else "NormalCitation"
            },
            "citationNoteNum": 0,
            "citationHash": 0,
        }
        for cite in cites
    ]
    paragraph = {"t": "Para", "c": [{"t": "Cite", "c": [listed, []]}]}
    return {"t": "Div", "c": [[f"c{number}", [], []], [paragraph]]}


def _inlines_of_all() -> dict[str, Any]:
    every = {
        "citationId": "*",
        "citationPrefix": [],
        "citationSuffix": [],
        "citationMode": {"t": "NormalCitation"},
        "citationNoteNum": 0,
        "citationHash": 0,
    }
    return {"t": "MetaInlines", "c": [{"t": "Cite", "c": [[every], []]}]}


def _plain(text: str) -> list[dict[str, Any]]:
    """Words as pandoc has them; nothing in them is read as markup."""
    parts: list[dict[str, Any]] = []
    for word in text.split():
        parts += [{"t": "Space"}, {"t": "Str", "c": word}]
    return parts[1:]


def _meta(value: Any, key: str = "") -> dict[str, Any]:
    if isinstance(value, list):
        return {"t": "MetaList", "c": [_meta(item) for item in value]}
    if isinstance(value, dict):
        return {"t": "MetaMap", "c": {name: _meta(item, name) for name, item in value.items()}}
    if key in LITERAL:
        return {"t": "MetaString", "c": str(value)}
    return {"t": "MetaInlines", "c": _plain(str(value))}
