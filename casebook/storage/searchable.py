"""What of a record can be searched: every text of it, read off the declaration."""

from casebook.domain.fields import Kind
from casebook.domain.folding import parted
from casebook.domain.records import Record
from casebook.storage.record_table import RecordTable, Row

WORDS = frozenset({Kind.LINE, Kind.PROSE, Kind.URL, Kind.CHIPS})
"""Kinds whose value is somebody's own words; terms and codes are found by choosing them from a list."""


def texts(table: RecordTable, record: Record) -> dict[str, Row]:
    """The rows of the search index for a record, by field: `{"field", "title", "body"}`.

    An entry is one row, under the empty field. Each prose of the case itself is a row of its own, so that typing into
    one does not index the others again.
    """
    title = ""
    body: list[str] = []
    apart: dict[str, Row] = {}
    for spec in table.fields:
        if spec.kind not in WORDS:
            continue
        text = parted(_text(getattr(record, spec.name)))
        if not text.strip():
            continue
        if spec.summary:
            title = text
        elif spec.kind is Kind.PROSE and not table.key:
            apart[spec.name] = {"field": spec.name, "title": "", "body": text}
        else:
            body.append(text)
    if title or body:
        apart[""] = {"field": "", "title": title, "body": "\n".join(body)}
    return apart


def _text(value: str | tuple[str, ...] | None) -> str:
    return "\n".join(value) if isinstance(value, tuple) else value or ""
