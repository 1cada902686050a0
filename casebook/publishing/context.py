"""What a template is given: the case after redaction, read by its declaration, and the words around it."""

from collections.abc import Callable, Mapping
from typing import Any

from casebook.domain.declaration import NARRATIVE, OVERVIEW
from casebook.publishing.contents import EVERYTHING, Contents
from casebook.publishing.figures import Charts
from casebook.publishing.pictures import Picture
from casebook.publishing.reading import Reading
from casebook.publishing.report_facts import ReportFacts
from casebook.publishing.views import EntryView, Missing, SectionView


def context(
    reading: Reading,
    facts: ReportFacts,
    pictures: Mapping[str, Picture],
    charts: Charts,
    contents: Contents = EVERYTHING,
) -> dict[str, Any]:
    """The names a template may use; `docs` of the template reference lists them.

    `report` facts · `case` the value · `overview`, `narrative` and other `parts` · `sections` on their own, `shared`
    records · `case_evidence`, `loose_evidence` · `missing` sections by reason · `picture(digest)` · `charts` by kind ·
    `linked(record id)` · `withheld` entries by section key · `tr(text)`; `room` (page_budget.py) comes with the pages.
    `contents` parts, sections and shared records in the chosen order, what is left out with nothing in it ·
    `included(key)` whether a part or section is wanted.
    """
    case = reading.case
    parts = reading.parts()
    sections = reading.sections(case.declaration.top_sections)
    shared = tuple(
        reading.sources_in_order(section) for section in reading.sections(case.declaration.shared_sections)
    )
    arranged = contents.arranged(sections)
    return {
        "report": facts,
        "case": contents.narrowed(case),
        "parts": contents.arranged(parts),
        # Title block and lead are made from the overview, whether or not it is printed on its own.
        "overview": next((part for part in parts if part.key == OVERVIEW), None),
        "narrative": next((part for part in contents.arranged(parts) if part.key == NARRATIVE), None),
        "sections": arranged,
        "shared": contents.arranged(shared),
        "contents": contents.arranged((*parts, *sections, *shared)),
        "included": contents.includes,
        "case_evidence": reading.evidence_for(case.id),
        "loose_evidence": reading.loose_evidence(),
        "missing": _missing(arranged),
        "picture": _pictures(pictures),
        "charts": charts,
        "linked": _linked(shared),
        "withheld": reading.receipt.counts,
        "tr": reading.wording.translate,
    }


def _missing(sections: tuple[SectionView, ...]) -> Missing:
    found: dict[str, list[str]] = {}
    for section in sections:
        if section.absence:
            found.setdefault(section.absence, []).append(section.title)
    return tuple((words, tuple(titles)) for words, titles in found.items())


def _linked(shared: tuple[SectionView, ...]) -> Callable[[str | None], EntryView | None]:
    by_id = {entry.record.id: entry for section in shared for entry in section.entries}

    def entry(record_id: str | None) -> EntryView | None:
        """The shared record a link points to; None when it is not in the report."""
        return by_id.get(record_id or "")  # type: ignore[call-overload,no-any-return]

    return entry


def _pictures(pictures: Mapping[str, Picture]) -> Callable[[str], str]:
    def path(digest: str) -> str:
        """Where the converters find the picture; empty when there is none to print."""
        held = pictures.get(digest)
        return held.path if held else ""

    return path
