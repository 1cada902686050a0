"""Where each of some cases has the words that were looked for: the passage that holds most of them."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

import attrs
import sqlalchemy as sa

from casebook.domain.excerpts import Matcher, Parts
from casebook.domain.wanted import HasWords
from casebook.storage.search import PER_CASE

LONGEST = 20_000
"""Signs of one passage that are looked through."""

_TEXTS = "SELECT section, field, entry_id, title, body FROM search_text WHERE number BETWEEN ? AND ?"
_SHARED = """
    SELECT c.number, t.section, t.field, t.entry_id, t.title, t.body FROM case_list c
    JOIN held_records h ON h.case_id = c.id JOIN search_text t ON t.entry_id = h.record_id
    WHERE c.number IN (SELECT value FROM json_each(?))
"""


@attrs.frozen(kw_only=True)
class Snippet:
    """A passage: its section (empty for the case itself), its field when it is a text of its own, and its words."""

    section: str
    field: str
    entry_id: str
    parts: Parts


def snippets(
    connection: sa.Connection, numbers: Sequence[int], wanted: Iterable[HasWords]
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
    return found | (_of_records(connection, missing, matcher) if missing else {})


def _of_records(connection: sa.Connection, numbers: Sequence[int], matcher: Matcher) -> dict[int, Snippet]:
    """The first passage of a shared record that has a word, for cases that do not have it themselves."""
    driver: Any = connection.connection.driver_connection
    found: dict[int, Snippet] = {}
    for number, *row in driver.execute(_SHARED, (json.dumps(numbers),)).fetchall():
        best = -1 if number in found else matcher.best((row[3], row[4][:LONGEST]))
        if best >= 0:
            found[number] = _snippet(matcher, row, row[3 + best][:LONGEST])
    return found


def _snippet(matcher: Matcher, row: Any, text: str) -> Snippet:
    return Snippet(section=row[0], field=row[1], entry_id=row[2], parts=matcher.excerpt(text))
