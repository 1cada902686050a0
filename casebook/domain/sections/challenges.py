"""Challenges: what stood in the way, and how the partners answered it."""

import attrs

from casebook.domain.declaration import section
from casebook.domain.fields import line, links, prose, scale, term
from casebook.domain.marking import _
from casebook.domain.records import Entry, Markdown, RecordId, TermRef


@section(
    "challenges",
    title=_("Challenges"),
    singular=_("Challenge"),
    grow=_("Add a challenge"),
    guidance=_(
        "State the obstacle, not the solution. Say who it stopped from doing what. A negative fact is as useful as a positive one."
    ),
    example=_("“Two contingents could not share radio traffic for the first nine weeks.”"),
)
@attrs.frozen(kw_only=True)
class Challenge(Entry):
    """An obstacle the partnership met, and how the partners answered it."""

    title: str = line(
        _("Challenge"),
        required=True,
        summary=True,
        hint=_("One sentence a stranger would understand"),
        limit=120,
    )
    category: TermRef | None = term(_("Category"), "challenge", required=True, fact=True, compare_by=True)
    severity: int | None = scale(
        _("Severity"),
        1,
        5,
        words=(_("a nuisance"), _("limited"), _("serious"), _("severe"), _("threatened the partnership")),
        fact=True,
    )
    description: Markdown = prose(_("What happened"))
    response: Markdown = prose(_("How the partners responded"))
    affected: tuple[RecordId, ...] = links(_("Affected actors"), "actor_records", expected=False)
    resolved: TermRef | None = term(_("Resolved"), "resolved", fact=True)
