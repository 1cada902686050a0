"""Searches that a library keeps: by name, the words and the list they were looked for in."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import attrs

from casebook.domain.errors import NotFoundError
from casebook.domain.marking import _
from casebook.domain.wording import Wording
from casebook.services.panels import BY_KEY, Panels, Tick, both
from casebook.services.understanding import Understanding
from casebook.storage.listing import ListQuery

if TYPE_CHECKING:
    from casebook.storage.library import Library
    from casebook.storage.shelf import Kept

KIND = "search"
NAME_LENGTH = 80
"""Characters a search's name is cut to."""


@attrs.frozen(kw_only=True)
class SavedSearch:
    """A question to the library; what it finds is found anew each time."""

    id: str = ""
    name: str
    text: str
    """What stands in the search field."""
    statuses: tuple[str, ...] = ()
    """Only cases in one of these states; empty for any."""
    mine: bool = False
    """Only cases that the person who asks changed last."""
    ticks: tuple[Tick, ...] = ()
    """Values of facets that were chosen beside the words."""

    def asked_by(self, person: str, library: "Library", wording: Wording) -> ListQuery:
        """What it asks of a library for this person, read and named in the words of one language."""
        understanding = Understanding(library.declaration, wording, library.lookup.values)
        wanted = both(understanding.read(self.text).wanted, Panels(wording).wanted(self.ticks))
        return ListQuery(wanted=wanted, statuses=self.statuses, updated_by=person if self.mine else "")


def saved_searches(library: "Library") -> list[SavedSearch]:
    """All searches in the order of their names; one that cannot be read is left out."""
    found = [search for kept in library.shelf.all(KIND) if (search := _read(kept)) is not None]
    return sorted(found, key=lambda one: (one.name.casefold(), one.id))


def keep_search(library: "Library", search: SavedSearch) -> SavedSearch:
    """Keep a search: in the place of the one with its id, else as a new one.

    Raises:
        ReadOnlyError: the library is open for reading only.
        LibraryError: it is too large, or the disk is full or refuses.
    """
    name = " ".join((search.name or search.text).split())[:NAME_LENGTH]
    body = {
        "text": search.text,
        "statuses": [*search.statuses],
        "mine": search.mine,
        "ticks": [[tick.panel, tick.value] for tick in search.ticks],
    }
    return attrs.evolve(search, name=name, id=library.shelf.put(KIND, name, body, search.id).id)


def remove_search(library: "Library", search: SavedSearch) -> None:
    """Take a search away; `keep_search` puts it back.

    Raises:
        NotFoundError: it is not there.
        ReadOnlyError: the library is open for reading only.
    """
    library.shelf.remove(search.id)


def search_named(library: "Library", name: str) -> SavedSearch:
    """The search with this name, in capitals or not.

    Raises:
        NotFoundError: there is none.
    """
    for search in saved_searches(library):
        if search.name.casefold() == name.strip().casefold():
            return search
    raise NotFoundError(_("No search is saved as “{}”.").format(name))


def _read(kept: "Kept") -> SavedSearch | None:
    body: Mapping[str, Any] = kept.body
    text, statuses, ticks = body.get("text"), body.get("statuses", []), body.get("ticks", [])
    if not isinstance(text, str) or not isinstance(statuses, list) or not isinstance(ticks, list):
        return None
    pairs = (tuple(map(str, pair)) for pair in ticks if isinstance(pair, list))
    return SavedSearch(
        id=kept.id,
        name=kept.name,
        text=text,
        statuses=tuple(str(status) for status in statuses),
        mine=body.get("mine") is True,
        ticks=tuple(Tick(*pair) for pair in pairs if len(pair) == 2 and pair[0] in BY_KEY),
    )
