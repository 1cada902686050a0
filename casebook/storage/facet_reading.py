"""What each case counts under, read from its rows: one query for all facets that a change can touch."""

from collections.abc import Collection, Iterator
from functools import cached_property, lru_cache

import sqlalchemy as sa

from casebook.domain.dates import When
from casebook.domain.facets import (
    BY,
    COMPLETENESS,
    DECADE,
    FINDING,
    GRADE,
    HAS,
    LISTED,
    SENSITIVITY,
    STATE,
    TRASHED,
    UNSOURCED,
    YEAR,
    Facet,
    facets_of,
    years_of,
)
from casebook.domain.fields import Kind, remembered
from casebook.domain.grades import UNJUDGED
from casebook.domain.grounds import decades
from casebook.domain.records import Sensitivity
from casebook.storage.tables import Tables

Member = tuple[str, str, int]
"""A facet, a value of it, and the number of a case that counts under it."""

HEADER = ""
LIST = "*"
"""In place of a section, for what stands in the list alone: the Trash."""
CASES = sa.bindparam("cases", type_=sa.Text)
EVERY = "*"
"""For `cases`: all there are."""

SPACES = "".join(sign for sign in map(chr, range(0x3001)) if sign.isspace())
"""What a field may hold and yet not be filled in."""

Part = tuple[frozenset[str], sa.Select[int, str, str]]
"""The sections whose changes it depends on, and the query (case number, facet, value)."""


