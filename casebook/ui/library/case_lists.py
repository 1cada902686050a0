"""The lists a person can look at: one row each, with what they ask of the library."""

import attrs

from casebook.domain.marking import _
from casebook.storage.listing import ListQuery


@attrs.frozen(kw_only=True)
class CaseList:
    """A named list; `mine` narrows it to what the person at the screen changed last."""

    key: str
    title: str
    icon: str
    empty: str
    """What is said when nothing is in it."""
    query: ListQuery = attrs.field(factory=ListQuery)
    mine: bool = False
    words: str = ""
    """What it asks for beside its query, as it would be typed into the search field."""

    def asked_by(self, person: str) -> ListQuery:
        """What it asks of the library for this person, its words aside."""
        return attrs.evolve(self.query, updated_by=person) if self.mine else self.query


LISTS: tuple[CaseList, ...] = (
    CaseList(key="all", title=_("All cases"), icon="library", empty=_("This library has no cases yet.")),
    CaseList(
        key="recent",
        title=_("Recently edited"),
        icon="clock",
        empty=_("Nothing was edited in the last two weeks."),
        words="changed:14",
    ),
    CaseList(
        key="drafts",
        title=_("My drafts"),
        icon="write",
        empty=_("You have no drafts."),
        query=ListQuery(statuses=("draft", "changes-requested")),
        mine=True,
    ),
    CaseList(
        key="review",
        title=_("Waiting for review"),
        icon="eye",
        empty=_("No case is waiting for review."),
        query=ListQuery(statuses=("ready-for-review", "in-review")),
    ),
    CaseList(
        key="unsourced",
        title=_("Unsourced claims"),
        icon="link",
        empty=_("Every outcome rests on a source."),
        words="is:unsourced",
    ),
    CaseList(
        key="trash",
        title=_("Trash"),
        icon="trash",
        empty=_("The Trash is empty."),
        query=ListQuery(trashed=True, sort="trashed_at"),
    ),
)


def list_asking(statuses: tuple[str, ...], *, mine: bool) -> CaseList:
    """The list of these statuses, mine or anybody's; all cases when there is none."""
    for entry in LISTS:
        plain = not entry.query.trashed and not entry.words
        if plain and (entry.query.statuses, entry.mine) == (statuses, mine):
            return entry
    return LISTS[0]
