"""Which cases answer best: those whose titles, then whose texts, hold the words most tellingly (Okapi BM25)."""

from typing import Any

import sqlalchemy as sa

from casebook.domain.wanted import HasWords
from casebook.storage.search import PER_CASE
from casebook.storage.words import side_by_side

MANY = 20_000
"""Places from which the latest are shown instead of the best: ranking them all would take longer than reading on."""
MOST = 500
"""Places that are ranked."""

_COUNT = "SELECT count(*) FROM (SELECT 1 FROM search_index WHERE search_index MATCH ? LIMIT ?)"
# A title says four times as much as a text of the same length.
_BEST = (
    "SELECT rowid FROM search_index WHERE search_index MATCH ? AND rowid >= ?"
    " AND rank MATCH 'bm25(4.0, 1.0)' ORDER BY rank LIMIT ?"
)


def ranked(connection: sa.Connection, wanted: HasWords) -> list[int]:
    """Numbers of the cases in which the words stand most tellingly, best first; none when they stand everywhere."""
    asked = side_by_side(wanted.words, whole=wanted.whole)
    driver: Any = connection.connection.driver_connection
    if driver.execute(_COUNT, (asked, MANY)).fetchone()[0] >= MANY:
        return []
    places = driver.execute(_BEST, (asked, PER_CASE, MOST)).fetchall()
    return list(dict.fromkeys(row[0] // PER_CASE for row in places))
