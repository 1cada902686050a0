"""Writes cases as canonical JSON: one order of keys, two spaces, UTF-8, so that two files of one case are the same."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from casebook.domain.case import Case
from casebook.domain.plain import plain

CASE_FORMAT = "casebook.case/1"
CASES_FORMAT = "casebook.cases/1"

TERMS = "terms"
"""Key of the terms that travel beside a case, by vocabulary."""

BESIDE = "@beside"
"""Key in a case's `extra` for what stood beside the case in its file and this version does not know."""


def document_of(case: Case) -> dict[str, Any]:
    """The JSON document of one case: the case with its sections, and beside it the shared records it refers to."""
    declaration = case.declaration
    inside = plain(case)
    beside: Mapping[str, Any] = inside.pop(BESIDE, {})
    shared = {section.key for section in declaration.shared_sections}
    lists = {
        key: [plain(record) for record in case.section(key)]
        for key in declaration.sections
        if case.section(key)
    }
    inside |= {key: held for key, held in lists.items() if key not in shared}
    outside = {key: held for key, held in lists.items() if key in shared}
    return {"format": CASE_FORMAT, "case": inside, **outside, **beside}


def case_text(case: Case) -> str:
    """One case as a JSON text that ends in a line break."""
    return _text(document_of(case))


def cases_text(cases: Iterable[Case]) -> str:
    """Several cases as one JSON text."""
    return _text({"format": CASES_FORMAT, "cases": [document_of(case) for case in cases]})


def _text(document: Mapping[str, Any]) -> str:
    return json.dumps(document, ensure_ascii=False, allow_nan=False, indent=2) + "\n"
