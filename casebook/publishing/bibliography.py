"""Citations and the list of sources as HTML, formatted by pandoc's citation processor in one short run per report."""

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs
from markupsafe import Markup, escape

from casebook.domain.case import Case
from casebook.publishing import pandoc
from casebook.publishing.citations import Citation, citations_in, references, source_ids
from casebook.publishing.order import Cancelled

PANDOC_API = [1, 23]
"""Version of pandoc's document model that this writes; every pandoc 3 reads it."""
LITERAL = frozenset({"id", "type", "issued", "accessed"})
"""Variables that hold a code rather than text."""
STYLE = "casebook.csl"
MOST_KEPT = 4
_KEPT: dict[tuple[str, Path], str] = {}

_CITATION = re.compile(r'<div id="c(\d+)">\s*<p>(.*?)</p>\s*</div>', re.DOTALL)
_ENTRY = re.compile(r'<div id="ref-(s\d+)"[^>]*>\s*(.*?)\s*</div>', re.DOTALL)
_WRAPPER = re.compile(r'^<span\s+class="citation"[^>]*>(.*)</span>$', re.DOTALL)


@attrs.frozen(kw_only=True)
class Bibliography:
    """The formatted citations of a report, and the formatted sources by short id in the style's order."""

    ids: Mapping[str, str] = attrs.field(factory=dict)
    """Short id by the id of the source's record."""
    citations: Mapping[Citation, Markup] = attrs.field(factory=dict)
    sources: Mapping[str, Markup] = attrs.field(factory=dict)

    def cite(self, citation: Citation) -> Markup:
        """The citation as HTML, such as "(Nichols 2005, p. 4)"."""
        held = self.citations.get(citation)
        return held if held is not None else escape("; ".join(cite.key for cite in citation[0]))


def bibliography(cases: Sequence[Case], style: Path, folder: Path, cancelled: Cancelled) -> Bibliography:
    """Format every citation and source of a report on these cases, in `folder`.

    A source that several cases share is one entry; a citation key means what it means in the case that uses it.

    Raises:
        PublishError: pandoc failed.
        PublishCancelledError: the person stopped it.
    """
    sources = [source for case in cases for source in case.source_records]
    if not sources:
        return Bibliography()
    ids = source_ids(sources)
    wanted = list(dict.fromkeys(citation for case in cases for citation in citations_in(case, ids)))
    document = {
        "pandoc-api-version": PANDOC_API,
        "meta": {"references": _meta(references(sources)), "nocite": _inlines_of_all()},
        "blocks": [_block(number, citation) for number, citation in enumerate(wanted)],
    }
    html = _html(json.dumps(document), style, folder, cancelled)
    formatted = {int(number): _bare(words) for number, words in _CITATION.findall(html)}
    return Bibliography(
        ids=ids,
        citations={citation: formatted[number] for number, citation in enumerate(wanted)},
        sources={short: Markup(words) for short, words in _ENTRY.findall(html)},  # noqa: S704 - pandoc escaped it
    )


def _html(document: str, style: Path, folder: Path, cancelled: Cancelled) -> str:
    """What pandoc makes of the citations; kept for the next report on the same sources, which is often the next minute."""
    kept = _KEPT.get((document, style))
    if kept is not None:
        return kept
    (folder / "citations.json").write_text(document, encoding="utf-8")
    arguments = ("-f", "json", "-t", "html", "--wrap=none", "--citeproc", "--csl", style)
    pandoc.run((*arguments, "citations.json", "-o", "citations.html"), folder, cancelled)
    html = (folder / "citations.html").read_text(encoding="utf-8")
    while len(_KEPT) >= MOST_KEPT:
        _KEPT.pop(next(iter(_KEPT)), None)
    _KEPT[document, style] = html
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
            "citationMode": {"t": "AuthorInText" if in_text else "NormalCitation"},
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
