"""The list of shared records as a table that can leave: as it is shown, with the words of its types."""

from collections.abc import Callable

from casebook.domain.grid import Grid, Value
from casebook.domain.marking import _
from casebook.domain.wording import Wording
from casebook.services.lists.leaving import as_day
from casebook.storage.library import Library
from casebook.storage.record_query import RecordQuery
from casebook.storage.shared_records import mark_field, type_field
from casebook.storage.tables import tables_for

PAGE = 500
"""Records read at a time."""

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


def record_grid(
    library: Library, query: RecordQuery, wording: Wording, progress: Progress, cancelled: Cancelled
) -> Grid:
    """The records of a query, in its order; what was not read when cancelled is left out."""
    table = tables_for(library.declaration).records[query.section]
    mark, kind = mark_field(table), type_field(table)
    tr = wording.translate
    ids = library.records.ids(query)
    rows: list[tuple[Value, ...]] = []
    for start in range(0, len(ids), PAGE):
        progress(start, len(ids))
        if cancelled():
            break
        for row in library.records.rows(query.section, ids[start : start + PAGE]):
            named = wording.term(kind.vocabulary, row.type) if kind is not None else ""
            rows.append((row.name, row.mark, named, row.cases, as_day(row.updated_at), row.updated_by))
    progress(len(ids), len(ids))
    called = mark.label if mark is not None else _("Short name")
    heads = (_("Name"), called, _("Type"), _("Used in"), _("Changed"), _("Changed by"))
    title = tr(library.declaration.sections[query.section].title)
    return Grid(title=title, columns=tuple(map(tr, heads)), rows=tuple(rows))
