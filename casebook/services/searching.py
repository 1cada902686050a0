"""Asking a library in the language of the search field, without a window."""

from typing import Any

import attrs

from casebook.domain.errors import NotFoundError
from casebook.domain.marking import _
from casebook.domain.search_fields import search_fields
from casebook.domain.wording import Wording
from casebook.iso_names import country_name
from casebook.services.own_terms import vocabularies_of
from casebook.services.panels import BY_KEY
from casebook.services.understanding import Understanding, Understood
from casebook.storage.library import Library
from casebook.storage.listing import RELEVANCE, ListQuery


@attrs.frozen(kw_only=True)
class FoundCase:
    """A case, and where it has the words: "challenges: … the mandate gap …"; empty when no word was asked for."""

    id: str
    ref_code: str
    title: str
    section: str
    place: str


@attrs.frozen(kw_only=True)
class Answer:
    """How many cases were found, and the first of them."""

    library: Library
    query: ListQuery
    count: int
    cases: tuple[FoundCase, ...]

    def plain(self) -> list[dict[str, Any]]:
        """The cases for a program to read."""
        return [attrs.asdict(case) for case in self.cases]

    def counts(self, name: str) -> dict[str, int]:
        """How many of the found cases count under each value of a facet, by its name in the search field.

        Raises:
            NotFoundError: there is no such facet.
        """
        panel = BY_KEY.get(name)
        field = search_fields(self.library.declaration).get(name)
        facet = panel.facet if panel is not None else field.facet if field is not None else ""
        if not facet:
            raise NotFoundError(_("There is no facet called “{name}”.").format(name=name[:80]))
        return self.library.lookup.counts(self.query, facet)


def understood_in(library: Library, text: str) -> Understood:
    """What a query means in a library, in English."""
    wording = Wording(vocabularies=vocabularies_of(library), country=country_name)
    return Understanding(library.declaration, wording, library.lookup.values).read(text)


def found_by(library: Library, asked: Understood, limit: int) -> Answer:
    """The first cases that have what is asked, best first."""
    query = ListQuery(wanted=asked.wanted, sort=RELEVANCE)
    numbers = library.lookup.listed(query)
    rows = library.lookup.rows(numbers[:limit])
    places = library.lookup.snippets([row.number for row in rows], query)
    cases = []
    for row in rows:
        held = places.get(row.number)
        words = "".join(f"«{part}»" if match else part for part, match in held.parts) if held else ""
        section = (held.section or held.field) if held else ""
        place = f"{section}: {words}" if section else words
        cases.append(
            FoundCase(id=row.id, ref_code=row.ref_code, title=row.title, section=section, place=place)
        )
    return Answer(library=library, query=query, count=len(numbers), cases=tuple(cases))
