"""Actors: who took part in this case, and as what."""

import attrs

from casebook.domain.dates import When
from casebook.domain.declaration import section
from casebook.domain.fields import link, prose, scale, term, when
from casebook.domain.marking import _
from casebook.domain.records import Entry, Markdown, RecordId, TermRef


@section(
    "actors",
    title=_("Actors"),
    singular=_("Actor"),
    grow=_("Add an actor"),
    guidance=_(
        "List everyone who shaped the partnership, those who were meant to gain from it, and those who worked against it. "
        "Say what each brought and what each wanted."
    ),
    example=_(
        "“Regional organisation – lead – sent the first troops; wanted the fighting kept from its borders.”"
    ),
)
@attrs.frozen(kw_only=True)
class Participant(Entry):
    """A shared actor's part in this case."""

    actor: RecordId | None = link(
        _("Actor"), "actor_records", required=True, summary=True, compare_by=True, short=False
    )
    role: TermRef | None = term(_("Role"), "actor-role", required=True, fact=True, compare_by=True)
    strand: TermRef | None = term(_("Strand"), "strand", fact=True)
    contribution: Markdown = prose(_("Contribution"), hint=_("Troops, money, skills, access, legitimacy"))
    motivation: Markdown = prose(_("Motivation"), hint=_("What it wanted from the partnership"))
    influence: int | None = scale(
        _("Influence"), 1, 5, words=(_("marginal"), _("minor"), _("moderate"), _("major"), _("decisive"))
    )
    period: When | None = when(_("From – to"), fact=True, expected=False)
