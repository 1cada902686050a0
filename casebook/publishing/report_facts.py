"""What stands on the title page of a report and in the footer of every page."""

from collections.abc import Sequence
from datetime import date

import attrs

from casebook.domain.case import Case
from casebook.domain.dates import When
from casebook.domain.marking import _
from casebook.domain.wording import Wording
from casebook.publishing.legible import legible
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


CASES = _("{} cases")


def report_facts(cases: Sequence[Case], order: Order, kind: str, wording: Wording) -> ReportFacts:
    """The facts about a report on these cases, of which there is one at least."""
    made_on = order.made_on or date.today()  # noqa: DTZ011 - the day on the reader's own calendar
    first = cases[0]
    alone = len(cases) == 1
    stands = dict.fromkeys(wording.term("status", case.status) for case in cases)
    return ReportFacts(
        title=(wording.title(first, first) if alone else kind) if not order.title else legible(order.title),
        kind=kind,
        reference=first.ref_code if alone else wording.translate(CASES).format(len(cases)),
        status=", ".join(filter(None, stands)),
        audience=wording.sensitivity(order.audience),
        made_on=str(When(made_on.isoformat())),
        language=order.language,
        authors=tuple(dict.fromkeys(author for case in cases for author in case.authors)),
        day=made_on,
    )
