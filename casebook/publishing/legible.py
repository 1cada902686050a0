"""Text that every format can hold: control characters out, writing directions closed where they were opened."""

import re
import unicodedata
from typing import Any

import attrs

from casebook.domain.case import Case
from casebook.domain.fields import LINKING, field_specs
from casebook.domain.records import Record
from casebook.domain.redaction import records

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""What XML 1.0 (section 2.2) and HTML cannot hold: C0 and C1 controls, lone surrogates, noncharacters."""
_EMBEDDINGS, _ISOLATES = "\u202a\u202b\u202d\u202e", "\u2066\u2067\u2068"
_POP, _POP_ISOLATE = "\u202c", "\u2069"


def legible(text: str) -> str:
    """`text` without unprintable characters, with each change of direction (Unicode annex 9) ended where it stands."""
    text = _UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    if text.isascii():
        return text
    opened = sum(map(text.count, _EMBEDDINGS)) - text.count(_POP)
    isolated = sum(map(text.count, _ISOLATES)) - text.count(_POP_ISOLATE)
    return text + _POP * max(opened, 0) + _POP_ISOLATE * max(isolated, 0)


def runs_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction runs from right to left."""
    if text.isascii():
        return False
    kinds = (unicodedata.bidirectional(sign) for sign in text)
    return next((kind in ("R", "AL") for kind in kinds if kind in ("L", "R", "AL")), False)


def legible_case(case: Case) -> Case:
    """The case with every typed value legible."""
    values: dict[str, Any] = _legible_values(case)
    for key in case.declaration.sections:
        values[key] = tuple(attrs.evolve(record, **_legible_values(record)) for record in case.section(key))
    return attrs.evolve(case, **values)


def _legible_values(record: Record) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for spec in field_specs(type(record)):
        value = getattr(record, spec.name)
        if spec.kind in LINKING:
            continue
        if isinstance(value, str):
            values[spec.name] = legible(value)
        elif isinstance(value, tuple):
            values[spec.name] = tuple(legible(word) for word in value)
    return values


def every_word(case: Case) -> str:
    """All typed text of a case, for questions about its letters."""
    texts: list[str] = []
    for _key, record in records(case):
        for value in _legible_values(record).values():
            texts += [value] if isinstance(value, str) else value
    return "\n".join(texts)
