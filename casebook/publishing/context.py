"""What a template is given: the case after redaction, read by its declaration, and the words around it."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import attrs

from casebook.domain.case import Case
from casebook.domain.dates import When
from casebook.domain.declaration import NARRATIVE, OVERVIEW
from casebook.domain.wording import Wording
from casebook.publishing.names import country_name, language_name
from casebook.publishing.order import Materials, Order
from casebook.publishing.pictures import Picture
from casebook.publishing.reading import Reading
from casebook.publishing.views import EntryView, Missing, SectionView


@attrs.frozen(kw_only=True)
class ReportFacts:
    """What stands on the title page and in the footer of every page; plain text."""

    title: str
    kind: str
    reference: str
    status: str
    audience: str
    made_on: str
    language: str
    authors: tuple[str, ...] = ()


def wording_of(materials: Materials, language: str) -> Wording:
    """How values read in a report in `language`."""
    return Wording(
        vocabularies=materials.vocabularies,
        language=language,
        translate=materials.translate,
        country=lambda code: country_name(code, language),
        language_name=lambda code: language_name(code, language),
    )


def report_facts(case: Case, order: Order, kind: str, wording: Wording) -> ReportFacts:
    """The facts about a report on `case`."""
    made_on = order.made_on or date.today()  # noqa: DTZ011 - the day on the reader's own calendar
    return ReportFacts(
        title=wording.title(case, case),
        kind=kind,
        reference=case.ref_code,
        status=wording.term("status", case.status),
        audience=wording.sensitivity(order.audience),
        made_on=str(When(made_on.isoformat())),
        language=order.language,
        authors=case.authors,
    )


def context(reading: Reading, facts: ReportFacts, pictures: Mapping[str, Picture]) -> dict[str, Any]:
    """The names a template may use; `docs` of the template reference lists them.

    `report` facts · `case` the value · `overview`, `narrative` and other `parts` · `sections` on their own, `shared`
    records · `case_evidence`, `loose_evidence` · `missing` sections by reason · `picture(digest)` · `linked(record id)` · `tr(text)`.
    """
    case = reading.case
    parts = reading.parts()
    sections = reading.sections(case.declaration.top_sections)
    shared = tuple(
        reading.sources_in_order(section) for section in reading.sections(case.declaration.shared_sections)
    )
    return {
        "report": facts,
        "case": case,
        "parts": parts,
        "overview": next((part for part in parts if part.key == OVERVIEW), None),
        "narrative": next((part for part in parts if part.key == NARRATIVE), None),
        "sections": sections,
        "shared": shared,
        "case_evidence": reading.evidence_for(case.id),
        "loose_evidence": reading.loose_evidence(),
        "missing": _missing(sections),
        "picture": _pictures(pictures),
        "linked": _linked(shared),
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
