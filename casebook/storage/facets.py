"""Which cases count under which value of which facet: one compressed set of case numbers for each value."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager

import sqlalchemy as sa
from pyroaring import BitMap

from casebook.storage.facet_reading import Member, reading_of
from casebook.storage.tables import Tables

AT_ONCE = 2000
"""Cases read together when all sets are made anew."""


class Facets:
    """Reads and writes the sets, inside the caller's transaction."""

    def __init__(self, tables: Tables) -> None:
        """Takes the tables of the library."""
        self._sets = tables.facet_sets
        self._list = tables.case_list
        self._held = tables.held
        self._records = tables.records
        self._reading = reading_of(tables)
        each = sa.func.json_each(sa.bindparam("values", type_=sa.Text)).table_valued("value").c.value
        self._having = sa.select(self._sets.c.cases).where(
            self._sets.c.facet == sa.bindparam("facet"), self._sets.c.value.in_(sa.select(each))
        )

    def members(
        self, connection: sa.Connection, case_ids: Collection[str], sections: Collection[str] | None = None
    ) -> set[Member]:
        """What some cases count under, in the facets that a change of these sections can touch, or all."""
        if not case_ids:
            return set()
        return set(self._reading.members(connection, json.dumps(sorted(case_ids)), sections))

    @contextmanager
    def following(
        self,
        connection: sa.Connection,
        cases: Collection[str],
        sections: Collection[str] | None,
        new: Collection[str] = (),
    ) -> Iterator[None]:
        """Bring the sets from what some cases counted under before to what they, and `new` ones, count under after."""
        before = self.members(connection, cases, sections)
        yield
        self.change(connection, before, self.members(connection, {*cases, *new}, sections))

    def holders(self, connection: sa.Connection, section: str, record_ids: Collection[str]) -> set[str]:
        """Ids of the cases that hold one of these shared records, or have evidence from it without holding it."""
        held, ids = self._held[section], sorted(record_ids)
        wanted = [sa.select(held.c.case_id).where(held.c.value.in_(ids))]
        if section == "source_records" and "evidence" in self._records:
            evidence = self._records["evidence"].table
            wanted.append(sa.select(evidence.c.case_id).where(evidence.c.source.in_(ids)))
        return set(connection.scalars(sa.union(*wanted)))

    def change(self, connection: sa.Connection, before: set[Member], after: set[Member]) -> None:
        """Bring the sets from what some cases counted under to what they count under now."""
        gone, come = _by_value(before - after), _by_value(after - before)
        for key in gone.keys() | come.keys():
            cases = self._one(connection, *key) - gone.get(key, BitMap()) | come.get(key, BitMap())
            self._put(connection, *key, cases)

    def rebuild(self, connection: sa.Connection) -> Iterator[tuple[int, int]]:
        """Make all sets anew from the cases, yielding how far it is: (cases done, of)."""
        listed = self._list
        ids = list(connection.scalars(sa.select(listed.c.id).order_by(listed.c.number)))
        sets: dict[tuple[str, str], BitMap] = defaultdict(BitMap)
        for start in range(0, len(ids), AT_ONCE):
            yield start, len(ids)
            some = json.dumps(ids[start : start + AT_ONCE])
            for key, cases in _by_value(self._reading.members(connection, some)).items():
                sets[key] |= cases
        connection.execute(sa.delete(self._sets))
        for (facet, value), cases in sets.items():
            self._put(connection, facet, value, cases)
        yield len(ids), len(ids)

    def having(self, connection: sa.Connection, facet: str, values: Iterable[str]) -> BitMap:
        """Numbers of the cases that count under one of these values."""
        asked = {"facet": facet, "values": json.dumps(list(values))}
        sets = (BitMap.deserialize(held) for held in connection.scalars(self._having, asked))
        return BitMap.union(BitMap(), *sets)

    def values(self, connection: sa.Connection, facet: str) -> dict[str, BitMap]:
        """Every value of a facet with its cases."""
        wanted = sa.select(self._sets.c.value, self._sets.c.cases).where(self._sets.c.facet == facet)
        return {value: BitMap.deserialize(cases) for value, cases in connection.execute(wanted)}

    def _one(self, connection: sa.Connection, facet: str, value: str) -> BitMap:
        sets = self._sets
        wanted = sa.select(sets.c.cases).where(sets.c.facet == facet, sets.c.value == value)
        held = connection.scalar(wanted)
        return BitMap.deserialize(held) if held is not None else BitMap()

    def _put(self, connection: sa.Connection, facet: str, value: str, cases: BitMap) -> None:
        sets = self._sets
        if not cases:
            connection.execute(sa.delete(sets).where(sets.c.facet == facet, sets.c.value == value))
            return
        row = {"facet": facet, "value": value, "cases": cases.serialize()}
        connection.execute(sa.insert(sets).prefix_with("OR REPLACE"), row)


def _by_value(members: Iterable[Member]) -> dict[tuple[str, str], BitMap]:
    numbers: dict[tuple[str, str], list[int]] = defaultdict(list)
    for facet, value, number in members:
        numbers[facet, value].append(number)
    return {key: BitMap(some) for key, some in numbers.items()}
