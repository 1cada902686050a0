"""The tables of a library, generated from the declaration: one typed table for each section."""

from collections.abc import Mapping

import attrs
import sqlalchemy as sa

from casebook.domain.declaration import Declaration
from casebook.domain.fields import remembered
from casebook.storage.record_table import RecordTable, record_table, reference

# Marks count as letters: without that, every vowel sign would cut a word of Hindi or vocalised Arabic in two.
CUT = "tokenize=\"unicode61 remove_diacritics 2 categories 'L* N* Co M*'\""
INDEX = (
    "CREATE VIRTUAL TABLE search_index USING fts5"
    f" (title, body, content='search_text', content_rowid='number', prefix='3', {CUT})"
)
WORDS = (
    "CREATE VIRTUAL TABLE word_index USING fts5"
    f" (words, content='', contentless_delete=1, detail=none, prefix='1 2 3 4 5 6', {CUT})"
)
"""Which words stand anywhere in a case (row: its number) or shared record (row: SHARED and its number in `search_text`).

One row a case, so that the list can be narrowed while a word is being typed.
"""
SORTED = (
    "ref_code",
    "title_key",
    "countries",
    "period_start",
    "partners",
    "status",
    "completeness",
    "sensitivity",
    "updated_at",
    "updated_by",
    "trashed_at",
)
"""Columns the list of cases can be sorted by."""
ADDING = (
    "INSERT INTO search_index (rowid, title, body) VALUES (new.number, folded(new.title), folded(new.body));"
)
REMOVING = (
    "INSERT INTO search_index (search_index, rowid, title, body)"
    " VALUES ('delete', old.number, folded(old.title), folded(old.body));"
)
INDEXED = "SELECT number, folded(title), folded(body) FROM search_text"
"""What the index holds of the texts: as many words at the same places, so that it can still point into them."""
TRIGGERS = {
    "search_text_added": f"AFTER INSERT ON search_text BEGIN {ADDING} END",
    "search_text_removed": f"AFTER DELETE ON search_text BEGIN {REMOVING} END",
    "search_text_changed": f"AFTER UPDATE OF title, body ON search_text BEGIN {REMOVING} {ADDING} END",
    "case_removed": "AFTER DELETE ON case_list BEGIN DELETE FROM word_index WHERE rowid = old.number; END",
}
"""Keep the full-text indexes in step with the texts (sqlite.org/fts5.html, section 4.4.3)."""


@attrs.frozen(kw_only=True, eq=False)
class Tables:
    """Every table of a library."""

    declaration: Declaration
    metadata: sa.MetaData
    records: Mapping[str, RecordTable]
    """The table of each section by key; that of the cases themselves under the empty key."""
    held: Mapping[str, sa.Table]
    """For each shared section, which case holds which records, in its order: case_id, position, value."""
    case_list: sa.Table
    """What the list of cases shows, so that showing it never touches the cases themselves."""
    facet_sets: sa.Table
    """For each value of each facet, the numbers of the cases that count under it, as a Roaring bitmap."""
    change_log: sa.Table
    search_text: sa.Table
    """The texts behind the full-text index; `number` is the case's number × 2²⁰ + a count, below 2²⁰ if shared."""
    blobs: sa.Table
    exports: sa.Table
    """What left the library: one row for each case of an export."""
    shelf: sa.Table
    """Named things beside the cases: one row each, its value as JSON."""
    collection: sa.Table
    """Collections made by hand; one may stand in another."""
    collection_case: sa.Table
    """Which cases were put into which collection."""

    def create(self, connection: sa.Connection) -> None:
        """Make all tables in an empty file."""
        self.metadata.create_all(connection, checkfirst=False)
        held = (sa.select(table.c.case_id, table.c.value.label("record_id")) for table in self.held.values())
        connection.exec_driver_sql(f"CREATE VIEW held_records AS {sa.union_all(*held)}")
        connection.exec_driver_sql(INDEX)
        connection.exec_driver_sql(WORDS)
        for name, body in TRIGGERS.items():
            connection.exec_driver_sql(f"CREATE TRIGGER {name} {body}")

    @property
    def own(self) -> tuple[RecordTable, ...]:
        """The tables of the sections whose entries belong to one case."""
        return tuple(table for table in self.records.values() if table.in_case)

    @property
    def shared(self) -> tuple[RecordTable, ...]:
        """The tables of the sections whose records are shared between cases."""
        return tuple(table for table in self.records.values() if table.shared)


