"""The change log: who changed what, when, from what to what."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import attrs
import sqlalchemy as sa

from casebook.domain.case import Case
from casebook.domain.changes import Batch, Change
from casebook.domain.identity import new_id, new_ids
from casebook.domain.marking import _
from casebook.domain.plain import plain, plain_change
from casebook.storage.database import Database
from casebook.storage.sentences import sentence
from casebook.storage.tables import Tables

LONG_TEXT = 500
"""Characters from which the typing of one text is kept as one growing entry, lest each pause keeps it whole again."""
ONE_SITTING = timedelta(minutes=5)
"""How long such an entry grows before the next one begins."""

Plain = dict[str, Any]


def utc_now() -> str:
    """This moment, ISO 8601 in UTC, to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


@attrs.frozen(kw_only=True)
class HistoryEntry:
    """One saved change."""

    id: str
    at: str
    """ISO 8601 in UTC."""
    who: str
    what: str
    """A sentence such as "Severity of “Mandate gap” set to 4"."""
    change: Plain
    """The change in the form of `domain.plain.plain_change`, with old and new values.

    What no change describes is `{"do": "create"}`, `{"do": "trash"}`, `{"do": "restore"}`, or `{"do": "replace"}`
    with the records that differ under "old" and "new".
    """


@attrs.frozen(kw_only=True)
class Note:
    """What is to be kept of one change."""

    what: str
    change: Plain
    by: str
    at: str


class History:
    """The history of an open library, as `Library.history`."""

    def __init__(self, database: Database, tables: Tables) -> None:
        """Made by the library."""
        self._database = database
        self._log = tables.change_log
        self._last_of_many: _OfMany | None = None

    def of(self, case_id: str, limit: int = 200, offset: int = 0) -> list[HistoryEntry]:
        """The latest changes of a case, latest first; `offset` leaves out as many of the latest."""
        log = self._log
        wanted = (
            sa.select(log.c.id, log.c.at, log.c.who, log.c.what, log.c.change)
            .where(log.c.case_id == case_id)
            .order_by(log.c.number.desc())
            .limit(limit)
            .offset(offset)
        )
        with self._database.reading() as connection:
            rows = connection.execute(wanted).all()
        return [HistoryEntry(id=i, at=at, who=w, what=s, change=json.loads(c)) for i, at, w, s, c in rows]

    def append(self, connection: sa.Connection, case_id: str, note: Note) -> None:
        """Add an entry within the caller's transaction; typing on in a long text lets the last entry grow."""
        last = self._growing(connection, case_id, note)
        if last is not None:
            grown = {"at": note.at, "what": note.what, "change": _json({**note.change, "old": last.old})}
            connection.execute(sa.update(self._log).where(self._log.c.number == last.number), grown)
            return
        row = {"id": new_id(), "case_id": case_id, "since": note.at, "at": note.at, "who": note.by}
        connection.execute(sa.insert(self._log), {**row, "what": note.what, "change": _json(note.change)})

    def append_to_all(self, connection: sa.Connection, case_ids: Sequence[str], note: Note) -> None:
        """Add the same entry to many cases within the caller's transaction.

        Going on with the same field of the same record, nothing else in between, lets the last entries grow.
        """
        log = self._log
        newest = connection.execute(
            sa.select(log.c.number, log.c.change).order_by(log.c.number.desc()).limit(1)
        ).one_or_none()
        last = newest.number if newest is not None else 0
        earlier = self._last_of_many
        untouched = earlier is not None and newest is not None and newest.change == _json(earlier.note.change)
        if earlier is not None and untouched and earlier.goes_on(case_ids, note, last):
            note = attrs.evolve(note, change={**note.change, "old": earlier.note.change["old"]})
            grown = {"at": note.at, "what": note.what, "change": _json(note.change)}
            connection.execute(sa.update(self._log).where(self._log.c.number > earlier.after), grown)
            self._last_of_many = attrs.evolve(earlier, note=note)
            return
        row = {
            "since": note.at,
            "at": note.at,
            "who": note.by,
            "what": note.what,
            "change": _json(note.change),
        }
        ids = new_ids(len(case_ids))
        rows = [
            {"id": ident, "case_id": case_id, **row} for ident, case_id in zip(ids, case_ids, strict=True)
        ]
        connection.execute(sa.insert(self._log), rows)
        self._last_of_many = _OfMany(tuple(case_ids), note, note.at, last)

    def _growing(self, connection: sa.Connection, case_id: str, note: Note) -> "_Last | None":
        change = note.change
        if not is_long_text(change):
            return None
        log = self._log
        row = connection.execute(
            sa.select(log.c.number, log.c.since, log.c.who, log.c.change)
            .where(log.c.case_id == case_id)
            .order_by(log.c.number.desc())
            .limit(1)
        ).one_or_none()
        if row is None or row.who != note.by or not _within(row.since, note.at):
            return None
        last = json.loads(row.change)
        same = is_long_text(last) and all(last[side] == change[side] for side in ("target", "field"))
        # What goes back to where it began was undone, which the history tells as a change of its own.
        follows = same and last["new"] == change["old"] and last["old"] != change["new"]
        return _Last(row.number, last["old"]) if follows else None


