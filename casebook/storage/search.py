"""Full-text search over every text of every case."""

import json
from collections import defaultdict
from typing import Any

import attrs
import sqlalchemy as sa

from casebook.domain.folding import PARTED, parted
from casebook.storage.database import Database
from casebook.storage.words import beginning, query_of, words_in

PER_CASE = 1 << 20
"""Numbers of the index kept for each case: a row's case is its number divided by this."""
SHARED = 1 << 31
"""From here on, rows of the index of words stand for shared records: this and the number of the record's text."""
SNIPPET_WORDS = 16

MANY = 20_000
"""Places from which the latest are shown instead of the best: ranking them all would take longer than reading on."""
_COUNT = sa.text(
    "SELECT count(*) FROM (SELECT 1 FROM search_index WHERE search_index MATCH :words LIMIT :many)"
)
# In both, the words around a match are only cut out of the few rows that are shown, as FTS5 itself does the ordering.
_BEST = sa.text(
    "SELECT rowid, snippet(search_index, -1, '«', '»', '…', :around) AS snippet FROM search_index"
    " WHERE search_index MATCH :words AND rank MATCH 'bm25(4.0, 1.0)' ORDER BY rank LIMIT :some"
)
_LATEST = sa.text(
    "SELECT rowid, snippet(search_index, -1, '«', '»', '…', :around) AS snippet FROM search_index"
    " WHERE search_index MATCH :words ORDER BY rowid DESC LIMIT :some"
)
_PLACES = sa.text(
    "SELECT number, section AS section_key, entry_id, field, case_id FROM search_text"
    " WHERE number IN (SELECT value FROM json_each(:numbers))"
)
_HOLDING = sa.text(
    """
    SELECT held.record_id, c.id AS case_id, c.ref_code, c.title
    FROM held_records held JOIN case_list c ON c.id = held.case_id
    WHERE held.record_id IN (SELECT value FROM json_each(:ids)) AND c.trashed_at = ''
    UNION ALL
    SELECT c.id, c.id, c.ref_code, c.title FROM case_list c
    WHERE c.id IN (SELECT value FROM json_each(:ids)) AND c.trashed_at = ''
    """
)
_SHARED = sa.text(
    """
    SELECT t.entry_id FROM search_text t WHERE t.section = :key AND t.number IN (
        SELECT rowid - :shared FROM word_index WHERE word_index MATCH :words AND rowid >= :shared
    ) ORDER BY instr(lower(t.title), lower(:start)) <> 1, instr(lower(t.body), lower(:start)) <> 1, t.title LIMIT :limit
    """
)


@attrs.frozen(kw_only=True)
class Hit:
    """A place where the words were found."""

    case_id: str
    ref_code: str
    title: str
    """Title of the case."""
    section_key: str
    """Section of the entry; empty when the words stand in the case's own fields."""
    entry_id: str
    """The entry, shared record or (for the case's own fields) the case."""
    field: str = ""
    """Field of the case that holds the words, when it is a long text of its own."""
    snippet: str
    """The words around the match, each match between «guillemets»."""


class Search:
    """The full-text index of an open library, as `Library.search`."""

    def __init__(self, database: Database) -> None:
        """Made by the library."""
        self._database = database

    def find(self, text: str, limit: int = 50) -> list[Hit]:
        """Entries in which every word of `text` appears, best first; cases in the Trash are left out.

        Words match from their beginning, whatever their case and accents; "quoted words" match as a phrase. No text
        is malformed: what holds no word finds nothing. A shared record is found once for each case that holds it.
        """
        words = query_of(text)
        if not words:
            return []
        with self._database.reading() as connection:
            snippets = _snippets(connection, words, 2 * limit)
            asked = {"numbers": json.dumps(list(snippets))}
            places = {row["number"]: row for row in connection.execute(_PLACES, asked).mappings()}
            owners = json.dumps([_owner(place) for place in places.values()])
            cases: dict[str, list[Any]] = defaultdict(list)
            for row in connection.execute(_HOLDING, {"ids": owners}):
                cases[row.record_id].append(row)
        hits: list[Hit] = []
        for number, snippet in snippets.items():
            place = places[number]
            about = {name: place[name] for name in ("section_key", "entry_id", "field")}
            for row in cases[_owner(place)]:
                case = {"case_id": row.case_id, "ref_code": row.ref_code, "title": row.title}
                hits.append(Hit(**case, **about, snippet=snippet))
        return hits[:limit]


def _snippets(connection: sa.Connection, words: str, some: int) -> dict[int, str]:
    """The rows of the index to show, best first, with the words around each match."""
    count = connection.scalar(_COUNT, {"words": words, "many": MANY})
    chosen = _LATEST if count == MANY else _BEST
    rows = connection.execute(chosen, {"words": words, "some": some, "around": SNIPPET_WORDS})
    return {row.rowid: row.snippet.replace(PARTED, "") for row in rows}


def _owner(place: Any) -> str:
    """The case whose text it is; the shared record itself when many cases may hold it."""
    return str(place["case_id"] or place["entry_id"])


def matching_shared(connection: sa.Connection, key: str, text: str, limit: int) -> list[str]:
    """Ids of the shared records of one section that match; those whose name or other words begin so come first."""
    words = words_in(text)
    asked = {
        "words": " AND ".join(map(beginning, words)),
        "start": parted(text.strip()),
        "key": key,
        "limit": limit,
        "shared": SHARED,
    }
    return list(connection.scalars(_SHARED, asked)) if words else []
