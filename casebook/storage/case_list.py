"""The list of cases: one narrow row each, kept in step with the case, read page by page."""

import json
import unicodedata
from collections.abc import Collection, Sequence
from typing import Any

import sqlalchemy as sa

from casebook.domain.case import Case
from casebook.domain.completeness import completeness
from casebook.domain.records import Sensitivity
from casebook.storage.listing import CaseRow
from casebook.storage.record_table import Row
from casebook.storage.tables import Tables

PARTNERS = sa.text(
    """
    UPDATE case_list SET partners = (
        SELECT json_group_array(name) FROM (
            SELECT CASE WHEN r.short_name <> '' THEN r.short_name ELSE r.name END AS name
            FROM actors a JOIN actor_records r ON r.id = a.actor
            WHERE a.case_id = case_list.id GROUP BY r.id ORDER BY min(a.position)
        )
    ) WHERE id IN (SELECT value FROM json_each(:cases))
        OR id IN (SELECT case_id FROM case__actor_records
                  WHERE value IN (SELECT value FROM json_each(:renamed)))
    """
)
"""Names the partners of some cases anew, and of all cases that hold an actor whose name changed."""


class CaseList:
    """Reads and writes the rows of the list, inside the caller's transaction."""

    def __init__(self, tables: Tables) -> None:
        """Takes the tables of the library."""
        self._list = tables.case_list
        number = sa.func.json_each(sa.bindparam("numbers", type_=sa.Text)).table_valued("value").c.value
        shown = (self._list.c[name] for name in SHOWN)
        self._rows = sa.select(*shown).where(self._list.c.number.in_(sa.select(number)))

    def update(self, connection: sa.Connection, case: Case, at: str, by: str) -> bool:
        """Write the row of a case anew; False when it has none."""
        written = sa.update(self._list).where(self._list.c.id == case.id)
        return connection.execute(written, list_row(case, at, by)).rowcount == 1

    def name_partners(
        self, connection: sa.Connection, cases: Collection[str], renamed: Collection[str]
    ) -> None:
        """Fill in the partners of `cases`, and of every case that holds one of the `renamed` actors."""
        lists = {"cases": json.dumps(list(cases)), "renamed": json.dumps(list(renamed))}
        connection.execute(PARTNERS, lists)

    def numbers(self, connection: sa.Connection, cases: Collection[str]) -> dict[str, int]:
        """The number of each of these cases."""
        listed = self._list
        each = sa.func.json_each(sa.bindparam("ids", type_=sa.Text)).table_valued("value").c.value
        wanted = sa.select(listed.c.id, listed.c.number).where(listed.c.id.in_(sa.select(each)))
        return {row.id: row.number for row in connection.execute(wanted, {"ids": json.dumps(list(cases))})}

    def rows(self, connection: sa.Connection, numbers: Sequence[int]) -> list[CaseRow]:
        """The rows with these numbers, in their order; those that are not there are left out."""
        found = connection.execute(self._rows, {"numbers": json.dumps(list(numbers))}).mappings()
        rows = {row["number"]: _case_row(row) for row in found}
        return [rows[number] for number in numbers if number in rows]

    def ids(self, connection: sa.Connection, numbers: Sequence[int]) -> list[str]:
        """The ids of the cases with these numbers, in their order."""
        listed = self._list
        number = sa.func.json_each(sa.bindparam("numbers", type_=sa.Text)).table_valued("value").c.value
        wanted = sa.select(listed.c.number, listed.c.id).where(listed.c.number.in_(sa.select(number)))
        ids = {row[0]: row[1] for row in connection.execute(wanted, {"numbers": json.dumps(list(numbers))})}
        return [ids[number] for number in numbers if number in ids]


SHOWN = tuple(CaseRow.__annotations__)


def list_row(case: Case, at: str, by: str) -> Row:
    """What the list shows of a case; its partners are filled in afterwards."""
    return {
        "ref_code": case.ref_code,
        "title": case.title,
        "title_key": sorting_key(case.title),
        "brief": case.brief,
        "countries": json.dumps(case.countries) if case.countries else "",
        "period": case.period.edtf if case.period else "",
        "period_start": case.period.sort_key[0].isoformat() if case.period else "",
        "status": case.status or "",
        "completeness": completeness(case).total,
        "sensitivity": int(case.sensitivity),
        "updated_at": case.stamp.updated_at or at,
        "updated_by": case.stamp.updated_by or by,
    }


def sorting_key(text: str) -> str:
    """`text` without accents and letter case, so that "Évian" stands beside "Evian"."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign)).strip()


def _case_row(row: Any) -> CaseRow:
    values = dict(row)
    for name in ("countries", "partners"):
        values[name] = tuple(json.loads(values[name])) if values[name] else ()
    return CaseRow(**{**values, "sensitivity": Sensitivity(values["sensitivity"]).key})
