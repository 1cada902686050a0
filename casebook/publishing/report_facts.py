"""What stands on the title page of a report and in the footer of every page."""

from datetime import date

import attrs

from casebook.domain.case import Case
from casebook.domain.dates import When
from casebook.domain.wording import Wording
from casebook.publishing.order import Order


@attrs.frozen(kw_only=True)
class ReportFacts:
    """Title, marks and day of a report; plain text."""

    title: str
    kind: str
    reference: str
    status: str
    audience: str
    made_on: str
    language: str
    authors: tuple[str, ...] = ()
    day: date = date(1980, 1, 1)
    """The same day as `made_on`: what a file says of when it was made."""


def report_facts(case: Case, order: Order, kind: str, wording: Wording) -> ReportFacts:
    """The facts about a report on `case`."""
    made_on = order.made_on or date.today()  # noqa: DTZ011 - the day on the reader's own calendar
    return ReportFacts(
        title=wording.title(case, case),
        kind=kind,
        reference=case.ref_code,
        status=wording.term("status", case.status),
        audience=wording.sensitivity(order.audience),
        made_on=str(When(made_on.isoformat())),
        language=order.language,
        authors=case.authors,
        day=made_on,
    )
