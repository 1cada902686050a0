"""What the template of a report of many cases is given: a chapter for each case, and what is gathered from all."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import attrs

from casebook.domain.case import Case
from casebook.domain.citing import cited_keys
from casebook.domain.wording import Wording
from casebook.publishing.bibliography import Bibliography
from casebook.publishing.report_facts import ReportFacts
from casebook.publishing.views import EntryView

Chapter = Mapping[str, Any]
"""The names of `context`, with the facts of that case alone as `report`; and `number`, `anchor`."""
ANCHOR = "Case_{}"
"""Where a chapter begins; with a capital, for the anchors that pandoc makes of headings have none."""
SOURCES = "source_records"
"""The section that the citation processor formats."""


@attrs.frozen(kw_only=True)
class Gathered:
    """An entry or a shared record, with the chapters it stands in."""

    entry: EntryView
    chapters: tuple[Chapter, ...]


@attrs.frozen(kw_only=True)
class Group:
    """Entries of several cases under one term; `title` is empty for those that name none."""

    title: str
    entries: tuple[Gathered, ...]


def volume_context(
    chapters: Sequence[Mapping[str, Any]], facts: ReportFacts, wording: Wording, bibliography: Bibliography
) -> dict[str, Any]:
    """The names that a template for many cases may use.

    `report` facts of the whole · `cases` the chapters · `gathered(section, field)` groups of entries by term ·
    `index(section)` shared records by name · `sources` the bibliography of all, `sources_of(section)` of what the
    entries of a section rest on and cite · `picture(digest)` · `tr(text)`; `comparison()` the cases side by side
    (side_by_side.py) and `room` come with the order and the pages.
    """
    numbered = tuple(
        {**chapter, "number": number, "anchor": ANCHOR.format(number)}
        for number, chapter in enumerate(chapters, 1)
    )
    return {
        "report": facts,
        "cases": numbered,
        "gathered": _by_term(numbered, wording),
        "index": _by_name(numbered),
        "sources": _sources(numbered, bibliography),
        "sources_of": _cited_by(numbered, bibliography),
        "picture": numbered[0]["picture"],
        "tr": wording.translate,
    }


def _by_term(chapters: Sequence[Chapter], wording: Wording) -> Callable[[str, str], tuple[Group, ...]]:
    def gathered(section: str, field: str) -> tuple[Group, ...]:
        """The entries of a section by the term in `field`: in the order of the vocabulary, those without one last."""
        groups: dict[str, list[Gathered]] = {}
        for chapter, entry in _entries(chapters, "sections", section):
            term = str(entry.field(field).value or "")
            groups.setdefault(term, []).append(Gathered(entry=entry, chapters=(chapter,)))
        case: Case = chapters[0]["case"]
        (spec,) = (spec for spec in case.declaration.sections[section].fields if spec.name == field)
        held = wording.vocabularies.get(spec.vocabulary)
        places = {term.id: place for place, (_depth, term) in enumerate(held.walk())} if held else {}
        terms = sorted(groups, key=lambda term: (not term, places.get(term, len(places))))
        return tuple(
            Group(title=wording.term(spec.vocabulary, term), entries=tuple(groups[term])) for term in terms
        )

    return gathered


def _by_name(chapters: Sequence[Chapter]) -> Callable[[str], tuple[Gathered, ...]]:
    def index(section: str) -> tuple[Gathered, ...]:
        """The shared records of a section, each once, by name, with every chapter that refers to it."""
        found: dict[str, EntryView] = {}
        used: dict[str, list[Chapter]] = {}
        for chapter, entry in _entries(chapters, "shared", section):
            found.setdefault(entry.record.id, entry)
            used.setdefault(entry.record.id, []).append(chapter)
        by_name = sorted(found.values(), key=lambda entry: entry.plain_title.casefold())
        return tuple(Gathered(entry=entry, chapters=tuple(used[entry.record.id])) for entry in by_name)

    return index


def _entries(chapters: Sequence[Chapter], which: str, key: str) -> Iterator[tuple[Chapter, EntryView]]:
    for chapter in chapters:
        for section in chapter[which]:
            if section.key == key:
                for entry in section.entries:
                    yield chapter, entry


def _sources(chapters: Sequence[Chapter], bibliography: Bibliography) -> tuple[EntryView, ...]:
    """Every source of the cases once, in the order of the bibliography."""
    places = {short: place for place, short in enumerate(bibliography.sources)}
    found: dict[str, EntryView] = {}
    for _chapter, entry in _entries(chapters, "shared", SOURCES):
        found.setdefault(entry.record.id, entry)
    return tuple(
        sorted(found.values(), key=lambda entry: places.get(bibliography.ids.get(entry.record.id, ""), -1))
    )


def _cited_by(
    chapters: Sequence[Chapter], bibliography: Bibliography
) -> Callable[[str], tuple[EntryView, ...]]:
    def sources_of(section: str) -> tuple[EntryView, ...]:
        """The sources that entries of a section have as evidence or cite in their texts."""
        wanted: set[str] = set()
        for chapter, entry in _entries(chapters, "sections", section):
            wanted |= {str(view.entry.field("source").value) for view in entry.evidence}
            keys = {
                key for field in entry.fields if field.block for key in cited_keys(str(field.value or ""))
            }
            case: Case = chapter["case"]
            wanted |= {source.id for source in case.source_records if source.citation_key in keys}
        return tuple(entry for entry in _sources(chapters, bibliography) if entry.record.id in wanted)

    return sources_of
