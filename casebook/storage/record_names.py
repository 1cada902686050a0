"""What records are called, looked up in the database itself."""

import json
from collections.abc import Iterable

import sqlalchemy as sa

from casebook.domain.fields import Kind
from casebook.storage.tables import Tables


def record_names(
    connection: sa.Connection, tables: Tables, section: str, ids: Iterable[str]
) -> dict[str, str]:
    """The names of records of one section: their short form where they have one, else their summary."""
    target = tables.records[section]
    specs = [field for field in target.single if field.kind in (Kind.LINE, Kind.PROSE)]
    naming = [field for field in specs if field.short_form] + [field for field in specs if field.summary]
    columns = [target.table.c[field.name] for field in naming]
    each = sa.func.json_each(sa.bindparam("ids")).table_valued("value")
    wanted = sa.select(target.table.c.id, *columns).where(target.table.c.id.in_(sa.select(each.c.value)))
    rows = connection.execute(wanted, {"ids": json.dumps(sorted(ids))})
    words = {row[0]: [" ".join((text or "").split()) for text in row[1:]] for row in rows}
    return {ident: name for ident, names in words.items() if (name := next(filter(None, names), ""))}
