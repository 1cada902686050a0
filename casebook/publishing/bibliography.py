"""Citations and the list of sources as HTML: in the text for styles by author and date, as notes for styles of notes."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import attrs
from markupsafe import Markup, escape

from casebook.domain.case import Case
from casebook.domain.citing import Cite
from casebook.publishing.citation_styles import USUAL, CitationStyle
from casebook.publishing.citations import Citation, citations_in, references, source_ids
from casebook.publishing.citeproc import Citeproc, Formatted
from casebook.publishing.order import Cancelled

SHAPES = "pandoc"
APART = {"id": "between", "type": "document", "title": "–"}
"""Stands between citations that are shown out of order, so that none is called the same as the one before it."""
CARD = "card"
"""The look that has no room for notes at the foot."""

_NOTED = re.compile(r'(\s*)<span class="noted" data-cite="(\d+)"></span>([.,;:!?]*)')
_FOOTNOTE = re.compile(r'\s*<span\s+class="footnote">(.*)</span>\s*\Z', re.DOTALL)
BETWEEN_NOTES = "</span><sup>,</sup>"
"""What keeps the numbers of two notes apart."""
_TOUCHING = re.compile(r'</span>(?=<span class="footnote">)')
_FULL_STOP = re.compile(r"\.((?:</\w+>)*)\Z")


@attrs.frozen(kw_only=True)
class Bibliography:
    """The formatted citations of a report, and the formatted sources by short id in the style's order.

    In a style of notes a citation in running text holds a place, which `settled` fills once the order is known.
    """

    ids: Mapping[str, str] = attrs.field(factory=dict)
    """Short id by the id of the source's record."""
    citations: Mapping[Citation, Markup] = attrs.field(factory=dict)
    sources: Mapping[str, Markup] = attrs.field(factory=dict)
    process: Citeproc | None = None
    """For a style of notes: what makes them."""

    def cite(self, citation: Citation) -> Markup:
        """The citation in running text, such as "(Nichols 2005, p. 4)"."""
        if self.process is None or citation not in self.citations:
            return self.beside(citation)
        number = list(self.citations).index(citation)
        return Markup(f'<span class="noted" data-cite="{number}"></span>')  # noqa: S704 - a number

    def beside(self, citation: Citation) -> Markup:
        """The citation where it needs no note, for it is one itself: beside a claim or under a quotation."""
        held = self.citations.get(citation)
        return held if held is not None else escape("; ".join(cite.key for cite in citation[0]))

    def settled(self, html: str, look: str) -> str:
        """A report's HTML with its notes, the first of a source in full; on a card they stand in brackets."""
        if self.process is None:
            return html
        wanted = list(self.citations)
        if look == CARD:
            return _NOTED.sub(lambda found: _in_brackets(found, self.beside(wanted[int(found[2])])), html)
        order = [wanted[int(found[2])] for found in _NOTED.finditer(html)]
        notes = iter(self.process(order).citations) if order else iter(())
        return _TOUCHING.sub(BETWEEN_NOTES, _NOTED.sub(lambda found: _noted(found, next(notes)), html))


def bibliography(
    cases: Sequence[Case], style: CitationStyle, places: tuple[Path, Path], cancelled: Cancelled
) -> Bibliography:
    """Format every citation and source of a report on these cases; `places` are the resources and a folder to work in.

    A source that several cases share is one entry; a citation key means what it means in the case that uses it.

    Raises:
        PublishError: pandoc failed.
        PublishCancelledError: the person stopped it.
    """
    sources = [source for case in cases for source in case.source_records]
    if not sources:
        return Bibliography()
    resources, folder = places
    process = Citeproc(
        references=references(sources, circa=style.key != USUAL),
        style=style,
        folder=folder,
        shapes=resources / SHAPES,
        cancelled=cancelled,
    )
    ids = source_ids(sources)
    wanted = list(dict.fromkeys(citation for case in cases for citation in citations_in(case, ids)))
    if not style.in_notes:
        made = process(wanted)
        return Bibliography(
            ids=ids, citations=dict(zip(wanted, made.citations, strict=True)), sources=made.sources
        )
    made, short = _in_notes(process, wanted)
    return Bibliography(
        ids=ids,
        citations={citation: _opened(words) for citation, words in zip(wanted, short, strict=True)},
        sources=made.sources,
        process=process,
    )


def _in_notes(process: Citeproc, wanted: Sequence[Citation]) -> tuple[Formatted, Sequence[Markup]]:
    """The citations as they stand beside claims: short, for each source was named in full before."""
    named: list[Citation] = [((Cite(str(reference["id"])),), False) for reference in process.references]
    between: Citation = ((Cite(APART["id"]),), False)
    apart = [part for citation in wanted for part in (between, citation)]
    made = attrs.evolve(process, references=[*process.references, APART])([*named, *apart])
    return made, made.citations[len(named) + 1 :: 2]


def _opened(words: Markup) -> Markup:
    """A citation without its note: the note's words alone, or in brackets after the author."""
    found = _FOOTNOTE.search(words)
    if found is None:
        return words
    said = _FULL_STOP.sub(r"\1", found[1].strip())
    author = words[: found.start()]
    return Markup(f"{author} ({said})" if author else said)  # noqa: S704 - pandoc escaped it


def _noted(found: re.Match[str], words: Markup) -> str:
    """A note after the sign that ends the words it belongs to, no space before it."""
    note = _FOOTNOTE.search(words)
    if note is None:
        return f"{found[1]}{words}{found[3]}"
    author = words[: note.start()]
    lead = f"{found[1]}{author}" if author else ""
    return f'{lead}{found[3]}<span class="footnote">{note[1]}</span>'


def _in_brackets(found: re.Match[str], words: Markup) -> str:
    return f"{found[1]}{words if words.endswith(')') else f'({words})'}{found[3]}"
