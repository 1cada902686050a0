"""What records are called, without reading them whole."""

import json
from collections.abc import Collection

import sqlalchemy as sa

from casebook.domain.fields import Kind
from casebook.storage.record_table import RecordTable


def record_names(connection: sa.Connection, table: RecordTable, ids: Collection[str]) -> dict[str, str]:
    """The short form of each record where it has one, else its summary, on one line; those without a name left out."""
    specs = [field for field in table.single if field.kind in (Kind.LINE, Kind.PROSE)]
    naming = [field for field in specs if field.short_form] + [field for field in specs if field.summary]
    columns = [table.table.c[field.name] for field in naming]
    each = sa.select(sa.func.json_each(sa.bindparam("ids")).table_valued("value").c.value)
    wanted = sa.select(table.table.c.id, *columns).where(table.table.c.id.in_(each))
    rows = connection.execute(wanted, {"ids": json.dumps(sorted(ids))})
    words = {row[0]: [" ".join((text or "").split()) for text in row[1:]] for row in rows}
    return {ident: name for ident, names in words.items() if (name := next(filter(None, names), ""))}
