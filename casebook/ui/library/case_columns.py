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
    gives_way: int = 0
    """When the table is narrow, columns are left out in this order; 0 for one that stays."""
    usual: bool = True
    """Shown until the person chooses otherwise."""


NARROWEST_CASE = 190
"""Pixels at 100 % text that the title of a case keeps for itself."""

COLUMNS: tuple[CaseColumn, ...] = (
    CaseColumn(key="mark", title="", sort="", width=34),
    CaseColumn(key="case", title=_("Case"), sort="title"),
    CaseColumn(key="place", title=_("Place"), sort="countries", width=112, gives_way=2),
    CaseColumn(key="period", title=_("Period"), sort="period", width=92, gives_way=4),
    CaseColumn(key="partners", title=_("Partners"), sort="partners", width=126, gives_way=1),
    CaseColumn(key="status", title=_("Status"), sort="status", width=134),
    CaseColumn(key="complete", title=_("Complete"), sort="completeness", width=92, gives_way=3),
    CaseColumn(
        key="sensitivity", title=_("Sensitivity"), sort="sensitivity", width=96, gives_way=5, usual=False
    ),
    CaseColumn(key="changed", title=_("Changed"), sort="updated_at", width=92, gives_way=6, usual=False),
    CaseColumn(key="by", title=_("Changed by"), sort="updated_by", width=112, gives_way=7, usual=False),
)
