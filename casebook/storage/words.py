"""Words as the full-text index cuts and writes them (sqlite.org/fts5.html, sections 3 and 4.3.1)."""

import unicodedata

from casebook.domain.folding import folded, in_word, parted

MOST_WORDS = 12
"""Words of a query that count; the rest narrows nothing anybody can tell."""
LONGEST_QUERY = 300


def cut(text: str) -> tuple[str, ...]:
    """All words of a text in their order, without letter case and accents, each sign of a script without spaces alone."""
    ready = folded(unicodedata.normalize("NFC", parted(text)))
    spaced = "".join(sign if in_word(sign) else " " for sign in ready)
    return tuple(word for word in spaced.split() if any(sign.isalnum() for sign in word))


def words_in(text: str) -> tuple[str, ...]:
    """The words of a query, each once."""
    return tuple(dict.fromkeys(cut(text[:LONGEST_QUERY])))[:MOST_WORDS]


def beginning(word: str) -> str:
    """The index's query for words that begin like this."""
    return f'"{word}"*'


def side_by_side(words: tuple[str, ...], *, whole: bool) -> str:
    """The index's query for words that stand side by side; the last is the beginning of one unless `whole`."""
    return f'"{" ".join(words)}"' + ("" if whole else "*")
