"""Teaching kit: what a trainer needs to teach the case."""

import attrs

from casebook.domain.declaration import section
from casebook.domain.fields import line, prose, term, whole
from casebook.domain.marking import _
from casebook.domain.records import Entry, Markdown, TermRef


@section(
    "teaching_kits",
    title=_("Teaching kit"),
    singular=_("Teaching kit"),
    grow=_("Add a teaching kit"),
    guidance=_(
        "Write for the trainer who will teach this case next week. Participants see the aim, the objectives and the questions; "
        "expected points, the reveal and the notes are for facilitators."
    ),
    example=_("“Staff officers, 90 minutes: weigh speed of disarmament against readiness of reintegration.”"),
)
@attrs.frozen(kw_only=True)
class TeachingKit(Entry):
    """A teaching plan for one audience; duration in minutes."""

    audience: str = line(_("Audience"), required=True, summary=True)
    duration: int | None = whole(_("Duration"), unit=_("minutes"), fact=True)
    aim: Markdown = prose(_("Aim"))
    objectives: Markdown = prose(_("Learning objectives"), hint=_("One to a line; each begins with a verb"))
    reveal: Markdown = prose(_("What happened next"), hint=_("Told after the discussion"))
    facilitator_notes: Markdown = prose(_("Facilitator notes"), expected=False)


@section(
    "questions",
    title=_("Questions"),
    singular=_("Question"),
    grow=_("Add a question"),
    parent="teaching_kits",
    essential=False,
    guidance=_(
        "Ask what the case leaves open. Give the points you expect, so that another trainer can run the discussion."
    ),
    example=_("“Which partner had most to lose if the force commander acted without the caveats?”"),
)
@attrs.frozen(kw_only=True)
class Question(Entry):
    """A question for discussion; minutes are the time set aside for it."""

    text: Markdown = prose(_("Question"), required=True, summary=True)
    type: TermRef | None = term(_("Type"), "question-type", fact=True)
    minutes: int | None = whole(_("Minutes"), unit=_("minutes"), fact=True)
    expected_points: Markdown = prose(_("Expected points"))
    follow_ups: Markdown = prose(_("Follow-up questions"), expected=False)


@section(
    "exercises",
    title=_("Exercises"),
    singular=_("Exercise"),
    grow=_("Add an exercise"),
    parent="teaching_kits",
    essential=False,
    guidance=_("Describe the exercise so that someone who has never seen it can run it."),
    example=_("“Role play – negotiating access to a camp – groups of five – 30 minutes.”"),
)
@attrs.frozen(kw_only=True)
class Exercise(Entry):
    """Something participants do; minutes are the time set aside for it."""

    title: str = line(_("Exercise"), required=True, summary=True)
    method: TermRef | None = term(_("Method"), "teaching-method", fact=True)
    minutes: int | None = whole(_("Minutes"), unit=_("minutes"), fact=True)
    instructions: Markdown = prose(_("Instructions"))
    materials: str = line(_("Materials"), expected=False)
