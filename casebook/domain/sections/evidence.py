"""Evidence: which source stands behind which claim."""

import attrs

from casebook.domain.declaration import section
from casebook.domain.fields import EVERY_RECORD, line, link, prose, term
from casebook.domain.marking import _
from casebook.domain.records import Entry, Markdown, RecordId, TermRef


@section(
    "evidence",
    title=_("Evidence"),
    singular=_("Evidence"),
    grow=_("Link a source"),
    essential=False,
    guidance=_(
        "Link each claim to the source it rests on, with the page. Record sources that contradict the claim as well."
    ),
    example=_("“Supports – page 4 – credibility 2, probably true.”"),
)
@attrs.frozen(kw_only=True)
class Evidence(Entry):
    """A source for a claim; `credibility` is the Admiralty code's information grade, 1 to 6."""

    claim: RecordId | None = link(_("Claim"), EVERY_RECORD, required=True, fact=True, short=False)
    source: RecordId | None = link(_("Source"), "source_records", required=True, summary=True, short=False)
    locator: str = line(_("Page or time"), short=True, fact=True)
    stance: TermRef | None = term(_("Stance"), "evidence-stance", fact=True)
    credibility: TermRef | None = term(_("Credibility"), "credibility", fact=True)
    quote: Markdown = prose(_("Quotation"), expected=False)
