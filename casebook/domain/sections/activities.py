"""Activities: the training, exercises and support the partners carried out."""

import attrs

from casebook.domain.dates import When
from casebook.domain.declaration import section
from casebook.domain.fields import line, links, number, prose, term, terms, when, whole
from casebook.domain.marking import _
from casebook.domain.records import Entry, Markdown, RecordId, TermRef


@section(
    "activities",
    title=_("Activities"),
    singular=_("Activity"),
    grow=_("Add an activity"),
    guidance=_(
        "Describe what was done, for whom, by whom and with what result. Numbers trained are an output, not an outcome."
    ),
    example=_(
        "“Basic course for new police officers – the mission’s police – recruits – July 2004 to 2011.”"
    ),
)
@attrs.frozen(kw_only=True)
class Activity(Entry):
    """Something the partners did together or for one another."""

    title: str = line(_("Activity"), required=True, summary=True)
    type: TermRef | None = term(_("Type"), "activity-type", required=True, fact=True, compare_by=True)
    period: When | None = when(_("When"), fact=True)
    providers: tuple[RecordId, ...] = links(_("Provided by"), "actor_records")
    audience: str = line(_("Audience"), hint=_("Who took part or received it"))
    participants: int | None = whole(_("Participants"), unit=_("people"), fact=True)
    share_of_women: float | None = number(_("Share of women"), unit="%", low=0, high=100, expected=False)
    technologies: tuple[TermRef, ...] = terms(
        _("Technology used"), "technology", expected=False, compare_by=True
    )
    description: Markdown = prose(_("What was done"))


@section(
    "training_results",
    title=_("Results of training"),
    singular=_("Result"),
    grow=_("Add a result"),
    parent="activities",
    essential=False,
    guidance=_(
        "One result for each Kirkpatrick level that was measured: reaction, learning, behaviour, results."
    ),
    example=_("“Learning – written test – 42 % before, 78 % after, 120 people.”"),
)
@attrs.frozen(kw_only=True)
class TrainingResult(Entry):
    """What was measured of an activity, at one Kirkpatrick level (1 reaction to 4 results)."""

    level: TermRef | None = term(_("Level"), "kirkpatrick", required=True, summary=True)
    instrument: str = line(_("Instrument"), hint=_("Test, survey, observation"), fact=True)
    before: str = line(_("Before"), short=True, fact=True)
    after: str = line(_("After"), short=True, fact=True)
    sample: int | None = whole(_("Number measured"), unit=_("people"), expected=False)
