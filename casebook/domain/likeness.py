"""How alike two titles are, in any script: the words they have in common."""

import re
import unicodedata

ALIKE = 0.5
"""Share of words in common from which two titles are worth asking about."""
STEM = 6
"""Letters of a word that count, so that "disarmed" and "disarmament" are alike."""
MOST_WORDS = 60
"""Words of a title that are looked at."""

_WORD = re.compile(r"\w+")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
"""Scripts that do not set words apart."""


def normal(title: str) -> str:
    """A title as it is compared: one form of each letter, no capitals, single spaces."""
    return " ".join(unicodedata.normalize("NFKC", title).casefold().split())


def words_of(title: str) -> frozenset[str]:
    """What stands for a title when it is held against another."""
    found: set[str] = set()
    for word in _WORD.findall(normal(title))[:MOST_WORDS]:
        if _UNSPACED.search(word):
            found.update(word[at : at + 2] for at in range(max(len(word) - 1, 1)))
        else:
            found.add(word[:STEM])
    return frozenset(found)


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """From 0, no word in common, to 1: twice the common words over all words of both."""
    both = len(one) + len(other)
    return 2 * len(one & other) / both if both else 0.0