@attrs.frozen
class _Last:
    number: int
    old: str


@attrs.frozen
class _OfMany:
    """What was told to many cases last: after which number of the log, and since when."""

    case_ids: tuple[str, ...]
    note: Note
    since: str
    after: int

    def goes_on(self, case_ids: Sequence[str], note: Note, last: int) -> bool:
        """Whether a note is about the same field, and nothing was told since to anybody."""
        before, now = self.note.change, note.change
        return (
            last == self.after + len(self.case_ids)
            and tuple(case_ids) == self.case_ids
            and note.by == self.note.by
            and _within(self.since, note.at)
            and before.get("do") == now.get("do") == "set"
            and all(before[side] == now[side] for side in ("target", "field", "aspect"))
            and before["new"] == now["old"]
            # What goes back to where it began was undone, which the history tells as a change of its own.
            and before["old"] != now["new"]
        )


def is_long_text(change: Plain) -> bool:
    """Whether a change sets a text long enough to be kept as one growing entry."""
    if change.get("do") != "set" or change["aspect"] != "value":
        return False
    old, new = change["old"], change["new"]
    return isinstance(old, str) and isinstance(new, str) and max(len(old), len(new)) > LONG_TEXT


def described(before: Case | None, after: Case, change: Change | None) -> tuple[str, Plain]:
    """The sentence and plain form under which the history keeps a change, or the lack of one.

    Raises:
        ChangeError: the change does not fit `before`.
    """
    if before is None:
        label = change.label if isinstance(change, Batch) else ""
        return label or _("Case added"), {"do": "create"}
    if change is not None:
        return sentence(change, before), plain_change(change, before)
    old, new = _records(before), _records(after)
    differing = [ident for ident in {**old, **new} if old.get(ident) != new.get(ident)]
    return _("Case changed"), {
        "do": "replace",
        "old": {ident: old[ident] for ident in differing if ident in old},
        "new": {ident: new[ident] for ident in differing if ident in new},
    }


def _records(case: Case) -> dict[str, Plain]:
    held: dict[str, Plain] = {case.id: {"section": "", **plain(case)}}
    for key in case.declaration.sections:
        held |= {entry.id: {"section": key, **plain(entry)} for entry in case.section(key)}
    return held


def _json(change: Plain) -> str:
    return json.dumps(change, ensure_ascii=False, separators=(",", ":"))


def _within(since: str, at: str) -> bool:
    try:
        return timedelta(0) <= datetime.fromisoformat(at) - datetime.fromisoformat(since) <= ONE_SITTING
    except (ValueError, TypeError):
        return False
