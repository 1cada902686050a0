"""Lessons: observation, discussion, conclusion and recommendation, kept together."""

import attrs

from casebook.domain.declaration import section
from casebook.domain.fields import line, prose, term
from casebook.domain.marking import _
from casebook.domain.records import Entry, Markdown, TermRef


@section(
    "lessons",
    title=_("Lessons"),
    singular=_("Lesson"),
    grow=_("Add a lesson"),
    guidance=_(
        "Keep the four parts apart: what was seen, why it was so, what follows, and what to do about it. "
        "Say who should act and under what conditions the lesson holds."
    ),
    example=_(
        "“Reintegration must keep pace with disarmament: secure the money before the first weapon is handed in.”"
    ),
)
@attrs.frozen(kw_only=True)
class Lesson(Entry):
    """A lesson with its four parts (as in the NATO observation form)."""

    title: str = line(_("Lesson"), required=True, summary=True, compare_by=True)
    kind: TermRef | None = term(_("Kind"), "lesson-kind", required=True, fact=True, compare_by=True)
    capability_area: TermRef | None = term(_("Capability area"), "capability-area", fact=True)
    status: TermRef | None = term(_("Status"), "lesson-status", fact=True)
    observation: Markdown = prose(_("Observation"), hint=_("What was seen"))
    discussion: Markdown = prose(_("Discussion"), hint=_("Why it was so"))
    conclusion: Markdown = prose(_("Conclusion"), hint=_("What follows"))
    recommendation: Markdown = prose(_("Recommendation"), hint=_("What to do, by whom"))
    addressee: str = line(_("Addressee"))
    conditions: Markdown = prose(_("Conditions it applies under"), expected=False)
