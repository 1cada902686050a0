"""Full-text search over every text of every case."""

import re

import attrs
import sqlalchemy as sa

from casebook.storage.database import Database

MOST_WORDS = 12
"""Words of a query that count; the rest narrows nothing anybody can tell."""
LONGEST_QUERY = 300
PER_CASE = 1 << 20
"""Numbers of the index kept for each case: a row's case is its number divided by this."""
SNIPPET_WORDS = 16

_PIECE = re.compile(r'"([^"]*)"|(\S+)')
_WORD = re.compile(r"[^\W_]+")


# The best places are picked before anything else is looked up, so that a word found everywhere stays cheap.
_PLACES = """
    WITH best AS MATERIALIZED (
        SELECT rowid AS number, bm25(search_index, 4.0, 1.0) AS score,
            snippet(search_index, -1, '«', '»', '…', :around) AS snippet
        FROM search_index WHERE search_index MATCH :words
        ORDER BY bm25(search_index, 4.0, 1.0) LIMIT 4 * :limit
    ), placed AS (
        SELECT best.score, best.snippet, t.section, t.entry_id, t.field, t.case_id
        FROM best JOIN search_text t ON t.number = best.number WHERE t.case_id IS NOT NULL
        UNION ALL
        SELECT best.score, best.snippet, t.section, t.entry_id, t.field, held.case_id
        FROM best JOIN search_text t ON t.number = best.number AND t.case_id IS NULL
        JOIN held_records held ON held.record_id = t.entry_id
    )
    SELECT c.id AS case_id, c.ref_code, c.title, placed.section AS section_key, placed.entry_id,
        placed.field, placed.snippet
    FROM placed JOIN case_list c ON c.id = placed.case_id
    WHERE c.trashed_at = '' ORDER BY placed.score, c.id, placed.entry_id LIMIT :limit
"""


def words_of(text: str) -> tuple[str, ...]:
    """The query in the index's own language (sqlite.org/fts5.html, section 3), a word or a phrase each."""
    found: list[str] = []
    for phrase, piece in _PIECE.findall(text[:LONGEST_QUERY]):
        if phrase:
            together = " ".join(_WORD.findall(phrase))
            found += [f'"{together}"'] if together else []
        else:
            found += [f'"{word}"*' for word in _WORD.findall(piece)]
    return tuple(dict.fromkeys(found))[:MOST_WORDS]


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
        self._find = sa.text(_PLACES)

    def find(self, text: str, limit: int = 50) -> list[Hit]:
        """Entries in which every word of `text` appears, best first; cases in the Trash are left out.

        Words match from their beginning, whatever their case and accents; "quoted words" match as a phrase. No text
        is malformed: what holds no word finds nothing. A shared record is found once for each case that holds it.
        """
        words = words_of(text)
        if not words:
            return []
        asked = {"words": " AND ".join(words), "limit": limit, "around": SNIPPET_WORDS}
        with self._database.reading() as connection:
            return [Hit(**row) for row in connection.execute(self._find, asked).mappings()]


_SHARED = sa.text(
    """
    SELECT t.entry_id FROM search_index i JOIN search_text t ON t.number = i.rowid
    WHERE search_index MATCH :words AND i.rowid < :shared AND t.section = :key
    ORDER BY bm25(search_index, 10.0, 1.0), t.number LIMIT :limit
    """
)


def matching_shared(connection: sa.Connection, key: str, text: str, limit: int) -> list[str]:
    """Ids of the shared records of one section that match, best first; what names a record weighs most."""
    words = words_of(text)
    asked = {"words": " AND ".join(words), "shared": PER_CASE, "key": key, "limit": limit}
    return list(connection.scalars(_SHARED, asked)) if words else []
