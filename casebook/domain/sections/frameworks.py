"""Frameworks used: which ideas guided the partnership, and how faithfully."""

import attrs

from casebook.domain.declaration import section
from casebook.domain.fields import prose, scale, term, terms
from casebook.domain.marking import _
from casebook.domain.records import Entry, Markdown, TermRef


@section(
    "frameworks",
    title=_("Frameworks used"),
    singular=_("Framework"),
    grow=_("Add a framework"),
    guidance=_(
        "Name a framework only where there is evidence that it was used: a mandate, a plan, a practice. "
        "Say which elements were applied and where practice fell short."
    ),
    example=_("“Protection of Civilians – explicit: it stands in the first mandate and in the last.”"),
)
@attrs.frozen(kw_only=True)
class FrameworkUse(Entry):
    """A framework as it was applied in this case."""

    framework: TermRef | None = term(
        _("Framework"), "framework", required=True, summary=True, compare_by=True, short=False
    )
    elements: tuple[TermRef, ...] = terms(
        _("Elements applied"), "framework", within="framework", expected=False
    )
    mode: TermRef | None = term(_("Explicit or implicit"), "use-mode", fact=True)
    fidelity: int | None = scale(
        _("Fidelity"),
        0,
        3,
        words=(_("in name only"), _("partly applied"), _("mostly applied"), _("fully applied")),
        fact=True,
    )
    evidence_of_use: Markdown = prose(_("Evidence of use"))
    worked: Markdown = prose(_("What worked"))
    not_worked: Markdown = prose(_("What did not"))
