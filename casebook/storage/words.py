"""Words as the full-text index cuts and writes them (sqlite.org/fts5.html, sections 3 and 4.3.1)."""

import re
import unicodedata

from casebook.domain.folding import folded, in_word, parted

MOST_WORDS = 12
"""Words of a query that count; the rest narrows nothing anybody can tell."""
LONGEST_QUERY = 300
SHORT = 3
"""Letters from which a word matches as a beginning where all words count at once."""

_PIECE = re.compile(r'"([^"]*)"|([^"]+)')


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


def query_of(text: str) -> str:
    """The index's query for all words and "quoted phrases" of `text`; empty when it holds none."""
    asked: list[str] = []
    for phrase, rest in _PIECE.findall(text[:LONGEST_QUERY]):
        if phrase:
            asked += [side_by_side(words_in(phrase), whole=True)] if words_in(phrase) else []
        for piece in rest.split():
            words = cut(piece)
            if len(words) == 1 and words[0].isascii() and len(words[0]) < SHORT:
                asked.append(f'"{words[0]}"')
            elif words:
                asked.append(side_by_side(words, whole=False))
    return " AND ".join(dict.fromkeys(asked[:MOST_WORDS]))
