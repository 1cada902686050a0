"""How the full-text index numbers what it holds, and shared records by the words in them."""

import sqlalchemy as sa

from casebook.domain.folding import parted
from casebook.storage.words import beginning, words_in

PER_CASE = 1 << 20
"""Numbers of the index kept for each case: a row's case is its number divided by this."""
SHARED = 1 << 31
"""From here on, rows of the index of words stand for shared records: this and the number of the record's text."""

_SHARED = sa.text(
    """
    SELECT t.entry_id FROM search_text t WHERE t.section = :key AND t.number IN (
        SELECT rowid - :shared FROM word_index WHERE word_index MATCH :words AND rowid >= :shared
    ) ORDER BY instr(lower(t.title), lower(:start)) <> 1, instr(lower(t.body), lower(:start)) <> 1, t.title LIMIT :limit
    """
)


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
