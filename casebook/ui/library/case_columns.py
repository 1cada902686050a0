"""The columns of the list of cases: one row each."""

import attrs

from casebook.domain.marking import _


@attrs.frozen(kw_only=True)
class CaseColumn:
    """A column: what it is called, which field of CaseRow sorts it, how wide it is, when it gives way."""

    key: str
    title: str
    sort: str
    width: int = 0
    """Pixels at 100 % text; 0 takes what is left."""
    from_width: int = 0
    """Width of the table in pixels at 100 % text from which the column is shown."""


COLUMNS: tuple[CaseColumn, ...] = (
    CaseColumn(key="mark", title="", sort="", width=34),
    CaseColumn(key="case", title=_("Case"), sort="title"),
    CaseColumn(key="place", title=_("Place"), sort="countries", width=112, from_width=520),
    CaseColumn(key="period", title=_("Period"), sort="period", width=92, from_width=430),
    CaseColumn(key="partners", title=_("Partners"), sort="partners", width=126, from_width=640),
    CaseColumn(key="status", title=_("Status"), sort="status", width=134),
    CaseColumn(key="complete", title=_("Complete"), sort="completeness", width=92, from_width=380),
)
