"""The table of one kind of record: its columns, and records to rows and back."""

import json
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any

import attrs
import sqlalchemy as sa

from casebook.domain.case import ANOTHER_CASE
from casebook.domain.dates import When
from casebook.domain.declaration import Declaration
from casebook.domain.fields import EVERY_RECORD, TEXT, FieldSpec, Kind, field_specs
from casebook.domain.records import Absence, Record, Sensitivity, Stamp

Row = dict[str, Any]

COLUMN_TYPES: dict[Kind, type[sa.types.TypeEngine[Any]]] = {
    Kind.SCALE: sa.Integer,
    Kind.WHOLE: sa.Integer,
    Kind.NUMBER: sa.Float,
    Kind.FLAG: sa.Boolean,
}
"""Column type of each kind of field; text where nothing else is said."""

STAMPS = ("created_at", "created_by", "updated_at", "updated_by")
WRITTEN_AS_JSON = ("absences", "field_sensitivities", "extra")
NOTHING = "{}"


def written(value: Mapping[str, Any]) -> str:
    """A mapping as JSON text that is the same for equal mappings."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")) if value else NOTHING


def reference(column: str, target: str, **options: Any) -> sa.Column[Any]:
    """A text column that must name a row of table `target`, looked at when the transaction ends."""
    key = sa.ForeignKey(
        f"{target}.id", deferrable=True, initially="DEFERRED", ondelete=options.pop("ondelete", None)
    )
    return sa.Column(column, sa.Text, key, **options)


def link_column(name: str, spec: FieldSpec, declaration: Declaration, **options: Any) -> sa.Column[Any]:
    """The column of a link; a link to another case, or to any record, is kept as plain text.

    The other case may be in another library, and no foreign key can point into every table. Shared records are
    never removed by a case, so only links within a case need an index for removals to be quick.
    """
    if spec.to in (ANOTHER_CASE, EVERY_RECORD):
        return sa.Column(name, sa.Text, **options)
    return reference(name, spec.to, index=not declaration.sections[spec.to].shared, **options)


@attrs.frozen(kw_only=True, eq=False)
class RecordTable:
    """Where the records of one class are kept; `sides` holds the table of each many-valued field."""

    key: str
    """Section key; empty for the case itself."""
    record_type: type[Record]
    table: sa.Table
    sides: Mapping[str, sa.Table]
    shared: bool

    @property
    def in_case(self) -> bool:
        """Whether its rows carry the id of their case."""
        return "case_id" in self.table.c

    @property
    def fields(self) -> tuple[FieldSpec, ...]:
        """The declared fields."""
        return field_specs(self.record_type)

    @cached_property
    def single(self) -> tuple[FieldSpec, ...]:
        """The declared fields that have a column of their own."""
        return tuple(spec for spec in self.fields if not spec.many)

    def row(self, record: Record) -> Row:
        """The record's own columns; its case and position are the caller's to add."""
        values: Row = {
            "id": record.id,
            "sensitivity": int(record.sensitivity),
            "absences": written(record.absences),
            "field_sensitivities": written(
                {name: level.key for name, level in record.field_sensitivities.items()}
            ),
            "extra": written(record.extra),
            "created_at": record.stamp.created_at,
            "created_by": record.stamp.created_by,
            "updated_at": record.stamp.updated_at,
            "updated_by": record.stamp.updated_by,
        }
        if self.shared:
            values["trashed"] = record.trashed  # type: ignore[attr-defined]
        elif self.in_case:
            values["parent"] = record.parent  # type: ignore[attr-defined]
        for spec in self.single:
            value = getattr(record, spec.name)
            values[spec.name] = value.edtf if isinstance(value, When) else value
            if spec.kind is Kind.WHEN:
                values |= bounds(spec.name, value)
        return values

    def many(self, record: Record) -> dict[str, tuple[str, ...]]:
        """The values of its many-valued fields, by name."""
        return {name: getattr(record, name) for name in self.sides}

    def reader(self) -> Callable[[Any, Mapping[str, Any]], Record]:
        """A function from a whole row of `table`, and the attributes that are not in it, to the record.

        It raises ValueError, KeyError, TypeError or DateError when the row holds what no record can.
        """
        at = {column.name: index for index, column in enumerate(self.table.c)}
        stamps = tuple((name, at[name]) for name in STAMPS)
        absences, levels, extra = (at[name] for name in WRITTEN_AS_JSON)
        plain = tuple(
            (spec.name, at[spec.name], spec.kind in TEXT)
            for spec in self.single
            if spec.kind is not Kind.WHEN
        )
        dates = tuple((spec.name, at[spec.name]) for spec in self.single if spec.kind is Kind.WHEN)
        own = tuple((name, at[name]) for name in ("parent", "trashed") if name in at)
        make, ident, sensitivity = self.record_type, at["id"], at["sensitivity"]

        def read(row: Any, more: Mapping[str, Any]) -> Record:
            values: dict[str, Any] = dict(more)
            for name, index, text in plain:
                value = row[index]
                values[name] = "" if text and value is None else value
            for name, index in dates:
                values[name] = When(row[index]) if row[index] else None
            for name, index in own:
                values[name] = row[index]
            if row[absences] != NOTHING:
                values["absences"] = {k: Absence(v) for k, v in json.loads(row[absences]).items()}
            if row[levels] != NOTHING:
                values["field_sensitivities"] = {
                    k: Sensitivity.of(v) for k, v in json.loads(row[levels]).items()
                }
            if row[extra] != NOTHING:
                values["extra"] = json.loads(row[extra])
            stamp = Stamp(**{name: row[index] for name, index in stamps})
            return make(id=row[ident], sensitivity=Sensitivity(row[sensitivity]), stamp=stamp, **values)

        return read


def bounds(name: str, value: When | None) -> Row:
    """The first and last day a date may mean, ISO 8601, so that a database can sort and select by them."""
    first, last = (value.sort_key[0].isoformat(), value.latest.isoformat()) if value else (None, None)
    return {f"{name}__start": first, f"{name}__end": last}


def record_table(metadata: sa.MetaData, declaration: Declaration, key: str) -> RecordTable:
    """Generate the tables of one section, or of the cases themselves for the empty key."""
    name = key or "cases"
    section = declaration.sections.get(key)
    record_type = section.entry_type if section else declaration.case_type
    shared = bool(section and section.shared)
    columns: list[sa.Column[Any]] = [sa.Column("id", sa.Text, primary_key=True)]
    if shared:
        columns.append(sa.Column("trashed", sa.Boolean, nullable=False))
    elif section:
        columns.append(reference("case_id", "cases", ondelete="CASCADE", nullable=False, index=True))
        columns.append(sa.Column("position", sa.Integer, nullable=False))
        within = section.parent
        columns.append(reference("parent", within, index=True) if within else sa.Column("parent", sa.Text))
    columns.append(sa.Column("sensitivity", sa.Integer, nullable=False))
    columns += [sa.Column(column, sa.Text, nullable=False) for column in (*STAMPS, *WRITTEN_AS_JSON)]
    sides: dict[str, sa.Table] = {}
    for spec in field_specs(record_type):
        if spec.many:
            sides[spec.name] = _side_table(metadata, declaration, key, spec)
            continue
        columns.append(_column(spec.name, spec, declaration))
        if spec.kind is Kind.WHEN:
            columns += [sa.Column(f"{spec.name}__start", sa.Text), sa.Column(f"{spec.name}__end", sa.Text)]
    return RecordTable(
        key=key,
        record_type=record_type,
        table=sa.Table(name, metadata, *columns),
        sides=sides,
        shared=shared,
    )


def _column(name: str, spec: FieldSpec, declaration: Declaration, **options: Any) -> sa.Column[Any]:
    if spec.to:
        return link_column(name, spec, declaration, **options)
    return sa.Column(name, COLUMN_TYPES.get(spec.kind, sa.Text), **options)


def _side_table(metadata: sa.MetaData, declaration: Declaration, key: str, spec: FieldSpec) -> sa.Table:
    """One row for each value of a many-valued field, in the order of the value."""
    section = declaration.sections.get(key)
    case = reference("case_id", "cases", ondelete="CASCADE", nullable=False, index=True)
    return sa.Table(
        f"{key or 'case'}__{spec.name}",
        metadata,
        *([case] if section and not section.shared else []),
        reference("record_id", key or "cases", ondelete="CASCADE", primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        _column("value", spec, declaration, nullable=False),
        sqlite_with_rowid=False,
    )