@remembered
def tables_for(declaration: Declaration) -> Tables:
    """Generate the tables of libraries that hold such cases."""
    metadata = sa.MetaData()
    records = {"": record_table(metadata, declaration, "")}
    held: dict[str, sa.Table] = {}
    for key, spec in declaration.sections.items():
        records[key] = record_table(metadata, declaration, key)
        if spec.shared:
            held[key] = _held_table(metadata, key)
    return Tables(
        declaration=declaration,
        metadata=metadata,
        records=records,
        held=held,
        case_list=_case_list(metadata),
        facet_sets=_facet_sets(metadata),
        change_log=_change_log(metadata),
        search_text=_search_text(metadata),
        blobs=_blobs(metadata),
        exports=_exports(metadata),
        shelf=_shelf(metadata),
        collection=_collection(metadata),
        collection_case=_collection_case(metadata),
    )


def _held_table(metadata: sa.MetaData, key: str) -> sa.Table:
    return sa.Table(
        f"case__{key}",
        metadata,
        reference("case_id", "cases", ondelete="CASCADE", primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        reference("value", key, nullable=False, index=True),
        sqlite_with_rowid=False,
    )


def _case_list(metadata: sa.MetaData) -> sa.Table:
    shown = ("ref_code", "title", "brief", "countries", "period", "partners", "status")
    hidden = ("title_key", "period_start")
    return sa.Table(
        "case_list",
        metadata,
        sa.Column("number", sa.Integer, primary_key=True),
        reference("id", "cases", ondelete="CASCADE", nullable=False, unique=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in (*shown, *hidden)),
        sa.Column("completeness", sa.Integer, nullable=False),
        sa.Column("sensitivity", sa.Integer, nullable=False),
        sa.Column("updated_at", sa.Text, nullable=False),
        sa.Column("updated_by", sa.Text, nullable=False),
        sa.Column("trashed_at", sa.Text, nullable=False),
        *(sa.Index(f"case_list_by_{name}", name, "number") for name in SORTED),
    )


def _facet_sets(metadata: sa.MetaData) -> sa.Table:
    return sa.Table(
        "facet_sets",
        metadata,
        sa.Column("facet", sa.Text, primary_key=True),
        sa.Column("value", sa.Text, primary_key=True),
        sa.Column("cases", sa.LargeBinary, nullable=False),
    )


def _change_log(metadata: sa.MetaData) -> sa.Table:
    return sa.Table(
        "change_log",
        metadata,
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        reference("case_id", "cases", ondelete="CASCADE", nullable=False, index=True),
        sa.Column("since", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("what", sa.Text, nullable=False),
        sa.Column("change", sa.Text, nullable=False),
    )


def _search_text(metadata: sa.MetaData) -> sa.Table:
    return sa.Table(
        "search_text",
        metadata,
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("entry_id", sa.Text, nullable=False),
        sa.Column("field", sa.Text, nullable=False),
        reference("case_id", "cases", ondelete="CASCADE", index=True),
        sa.Column("section", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.UniqueConstraint("entry_id", "field"),
    )


def _blobs(metadata: sa.MetaData) -> sa.Table:
    return sa.Table(
        "blobs",
        metadata,
        sa.Column("digest", sa.Text, primary_key=True),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )


def _exports(metadata: sa.MetaData) -> sa.Table:
    # No link to the case: what was given away stays on record when the case is deleted.
    return sa.Table(
        "exports",
        metadata,
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("case_id", sa.Text, nullable=False, index=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("ref_code", "title", "at", "who")),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("audience", "template", "formats")),
        sa.Column("files", sa.Text, nullable=False),
        sa.Column("withheld", sa.Text, nullable=False),
    )


def _shelf(metadata: sa.MetaData) -> sa.Table:
    return sa.Table(
        "shelf",
        metadata,
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("kind", sa.Text, nullable=False, index=True),
        sa.Column("position", sa.Integer, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("name", "body", "at", "who")),
    )


def _collection(metadata: sa.MetaData) -> sa.Table:
    return sa.Table(
        "collection",
        metadata,
        sa.Column("id", sa.Text, primary_key=True),
        reference("parent", "collection", ondelete="CASCADE", index=True),
        sa.Column("position", sa.Integer, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("name", "colour", "at", "who")),
    )


def _collection_case(metadata: sa.MetaData) -> sa.Table:
    return sa.Table(
        "collection_case",
        metadata,
        reference("collection_id", "collection", ondelete="CASCADE", primary_key=True),
        reference("case_id", "cases", ondelete="CASCADE", primary_key=True, index=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("at", "who")),
        sqlite_with_rowid=False,
    )
