"""Where and when many cases happened, read at once: two plain queries, no case is loaded."""

import json
from collections.abc import Collection
from typing import Any

import sqlalchemy as sa

from casebook.domain.case_points import KnownPlace, Whereabouts
from casebook.domain.coarsening import PRECISION, is_place
from casebook.domain.errors import NotALibraryError
from casebook.domain.marking import _
from casebook.storage.database import Database
from casebook.storage.record_table import RecordTable
from casebook.storage.tables import Tables


class CasePlaces:
    """The whereabouts of the cases of an open library, as `Library.places`."""

    def __init__(self, database: Database, tables: Tables) -> None:
        """Made by the library."""
        self._database = database
        self._tables = tables

    def whereabouts(self, case_ids: Collection[str] | None = None) -> list[Whereabouts]:
        """Those of some cases, or of all that are not in the Trash, in the order in which they came to the library.

        Raises:
            NotALibraryError: what the library holds is damaged.
        """
        listed = self._tables.case_list
        wanted = sa.select(listed.c.id, listed.c.title, listed.c.countries, listed.c.period)
        chosen = {} if case_ids is None else {"cases": json.dumps(list(case_ids))}
        wanted = wanted.where(listed.c.trashed_at == "" if case_ids is None else _among(listed.c.id))
        with self._database.reading() as connection:
            places: dict[str, list[KnownPlace]] = {}
            for table in self._tables.own:
                if is_place(table.record_type) and {"latitude", "longitude"} <= set(table.table.c.keys()):
                    self._add_places(connection, table, chosen, places)
            rows = connection.execute(wanted.order_by(listed.c.number), chosen).all()
        countries: dict[str, tuple[str, ...]] = {"": ()}
        try:
            return [
                Whereabouts(
                    case_id,
                    title,
                    countries.get(codes) or countries.setdefault(codes, _codes(codes)),
                    period,
                    tuple(places.get(case_id, ())),
                )
                for case_id, title, codes, period in rows
            ]
        except ValueError as error:
            raise NotALibraryError(
                _("A case is damaged in the library. Restore a backup of the library.")
            ) from error

    def _add_places(
        self,
        connection: sa.Connection,
        table: RecordTable,
        chosen: dict[str, str],
        places: dict[str, list[KnownPlace]],
    ) -> None:
        """Add the places with a position on Earth that a section holds, by case, in the order of the section."""
        columns = table.table.c
        named = next(spec.name for spec in table.fields if spec.summary)
        precision = next(spec.name for spec in table.fields if spec.vocabulary == PRECISION)
        wanted: sa.Select[Any] = sa.select(
            columns.case_id, columns[named], columns.latitude, columns.longitude, columns[precision]
        ).where(columns.latitude.between(-90, 90), columns.longitude.between(-180, 180))
        if chosen:
            wanted = wanted.where(_among(columns.case_id))
        for row in connection.execute(wanted, chosen).all():
            places.setdefault(row[0], []).append(KnownPlace._make(row[1:]))


def _among(column: sa.ColumnElement[Any]) -> sa.ColumnElement[bool]:
    """Whether a case is one of those chosen."""
    return column.in_(sa.select(sa.func.json_each(sa.bindparam("cases")).table_valued("value").c.value))


def _codes(text: str) -> tuple[str, ...]:
    return tuple(str(code).upper() for code in json.loads(text)) if text else ()
