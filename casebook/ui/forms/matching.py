"""Compares what is typed with names, without regard to accents, case or the order of words."""

import re
import unicodedata

_WORD = re.compile(r"\w+")


def fold(text: str) -> str:
    """`text` without accents and case: "Côte d’Ivoire" becomes "cote d’ivoire"."""
    split = unicodedata.normalize("NFKD", text)
    return "".join(sign for sign in split if not unicodedata.combining(sign)).casefold()


def matches(typed: str, *names: str) -> bool:
    """Whether each word typed begins a word of one of the names; nothing typed matches everything."""
    words = {word for name in names for word in _WORD.findall(fold(name))}
    return all(any(word.startswith(part) for word in words) for part in _WORD.findall(fold(typed)))
