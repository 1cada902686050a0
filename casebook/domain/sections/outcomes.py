"""Outcomes: who changed what, with the indicators, measurements and testimonies that show it."""

import attrs

from casebook.domain.dates import When
from casebook.domain.declaration import section
from casebook.domain.fields import language, line, number, prose, term, when
from casebook.domain.marking import _
from casebook.domain.records import Entry, Markdown, TermRef


@section(
    "outcomes",
    title=_("Outcomes"),
    singular=_("Outcome"),
    grow=_("Add an outcome"),
    guidance=_(
        "Say who changed what, when and where. Record harm and failure with the same care as success, and separate what the "
        "partnership caused from what happened beside it."
    ),
    example=_("“By October 2004 the parties’ fighters across the country had handed in their weapons.”"),
)
@attrs.frozen(kw_only=True)
class Outcome(Entry):
    """A change in an actor or a situation, and the partnership's share in it (after Outcome Harvesting)."""

    statement: str = line(
        _("Outcome"), required=True, summary=True, hint=_("Who changed what, when and where")
    )
    domain: TermRef | None = term(_("Domain"), "outcome-domain", required=True, fact=True, compare_by=True)
    direction: TermRef | None = term(_("Direction"), "outcome-direction", required=True, fact=True)
    intended: TermRef | None = term(_("Intended"), "intended")
    level: TermRef | None = term(_("Level of change"), "change-level")
    description: Markdown = prose(_("What changed"), expected=False)
    contribution: Markdown = prose(_("The partnership’s contribution"))
    contribution_strength: TermRef | None = term(_("Strength of contribution"), "contribution-strength")
    durability: TermRef | None = term(_("Durability"), "durability", fact=True)


@section(
    "indicators",
    title=_("Indicators"),
    singular=_("Indicator"),
    grow=_("Add an indicator"),
    parent="outcomes",
    essential=False,
    guidance=_(
        "Give the unit, where things stood before, and how it was measured. Without a baseline a figure shows no change."
    ),
    example=_("“Women among police officers, per cent: 2 (2005) → 17 (July 2011), target 20.”"),
)
@attrs.frozen(kw_only=True)
class Indicator(Entry):
    """A quantity that shows an outcome; values are in `unit` (fields as in USAID indicator reference sheets)."""

    name: str = line(_("Indicator"), required=True, summary=True, compare_by=True)
    unit: str = line(_("Unit"), short=True, required=True, fact=True, hint=_("people, per cent, weapons"))
    direction: TermRef | None = term(_("Better when"), "indicator-direction")
    baseline: float | None = number(_("Baseline"), fact=True)
    baseline_date: When | None = when(_("Baseline date"))
    baseline_note: str = line(_("Note on the baseline"), expected=False)
    target: float | None = number(_("Target"), expected=False)
    target_date: When | None = when(_("Target date"), expected=False)
    disaggregation: str = line(_("Disaggregation"), expected=False, hint=_("By sex, age, place"))
    method: Markdown = prose(_("Method"))
    limits: Markdown = prose(_("Limits"), hint=_("What the figure cannot show"))


@section(
    "measurements",
    title=_("Measurements"),
    singular=_("Measurement"),
    grow=_("Add a measurement"),
    parent="indicators",
    essential=False,
    guidance=_(
        "One measured value with its date. Where sources differ, record each value and link each to its source."
    ),
    example=_("“102,193 – late 2004 – registered.”"),
)
@attrs.frozen(kw_only=True)
class Measurement(Entry):
    """One value of an indicator at one time, in the indicator's unit."""

    value: float | None = number(_("Value"), required=True, summary=True)
    date: When | None = when(_("Date"), required=True, fact=True)
    note: str = line(_("Note"), expected=False, fact=True, hint=_("“more than”, “registered”, “estimate”"))


@section(
    "testimonies",
    title=_("Testimonies"),
    singular=_("Testimony"),
    grow=_("Add a testimony"),
    parent="outcomes",
    essential=False,
    guidance=_(
        "Record what people said of the outcome, and their role, never their name unless they agreed to be named. "
        "Without consent a testimony stays out of every export."
    ),
    example=_("“Survey respondents, January 2006: nearly all felt safer; many doubted the police.”"),
)
@attrs.frozen(kw_only=True)
class Testimony(Entry):
    """What someone said of an outcome, in summary or quotation."""

    text: Markdown = prose(_("Quotation or summary"), required=True, summary=True)
    speaker_role: str = line(
        _("Speaker’s role"), required=True, fact=True, short=True, hint=_("Never a name by default")
    )
    perception: TermRef | None = term(_("Perception"), "perception", fact=True)
    language: str | None = language(_("Language"), expected=False)
    consent: TermRef | None = term(_("Consent"), "consent", required=True, fact=True)
    date: When | None = when(_("Date"), expected=False)
