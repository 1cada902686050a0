"""Compares what is typed with names, without regard to accents, case or the order of words."""

import re

from casebook.domain.folding import folded

_WORD = re.compile(r"\w+")


def matches(typed: str, *names: str) -> bool:
    """Whether each word typed begins a word of one of the names; nothing typed matches everything."""
    words = {word for name in names for word in _WORD.findall(folded(name))}
    return all(any(word.startswith(part) for word in words) for part in _WORD.findall(folded(typed)))
