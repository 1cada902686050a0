"""Shared records that may be the same, and what somebody said of them: not the same."""

from __future__ import annotations

from collections.abc import Collection
from itertools import combinations
from typing import TYPE_CHECKING

from casebook.domain.errors import NotFoundError
from casebook.domain.record_likeness import Likely, likely_same

if TYPE_CHECKING:
    from casebook.storage.library import Library

KIND = "not-same"
"""What is remembered on the shelf of the library: one value for each pair, named by both ids."""


def likely_in(library: Library, section: str) -> list[Likely]:
    """Groups of records of a section that may be the same, without what somebody said is not; reads all records."""
    return likely_same(library.records.every(section), told_apart(library))


def told_apart(library: Library) -> frozenset[frozenset[str]]:
    """Pairs of ids that are not the same."""
    found = set()
    for kept in library.shelf.all(KIND):
        ids = kept.body.get("ids")
        if isinstance(ids, list) and len(ids) == 2:
            found.add(frozenset(map(str, ids)))
    return frozenset(found)


def tell_apart(library: Library, ids: Collection[str]) -> list[str]:
    """Remember that no two of these records are the same; returns what `take_back` needs.

    Raises:
        ReadOnlyError: the library is open for reading only.
        LibraryError: the disk is full or refuses.
    """
    known = told_apart(library)
    made = []
    for pair in combinations(sorted(ids), 2):
        if frozenset(pair) not in known:
            name = "/".join(pair)
            made.append(library.shelf.put(KIND, name, {"ids": list(pair)}, f"{KIND}/{name}").id)
    return made


def take_back(library: Library, kept_ids: Collection[str]) -> None:
    """Forget what `tell_apart` remembered. Raises as it does."""
    for kept_id in kept_ids:
        try:
            library.shelf.remove(kept_id)
        except NotFoundError:
            continue
