"""The words around a match in each of some cases, and the section they stand in."""

from collections.abc import Iterable, Sequence
from typing import Any

import attrs
import sqlalchemy as sa

from casebook.domain.folding import PARTED
from casebook.domain.wanted import HasWords
from casebook.storage.ranking import any_of
from casebook.storage.search import PER_CASE, SNIPPET_WORDS

OPENS, CLOSES = "\x02", "\x03"
"""Around each match; no text of a case holds these signs."""

_PLACE = (
    f"SELECT rowid, snippet(search_index, -1, '{OPENS}', '{CLOSES}', '…', {SNIPPET_WORDS}) FROM search_index"  # noqa: S608
    " WHERE search_index MATCH ? AND rowid BETWEEN ? AND ? AND rank MATCH 'bm25(4.0, 1.0)' ORDER BY rank LIMIT 1"
)


@attrs.frozen(kw_only=True)
class Snippet:
    """Where a case has the words that were looked for."""

    section: str
    """Key of the section; empty for the case's own fields."""
    field: str
    """The field of the case, when it is a long text of its own."""
    parts: tuple[tuple[str, bool], ...]
    """Stretches of text, each with whether it is a match."""


def snippets(
    connection: sa.Connection, numbers: Sequence[int], wanted: Iterable[HasWords]
) -> dict[int, Snippet]:
    """The most telling place of each case that has one, by the case's number."""
    asked = any_of(wanted)
    if not asked or not numbers:
        return {}
    driver: Any = connection.connection.driver_connection
    found: dict[int, tuple[int, str]] = {}
    for number in numbers:
        place = driver.execute(_PLACE, (asked, number * PER_CASE, (number + 1) * PER_CASE - 1)).fetchone()
        if place is not None:
            found[number] = place
    marks = ", ".join("?" * len(found))
    where = driver.execute(
        f"SELECT number, section, field FROM search_text WHERE number IN ({marks})",  # noqa: S608
        [place for place, _text in found.values()],
    )
    sections = {row[0]: (row[1], row[2]) for row in where.fetchall()}
    return {
        number: Snippet(section=sections[place][0], field=sections[place][1], parts=_parts(text))
        for number, (place, text) in found.items()
        if place in sections
    }


def _parts(text: str) -> tuple[tuple[str, bool], ...]:
    parts: list[tuple[str, bool]] = []
    for at, piece in enumerate(text.replace(PARTED, "").split(OPENS)):
        match, closed, rest = piece.partition(CLOSES)
        if at and closed:
            parts += [(match, True), (rest, False)]
        else:
            parts.append((piece, False))
    return tuple((" ".join(words.split("\n")), match) for words, match in parts if words)
