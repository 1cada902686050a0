"""The record of what left the library: when, by whom, for whom, and each file by its SHA-256."""

import json
from collections.abc import Mapping

import attrs
import sqlalchemy as sa

from casebook.domain.identity import new_id
from casebook.storage.database import Database
from casebook.storage.history import utc_now
from casebook.storage.tables import Tables


@attrs.frozen(kw_only=True)
class ExportedFile:
    """One file as it was written, and where; `digest` is its SHA-256 in lower-case hex."""

    name: str
    digest: str
    folder: str = ""


@attrs.frozen(kw_only=True)
class Export:
    """One case that was exported; `at` is ISO 8601 in UTC and, with `who` and `id`, filled in when it is recorded."""

    id: str = ""
    at: str = ""
    who: str = ""
    case_id: str
    ref_code: str = ""
    title: str = ""
    audience: str
    template: str
    formats: tuple[str, ...]
    files: tuple[ExportedFile, ...]
    withheld: Mapping[str, int] = attrs.field(factory=dict)
    """How much was withheld, pseudonymised, coarsened and dropped, by kind."""


class Exports:
    """The exports of an open library, as `Library.exports`."""

    def __init__(self, database: Database, tables: Tables, author: str) -> None:
        """Made by the library."""
        self._database = database
        self._table = tables.exports
        self._author = author

    def record(self, export: Export) -> Export:
        """Keep an export; returns it as it is kept.

        Raises:
            ReadOnlyError: the library is open for reading only.
            LibraryError: the disk is full or refuses.
        """
        kept = attrs.evolve(export, id=new_id(), at=export.at or utc_now(), who=export.who or self._author)
        row = attrs.asdict(kept, recurse=False) | {
            "formats": json.dumps(kept.formats),
            "files": json.dumps([attrs.astuple(file) for file in kept.files], ensure_ascii=False),
            "withheld": json.dumps(dict(kept.withheld)),
        }
        with self._database.writing() as connection:
            connection.execute(sa.insert(self._table), row)
        return kept

    def latest(self, limit: int = 200, case_id: str = "") -> list[Export]:
        """The latest exports, latest first; those of one case where it is named."""
        table = self._table
        columns = [table.c[attribute.name] for attribute in attrs.fields(Export)]
        wanted = sa.select(*columns).order_by(table.c.number.desc()).limit(limit)
        if case_id:
            wanted = wanted.where(table.c.case_id == case_id)
        with self._database.reading() as connection:
            rows = connection.execute(wanted).mappings().all()
        return [_export(dict(row)) for row in rows]


def _export(row: dict[str, str]) -> Export:
    read = {name: json.loads(row.pop(name)) for name in ("formats", "files", "withheld")}
    files = tuple(
        ExportedFile(name=name, digest=digest, folder=rest[0] if rest else "")
        for name, digest, *rest in read["files"]
    )
    return Export(**row, formats=tuple(read["formats"]), files=files, withheld=read["withheld"])
