"""Finds cases by a title that somebody is typing: those in whose title two of its words stand."""

from itertools import combinations

import sqlalchemy as sa

from casebook.domain.likeness import STEM
from casebook.storage.database import Database
from casebook.storage.words import beginning, words_in

WORDS = 6
"""Words of the title that are looked for."""
TELLING = 4
"""Letters from which a word tells more than that it is short."""
PLACES, CASES = 1_500, 30
"""Places in the index that are looked at, and cases that are found, at most."""

_TITLED = sa.text(
    """
    SELECT c.id FROM (SELECT rowid AS number FROM search_index WHERE search_index MATCH :words LIMIT :places) AS found
    JOIN search_text t ON t.number = found.number JOIN case_list c ON c.id = t.case_id
    WHERE t.section = '' AND t.field = '' AND c.trashed_at = '' LIMIT :cases
    """
)


class TitleSearch:
    """The titles of an open library, as `Library.titles`."""

    def __init__(self, database: Database) -> None:
        """Made by the library."""
        self._database = database

    def near(self, title: str) -> list[str]:
        """Ids of cases, not in the Trash, with all words of `title` in theirs; where there are none, with any two."""
        with self._database.reading() as connection:
            for words in title_queries(title):
                asked = {"words": words, "places": PLACES, "cases": CASES}
                if found := list(connection.scalars(_TITLED, asked)):
                    return found
        return []


def title_queries(title: str) -> list[str]:
    """The index's queries for all words of a title and, failing that, for any two; none when it has none."""
    words = [word.casefold() for word in words_in(title)]
    telling = [word for word in words if len(word) >= TELLING or not word.isascii()]
    stems = [beginning(word[:STEM]) for word in (telling if len(telling) > 1 else words)[:WORDS]]
    if not stems:
        return []
    pairs = " OR ".join(f"({one} AND {other})" for one, other in combinations(stems, 2))
    return [f"title : ({query})" for query in (" AND ".join(stems), pairs) if query]
