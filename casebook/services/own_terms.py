"""A library's own additions to the vocabularies: where they are kept, and the vocabularies with them."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import attrs

from casebook import paths
from casebook.domain.errors import NotFoundError, VocabularyError
from casebook.domain.own_terms import MOST, NOTHING_ADDED, Additions, additions_of, overlaid, plain_additions
from casebook.domain.vocabulary import Term, Vocabularies
from casebook.domain.word_list import FIXED, WordList
from casebook.services.vocabularies import load_vocabularies

if TYPE_CHECKING:
    from casebook.storage.library import Library

KIND = "vocabulary"
"""What the additions are called on the shelf of the library: one value per list, named by the list's key."""


def additions_in(library: "Library") -> dict[str, Additions]:
    """What the library adds, by list; what is damaged is passed over, so that the cases can be read."""
    found: dict[str, Additions] = {}
    for kept in library.shelf.all(KIND):
        try:
            found[kept.name] = additions_of(kept.body)
        except VocabularyError:
            continue
    return found


def keep_additions(library: "Library", key: str, more: Additions) -> None:
    """Keep what the library adds to one list.

    Raises:
        ReadOnlyError: the library is open for reading only.
        LibraryError: it is too much, or the disk is full or refuses.
    """
    place = f"{KIND}/{key}"
    body = plain_additions(more)
    if body:
        library.shelf.put(KIND, key, body, place)
        return
    try:
        library.shelf.remove(place)
    except NotFoundError:
        return


def adopt(library: "Library", carried: Mapping[str, Sequence[Term]]) -> int:
    """Take in the terms that came with a case and that the library does not know; returns how many.

    Raises:
        ReadOnlyError: the library is open for reading only.
        LibraryError: it is too much, or the disk is full or refuses.
    """
    if not carried:
        return 0
    shipped, additions, taken = shipped_vocabularies(), additions_in(library), 0
    for key, terms in carried.items():
        if key not in shipped or key in FIXED:
            continue
        held = WordList(shipped=shipped[key], more=additions.get(key, NOTHING_ADDED))
        room = MOST - len(held.more.terms)
        fresh = [term for term in terms if term.id not in held.listed.by_id][:room]
        if fresh:
            keep_additions(library, key, attrs.evolve(held.more, terms=(*held.more.terms, *fresh)))
            taken += len(fresh)
    return taken


def shipped_vocabularies() -> Vocabularies:
    """The vocabularies as they came with Casebook."""
    return load_vocabularies(paths.resources() / "vocabularies")


def vocabularies_of(library: "Library", shipped: Vocabularies | None = None) -> Vocabularies:
    """The vocabularies as the library has them."""
    return overlaid(shipped_vocabularies() if shipped is None else shipped, additions_in(library))
