"""Feedback and adaptation: what was learned while running, and what changed."""

import attrs

from casebook.domain.dates import When
from casebook.domain.declaration import section
from casebook.domain.fields import line, prose, when
from casebook.domain.marking import _
from casebook.domain.records import Entry, Markdown


@section(
    "adaptations",
    title=_("Feedback and adaptation"),
    singular=_("Adaptation"),
    grow=_("Add an adaptation"),
    guidance=_(
        "Record how the partners found out that something did not work, and what they then did differently."
    ),
    example=_(
        "“After riots at the first camp, disarmament was halted and restarted with more troops and sites.”"
    ),
)
@attrs.frozen(kw_only=True)
class Adaptation(Entry):
    """A change of course made while the partnership ran."""

    title: str = line(_("Adaptation"), required=True, summary=True)
    date: When | None = when(_("When"), fact=True)
    learned: Markdown = prose(_("What was learned"))
    changed: Markdown = prose(_("What changed"))
