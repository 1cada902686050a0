"""What the list of cases shows and how it is asked for."""

import attrs

from casebook.domain.wanted import ANYTHING, Wanted

RELEVANCE = "relevance"
"""For `ListQuery.sort`: the cases in which the words stand most tellingly first, then the latest."""


@attrs.frozen(kw_only=True)
class CaseRow:
    """One line of the list of cases."""

    id: str
    number: int
    """Its number in this library."""
    ref_code: str
    title: str
    brief: str
    countries: tuple[str, ...]
    """ISO 3166-1 alpha-2 codes."""
    period: str
    """EDTF text, empty when not recorded."""
    partners: tuple[str, ...]
    """Short names of the actors, in the order of the case."""
    status: str
    """Term id of the vocabulary "status", empty when none."""
    completeness: int
    """0 to 100."""
    sensitivity: str
    """Key of the level, e.g. "internal"."""
    updated_at: str
    """ISO 8601 in UTC."""
    updated_by: str
    trashed_at: str
    """ISO 8601 in UTC; empty for a case that is not in the Trash."""


@attrs.frozen(kw_only=True)
class ListQuery:
    """Which cases, in which order, and which page of them.

    `text` matches cases in which every word appears somewhere, as the beginning of a word; `wanted` is what a query
    of the search field asks; `sort` is the name of a field of `CaseRow`, or RELEVANCE.
    """

    text: str = ""
    wanted: Wanted = ANYTHING
    sort: str = "updated_at"
    descending: bool = True
    trashed: bool = False
    statuses: tuple[str, ...] = ()
    """Only cases in one of these states (term ids of the vocabulary "status"); empty for any."""
    updated_by: str = ""
    """Only cases this person changed last; empty for anybody."""
    offset: int = 0
    limit: int = 100

    @property
    def whole(self) -> "ListQuery":
        """The same, without a page."""
        return attrs.evolve(self, offset=0, limit=0)
