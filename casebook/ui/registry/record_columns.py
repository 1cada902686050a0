"""The columns of the list of shared records: one row each."""

import attrs

from casebook.domain.marking import _


@attrs.frozen(kw_only=True)
class RecordColumn:
    """A column: the field of RecordRow it shows and sorts by, what it is called, how wide it is, when it gives way."""

    key: str
    title: str
    width: int = 0
    """Pixels at 100 % text; 0 takes what is left."""
    gives_way: int = 0
    """When the table is narrow, columns are left out in this order; 0 for one that stays."""


NARROWEST_NAME = 190
"""Pixels at 100 % text that the name keeps for itself."""
NAME = 0
"""Place of the column that can be written in."""

COLUMNS: tuple[RecordColumn, ...] = (
    RecordColumn(key="name", title=_("Name")),
    RecordColumn(key="mark", title="", width=130, gives_way=2),
    RecordColumn(key="type", title=_("Type"), width=190, gives_way=3),
    RecordColumn(key="cases", title=_("Used in"), width=92),
    RecordColumn(key="updated_at", title=_("Changed"), width=100, gives_way=1),
)
"""The title of the column "mark" is that of its field: a short name, a citation key."""
