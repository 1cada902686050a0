"""Timeline: what happened when."""

import attrs

from casebook.domain.dates import When
from casebook.domain.declaration import section
from casebook.domain.fields import flag, line, link, links, prose, term, when
from casebook.domain.marking import _
from casebook.domain.records import Entry, Markdown, RecordId, TermRef


@section(
    "timeline",
    title=_("Timeline"),
    singular=_("Event"),
    grow=_("Add an event"),
    guidance=_(
        "Give each date no more exactly than you know it: “about June 2003” is better than a wrong day."
    ),
    example=_("“18 August 2003 – peace agreement signed – agreement – turning point.”"),
)
@attrs.frozen(kw_only=True)
class Event(Entry):
    """Something that happened, as exactly dated as is known."""

    date: When | None = when(_("Date"), required=True, fact=True)
    type: TermRef | None = term(_("Type"), "event-type", required=True, fact=True, compare_by=True)
    title: str = line(_("Event"), required=True, summary=True)
    turning_point: bool | None = flag(_("Turning point"), expected=False)
    place: RecordId | None = link(_("Place"), "places", expected=False)
    actors: tuple[RecordId, ...] = links(_("Actors"), "actor_records", expected=False)
    description: Markdown = prose(_("What happened"), expected=False)
