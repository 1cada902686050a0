"""The tags of a library: which there are, how often, in which colour; and what renaming or deleting one everywhere is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import attrs

from casebook.domain.errors import NotFoundError
from casebook.services.bulk import Wish, Words

if TYPE_CHECKING:
    from casebook.storage.library import Library

FIELD = "tags"
KIND = "tag-colours"
"""What the colours are called on the shelf of the library: one value for all of them."""


@attrs.frozen(kw_only=True)
class Tag:
    """A tag; `count` is the number of cases that have it and are not in the Trash."""

    name: str
    count: int


def tags_of(library: Library) -> list[Tag]:
    """Every tag by its name, capitals aside.

    Raises:
        LibraryError: what is on the disk cannot be read.
    """
    words = library.facts.words(FIELD)
    return sorted(
        (Tag(name=name, count=count) for name, count in words.items()),
        key=lambda tag: (tag.name.casefold(), tag.name),
    )


def cases_with(library: Library, names: Sequence[str]) -> list[str]:
    """Ids of the cases, those in the Trash too, that have one of these tags."""
    return library.facts.with_word(FIELD, names)


def renaming(names: Sequence[str], new: str) -> Wish:
    """To give tags one other name everywhere; several become one."""
    renamed = tuple((name, new) for name in names if name != new)
    return Wish(tags=Words(renamed=renamed), everywhere=True)


def deleting(names: Sequence[str]) -> Wish:
    """To take tags away everywhere."""
    return Wish(tags=Words(removed=tuple(names)), everywhere=True)


def colours_in(library: Library) -> dict[str, str]:
    """The name of the colour of each tag that has one; what is damaged is passed over.

    Raises:
        LibraryError: what is on the disk cannot be read.
    """
    found: dict[str, str] = {}
    for kept in library.shelf.all(KIND):
        colours = kept.body.get("colours")
        if isinstance(colours, Mapping):
            found |= {tag: colour for tag, colour in colours.items() if isinstance(colour, str)}
    return found


def keep_colours(library: Library, colours: Mapping[str, str]) -> None:
    """Keep the colours of tags; those without a colour are left out.

    Raises:
        ReadOnlyError: the library is open for reading only.
        LibraryError: it is too much, or the disk is full or refuses.
    """
    kept = {tag: colour for tag, colour in colours.items() if colour}
    if kept:
        library.shelf.put(KIND, KIND, {"colours": kept}, KIND)
        return
    try:
        library.shelf.remove(KIND)
    except NotFoundError:
        return
