"""Sources as they are cited in running text: their keys, found and made."""

import re
from collections.abc import Iterable
from typing import TypeVar

import attrs

from casebook.domain.declaration import section_of
from casebook.domain.folding import folded
from casebook.domain.records import Record
from casebook.domain.sections.registry import Source

SOURCES = section_of(Source).key
"""Where the sources are that a text can cite."""

R = TypeVar("R", bound=Record)

LONGEST = 24
"""Characters of a key that is made from a title."""


def key_of(record: Record) -> str:
    """The key by which a text cites a record; empty when it cannot be cited."""
    return record.citation_key if isinstance(record, Source) else ""


def suggested_key(title: str, taken: Iterable[str]) -> str:
    """A short key for a source called `title` that none of `taken` is: "Progress report 2018" gives "progressreport2018"."""
    words = re.findall(r"[a-z0-9]+", folded(title))
    stem = ""
    for word in words:
        if len(stem) + len(word) > LONGEST:
            break
        stem += word
    stem = stem or "source"
    used = set(taken)
    return next(key for key in (stem, *(f"{stem}-{at}" for at in range(2, len(used) + 3))) if key not in used)


def with_key(record: R, others: Iterable[Record]) -> R:
    """A source that lacks a citation key, with one; any other record as it is."""
    if not isinstance(record, Source) or record.citation_key:
        return record
    taken = (other.citation_key for other in others if isinstance(other, Source))
    return attrs.evolve(record, citation_key=suggested_key(record.title, taken))
