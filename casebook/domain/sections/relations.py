"""Relations: how the actors were bound to one another."""

import attrs

from casebook.domain.declaration import section
from casebook.domain.fields import link, prose, scale, term
from casebook.domain.marking import _
from casebook.domain.records import Entry, Markdown, RecordId, TermRef


@section(
    "relations",
    title=_("Relations"),
    singular=_("Relation"),
    grow=_("Add a relation"),
    essential=False,
    guidance=_(
        "Record who commanded, paid, trained or opposed whom, and on what footing. Informal ties often mattered most."
    ),
    example=_("“Lead nation – trains – national army – by memorandum – strong.”"),
)
@attrs.frozen(kw_only=True)
class Relation(Entry):
    """A directed tie between two actors."""

    actor: RecordId | None = link(_("Actor"), "actor_records", required=True, summary=True)
    type: TermRef | None = term(_("Relation"), "relation-type", required=True, fact=True, compare_by=True)
    counterpart: RecordId | None = link(_("To"), "actor_records", required=True, fact=True)
    formality: TermRef | None = term(_("Footing"), "formality", fact=True)
    strength: int | None = scale(_("Strength"), 1, 3, words=(_("weak"), _("moderate"), _("strong")))
    description: Markdown = prose(_("How it worked"), expected=False)
