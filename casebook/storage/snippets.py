"""Where each of some cases has the words that were looked for: the passage that holds most of them."""

from collections.abc import Iterable, Sequence
from typing import Any

import attrs
import sqlalchemy as sa

from casebook.domain.excerpts import Matcher, Parts
from casebook.domain.wanted import HasWords
from casebook.storage.facets import Facets
from casebook.storage.search import PER_CASE
from casebook.storage.words import side_by_side

LONGEST = 20_000
"""Signs of one passage that are looked through."""
MOST_SHARED = 200
"""Shared records that are tried for cases that do not have the words themselves."""

_TEXTS = "SELECT section, field, entry_id, title, body FROM search_text WHERE number BETWEEN ? AND ?"
_SHARED = (
    "SELECT t.section, t.field, t.entry_id, t.title, t.body FROM search_index"
    " JOIN search_text t ON t.number = search_index.rowid"
    " WHERE search_index MATCH ? AND search_index.rowid < ? LIMIT ?"
)


@attrs.frozen(kw_only=True)
class Snippet:
    """A passage: its section (empty for the case itself), its field when it is a text of its own, and its words."""

    section: str
    field: str
    entry_id: str
    parts: Parts


def snippets(
    connection: sa.Connection, facets: Facets, numbers: Sequence[int], wanted: Iterable[HasWords]
) -> dict[int, Snippet]:
    """The most telling passage of each case that has one, of its own or of a shared record it holds, by its number."""
    words = [one for one in wanted if one.words]
    if not words:
        return {}
    matcher = Matcher(words)
    driver: Any = connection.connection.driver_connection
    found: dict[int, Snippet] = {}
    sections = {one.section for one in words}
    for number in numbers:
        texts = driver.execute(_TEXTS, (number * PER_CASE, (number + 1) * PER_CASE - 1)).fetchall()
        if "" not in sections:
            texts = [row for row in texts if row[0] in sections]
        # A title is a text of its own and comes before the text it names: of two as telling, it is shown.
        passages = [part for row in texts for part in (row[3], row[4][:LONGEST])]
        best = matcher.best(passages)
        if best >= 0:
            found[number] = _snippet(matcher, texts[best // 2], passages[best])
    missing = [number for number in numbers if number not in found]
    return found | (_shared(connection, facets, missing, words) if missing else {})


def _shared(
    connection: sa.Connection, facets: Facets, numbers: Sequence[int], words: list[HasWords]
) -> dict[int, Snippet]:
    matcher = Matcher(words)
    driver: Any = connection.connection.driver_connection
    asked = " OR ".join(dict.fromkeys(side_by_side(one.words, whole=one.whole) for one in words))
    found: dict[int, Snippet] = {}
    for row in driver.execute(_SHARED, (asked, PER_CASE, MOST_SHARED)).fetchall():
        text = row[3] if matcher.spans(row[3]) else row[4][:LONGEST]
        holding = facets.having(connection, row[0], (row[2],))
        for number in numbers:
            if number in holding:
                found.setdefault(number, _snippet(matcher, row, text))
    return found


def _snippet(matcher: Matcher, row: Any, text: str) -> Snippet:
    return Snippet(section=row[0], field=row[1], entry_id=row[2], parts=matcher.excerpt(text))
