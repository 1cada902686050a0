"""Assessment: the case judged by the six OECD DAC evaluation criteria (2019)."""

import attrs

from casebook.domain.declaration import section
from casebook.domain.fields import prose, term
from casebook.domain.marking import _
from casebook.domain.records import Entry, Markdown, TermRef


@section(
    "assessment",
    title=_("Assessment"),
    singular=_("Criterion"),
    grow=_("Assess a criterion"),
    guidance=_(
        "Judge each criterion once. “Not assessed” is an honest rating; a rating without a reason is not."
    ),
    example=_("“Sustainability – 2 – gains faded once outside funding fell.”"),
)
@attrs.frozen(kw_only=True)
class Assessment(Entry):
    """A judgement by one DAC criterion, 1 (unsatisfactory) to 4 (highly satisfactory), or not assessed."""

    criterion: TermRef | None = term(
        _("Criterion"), "dac-criterion", required=True, summary=True, compare_by=True, short=True
    )
    rating: TermRef | None = term(_("Rating"), "dac-rating", required=True, fact=True)
    rationale: Markdown = prose(_("Rationale"))