class FacetReading:
    """Reads which cases count under which values."""

    def __init__(self, tables: Tables) -> None:
        """Takes the tables of the library."""
        self._tables = tables
        self._list = tables.case_list
        self._asked = lru_cache(maxsize=512)(self._question)

    def members(
        self, connection: sa.Connection, cases: str = EVERY, sections: Collection[str] | None = None
    ) -> Iterator[Member]:
        """What some cases (their ids as JSON), or all, count under, in the facets that depend on some sections, or all."""
        question = self._asked(frozenset(sections) if sections is not None else None, cases == EVERY)
        asked = {} if cases == EVERY else {"cases": cases}
        for row in connection.execute(question, asked):
            number, facet, value = row[0], row[1], row[2]
            if facet == DECADE:
                when = When(value)
                yield from ((DECADE, str(decade), number) for decade in decades(when))
                yield from ((YEAR, year, number) for year in years_of(when))
            elif facet == SENSITIVITY:
                yield facet, Sensitivity(int(value)).key, number
            else:
                yield facet, str(value), number

    @cached_property
    def _parts(self) -> tuple[Part, ...]:
        """A hundred queries: made when something is written, and not for looking."""
        return tuple(self._all_parts())

    def _question(
        self, sections: frozenset[str] | None, everything: bool
    ) -> sa.CompoundSelect[int, str, str]:
        chosen = [part for needs, part in self._parts if sections is None or needs & sections]
        if not everything:
            each = sa.select(sa.func.json_each(CASES).table_valued("value").c.value)
            chosen = [part.where(self._list.c.id.in_(each)) for part in chosen]
        return sa.union_all(*chosen)

    def _all_parts(self) -> Iterator[Part]:
        """Each depends on the sections it reads, and on the record of the case itself where it reads that."""
        for facet in facets_of(self._tables.declaration):
            yield frozenset({facet.section}), self._of_field(facet)
        for key, held in self._tables.held.items():
            yield frozenset({key}), self._of_case(held, held.c.case_id, key, held.c.value)
            yield frozenset({key}), self._of_case(held, held.c.case_id, HAS, sa.literal(key))
        for table in self._tables.own:
            if table.key:
                owner = table.table.c.case_id
                yield (
                    frozenset({table.key}),
                    self._of_case(table.table, owner, HAS, sa.literal(table.key)).distinct(),
                )
        yield from self._of_header()
        yield from self._of_list()
        yield from self._following()

    def _of_case(
        self, place: sa.FromClause, owner: sa.ColumnElement[str], facet: str, value: sa.ColumnElement[str]
    ) -> sa.Select[int, str, str]:
        source = place.join(self._list, self._list.c.id == owner)
        return sa.select(self._list.c.number, sa.literal(facet), value).select_from(source)

    def _of_field(self, facet: Facet) -> sa.Select[int, str, str]:
        table = self._tables.records[facet.section]
        place: sa.FromClause = table.table
        value: sa.ColumnElement[str]
        if facet.spec.many:
            side = table.sides[facet.spec.name]
            place, value = place.join(side, side.c.record_id == table.table.c.id), side.c.value
        else:
            value = table.table.c[facet.spec.name]
        owner = table.table.c.id
        if table.shared:
            held = self._tables.held[table.key]
            place, owner = place.join(held, held.c.value == table.table.c.id), held.c.case_id
        elif table.key:
            owner = table.table.c.case_id
        chosen = self._of_case(place, owner, facet.key, value).where(value.is_not(None), value != "")
        return chosen.distinct() if table.key or facet.spec.many else chosen

    def _of_header(self) -> Iterator[Part]:
        table = self._tables.records[HEADER]
        cases = table.table
        for spec in table.fields:
            if spec.many:
                side = table.sides[spec.name]
                filled = self._of_case(side, side.c.record_id, HAS, sa.literal(spec.name)).distinct()
            else:
                column = cases.c[spec.name]
                filled = self._of_case(cases, cases.c.id, HAS, sa.literal(spec.name))
                filled = filled.where(column.is_not(None), sa.func.trim(column, SPACES) != "")
            yield frozenset({HEADER}), filled
            if spec.kind is Kind.WHEN and spec.name == "period":
                dated = self._of_case(cases, cases.c.id, DECADE, cases.c.period)
                yield frozenset({HEADER}), dated.where(cases.c.period.is_not(None))
        yield frozenset({HEADER}), self._of_case(cases, cases.c.id, SENSITIVITY, cases.c.sensitivity)

    def _of_list(self) -> Iterator[Part]:
        """What any change of a case may change."""
        listed = self._list
        everywhere = frozenset({LIST, HEADER, *self._tables.declaration.sections})
        quarter = sa.cast(listed.c.completeness // 25 * 25, sa.Text)
        state = sa.case((listed.c.trashed_at == "", LISTED), else_=TRASHED)
        for facet, value in ((COMPLETENESS, quarter), (STATE, state), (BY, listed.c.updated_by)):
            yield everywhere, sa.select(listed.c.number, sa.literal(facet), value).where(value != "")

    def _following(self) -> Iterator[Part]:
        """What follows from several sections together; nothing when the declaration lacks one of them."""
        records = self._tables.records
        if not {"evidence", "outcomes", "source_records"} <= records.keys():
            return
        evidence, sources = records["evidence"].table, records["source_records"].table
        letter = sa.func.coalesce(sa.func.upper(sources.c.reliability), UNJUDGED)
        figure = sa.func.coalesce(evidence.c.credibility, UNJUDGED)
        place = evidence.outerjoin(sources, sources.c.id == evidence.c.source)
        graded = self._of_case(place, evidence.c.case_id, GRADE, letter.concat(figure)).distinct()
        judged = sa.or_(sources.c.reliability.is_not(None), evidence.c.credibility.is_not(None))
        yield frozenset({"evidence", "source_records"}), graded.where(judged)
        outcomes = records["outcomes"].table
        bare = self._of_case(outcomes, outcomes.c.case_id, FINDING, sa.literal(UNSOURCED)).distinct()
        backing = sa.and_(
            evidence.c.case_id == outcomes.c.case_id,
            evidence.c.source.is_not(None),
            evidence.c.stance.is_distinct_from("contradicts"),
            sa.or_(
                evidence.c.claim == outcomes.c.id,
                *self._claims_within("outcomes", outcomes.c.id, evidence.c.claim),
            ),
        )
        inside = {key for key, _table in self._inside("outcomes")}
        yield frozenset({"evidence", "outcomes"} | inside), bare.where(~sa.exists().where(backing))

    def _inside(self, key: str) -> Iterator[tuple[str, sa.Table]]:
        """The sections whose entries stand in those of a section, at any depth."""
        for child in self._tables.declaration.children(key):
            yield child.key, self._tables.records[child.key].table
            yield from self._inside(child.key)

    def _claims_within(
        self, key: str, owner: sa.ColumnElement[str], claim: sa.ColumnElement[str]
    ) -> Iterator[sa.ColumnElement[bool]]:
        """That a claim is an entry inside the one with id `owner`."""
        for child in self._tables.declaration.children(key):
            table = self._tables.records[child.key].table
            inner = sa.select(table.c.id).where(table.c.parent == owner).correlate_except(table)
            yield claim.in_(inner)
            for grandchild in self._tables.declaration.children(child.key):
                deep = self._tables.records[grandchild.key].table
                below = deep.join(table, table.c.id == deep.c.parent)
                deeper = sa.select(deep.c.id).select_from(below).where(table.c.parent == owner)
                yield claim.in_(deeper.correlate_except(deep, table))


@remembered
def reading_of(tables: Tables) -> FacetReading:
    """The one reading of these tables: making its hundred queries takes longer than opening a library."""
    return FacetReading(tables)
