"""Comparing as a person asks for it: some cases of a library side by side, as one audience may see them."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from casebook import paths
from casebook.domain.alignment import align
from casebook.domain.case import Case
from casebook.domain.comparison import NONE, Cell, Comparison, Decisions, Held, Row, RowKind
from casebook.domain.joint_redaction import redact_together
from casebook.domain.receipt import Receipt
from casebook.domain.records import Record, Sensitivity
from casebook.domain.vocabulary import Vocabularies
from casebook.domain.wording import Wording
from casebook.iso_names import country_name, language_name
from casebook.services.vocabularies import load_vocabularies

if TYPE_CHECKING:
    from casebook.storage.library import Library


def usual_wording(vocabularies: Vocabularies | None = None, language: str = "en") -> Wording:
    """How values read in a comparison in `language`."""
    return Wording(
        vocabularies=vocabularies or load_vocabularies(paths.resources() / "vocabularies"),
        language=language,
        country=lambda code: country_name(code, language),
        language_name=lambda code: language_name(code, language),
    )


def take_cases(library: "Library", names: Iterable[str]) -> tuple[Case, ...]:
    """The cases with these ids or reference codes, in this order.

    Raises:
        NotFoundError: the library has no such case.
        LibraryError: it cannot be read.
    """
    return tuple(library.cases.load(library.cases.resolve(name)) for name in names)


def compare(
    cases: Sequence[Case],
    wording: Wording,
    audience: Sensitivity | None = None,
    decisions: Decisions = NONE,
) -> Comparison:
    """Cases side by side as `audience` may see them; None for a person's own eyes, to whom nothing is withheld.

    Each case is redacted before anything is compared, so that no match, title or grade comes from what is withheld;
    an actor under a pseudonym has the same one in every case.

    Raises:
        AudienceError: a case as a whole is marked above the audience.
    """
    if audience is None:
        return align(cases, wording, decisions)
    redacted = redact_together(cases, audience, _shared(cases), wording.country)
    receipts: list[Receipt | None] = [receipt for _case, receipt in redacted]
    return align([case for case, _receipt in redacted], wording, decisions, receipts)


def _shared(cases: Sequence[Case]) -> tuple[Record, ...]:
    """The shared records of all cases, each once, in an order that does not hang on that of the cases."""
    held: dict[str, Record] = {}
    for case in cases:
        for section in case.declaration.shared_sections:
            held |= {record.id: record for record in case.section(section.key)}
    return tuple(held[key] for key in sorted(held))


def plain_comparison(comparison: Comparison) -> dict[str, Any]:
    """The JSON form: the cases, and the rows with a cell for each of them."""
    return {
        "cases": [
            {
                "id": case.id,
                "ref_code": case.ref_code,
                "title": comparison.wording.title(case, case),
                "status": case.status,
            }
            for case in comparison.cases
        ],
        "rows": [_plain_row(row) for row in comparison.rows],
    }


def _plain_row(row: Row) -> dict[str, Any]:
    return {
        "key": row.key,
        "section": row.section,
        "field": row.field,
        "label": row.label,
        "state": row.state.value,
        "cells": [_plain_cell(row, cell) for cell in row.cells],
        "similar": [
            {"one": found.one, "other": found.other, "likeness": found.likeness} for found in row.similar
        ],
    }


def _plain_cell(row: Row, cell: Cell) -> dict[str, Any]:
    items: list[dict[str, Any]] = [
        {"text": words, "mark": mark.value} for words, mark in zip(cell.words, cell.marks, strict=True)
    ]
    if row.kind is RowKind.ENTRIES:
        items = [item | _plain_entry(held) for item, held in zip(items, cell.entries, strict=True)]
    return {
        "mark": cell.mark.value,
        "text": ", ".join(cell.words) if row.kind is RowKind.FIELD else "; ".join(cell.words),
        "absence": cell.gap.value if cell.gap else None,
        "items": items,
        "related": [{"text": held.words, "id": held.id} for held in cell.related],
    }


def _plain_entry(held: Held) -> dict[str, Any]:
    return {"id": held.id, "grade": held.grade.code if held.grade else None, "weak": held.weak}
