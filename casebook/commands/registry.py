"""Commands on the shared records of a library: list, rename, merge."""

from typing import TYPE_CHECKING, Any

import click

from casebook.commands.answers import as_json, say, say_json, say_table
from casebook.commands.door import Door, takes_library
from casebook.domain.errors import CasebookError, NotFoundError

if TYPE_CHECKING:
    from casebook.domain.records import SharedRecord
    from casebook.services.registry import RegistrySweep
    from casebook.storage.library import Library

RECORDS = "_records"
"""How the keys of shared sections end; people leave it out and say "actors"."""

within = click.option(
    "--in", "kind", default="", metavar="KIND", help="Only among the records of this kind, such as actors."
)


@click.command(short_help="List the actors and sources that cases share.")
@click.argument("kind", required=False, metavar="[KIND]")
@click.option(
    "--text", default="", metavar="WORDS", help="Only records under whose names these words are found."
)
@click.option("--unused", is_flag=True, help="Only records that no case uses.")
@click.option("--same", is_flag=True, help="Groups of records that may be the same.")
@as_json
@takes_library
def records(door: Door, kind: str | None, text: str, unused: bool, same: bool, as_json: bool) -> None:
    """List the shared records of KIND (actors or sources; both when left out) with how many cases use each."""
    import attrs

    from casebook.storage.record_query import RecordQuery, Show

    rows: list[tuple[str, Any]] = []
    with door.library() as library:
        for key in _sections(library, kind or ""):
            if same:
                rows += [(key, group) for group in _same(library, key)]
                continue
            query = RecordQuery(section=key, text=text, show=Show.UNUSED if unused else Show.ALL)
            rows += [(key, row) for row in library.records.rows(key, library.records.ids(query))]
    if as_json:
        say_json([{"kind": _called(key), **(row if same else attrs.asdict(row))} for key, row in rows])
    elif not rows:
        say("None are alike." if same else "No records.")
    elif same:
        for _key, group in rows:
            say(
                f"{group['why']}: " + " = ".join(f"“{one['name']}” ({one['id']})" for one in group["records"])
            )
    else:
        say_table(
            [[_called(key), _cases(row.cases), row.mark or "–", row.name or "Untitled"] for key, row in rows]
        )


@click.command("rename-record", short_help="Rename an actor or source in every case.")
@click.argument("record")
@click.argument("name")
@within
@takes_library
def rename_record(door: Door, record: str, name: str, kind: str) -> None:
    """Give RECORD, named by one of its names, its citation key or its id, another NAME in every case at once."""
    import attrs

    from casebook.services.registry import changing

    name = " ".join(name.split())
    if not name:
        raise CasebookError("A record needs a name; nothing was changed.")
    with door.library(write=True) as library:
        key, found = _one(library, record, kind)
        values: dict[str, Any] = {library.declaration.sections[key].summary.name: name}
        _make(library, changing([(found, attrs.evolve(found, **values))], library.author))
        cases = library.records.rows(key, [found.id])[0].cases
    say(f"Renamed in {_cases(cases)}.")


@click.command("merge-records", short_help="Make several actors or sources one.")
@click.argument("keep")
@click.argument("others", nargs=-1, required=True, metavar="OTHER…")
@click.option("--do", "really", is_flag=True, help="Do it; without this, only say what would change.")
@within
@takes_library
def merge_records(door: Door, keep: str, others: tuple[str, ...], really: bool, kind: str) -> None:
    """Make each OTHER one with KEEP: what KEEP lacks is filled in, and every case that uses OTHER uses KEEP.

    The others go into the Trash. Records are named by one of their names, their citation key or their id.
    """
    from casebook.services.merging_records import Merge, plan_merge

    with door.library(write=really) as library:
        key, stays = _one(library, keep, kind)
        gone = [_one(library, other, _called(key))[1] for other in others]
        merge = Merge(section=key, keep=stays.id, others=tuple(record.id for record in gone))
        plan = plan_merge(library, merge)
        changes = f"{_cases(plan.cases)}, {plan.links} {'link' if plan.links == 1 else 'links'}"
        for title in plan.doubled:
            say(f"“{title}” has two entries about it then.", error=True)
        if not really:
            say(f"{changes} would change; nothing was changed. Do it with --do.")
            return
        sweep = _make(library, plan.step)
    for refusal in sweep.refused:
        say(f"{refusal.case_id}: {refusal.reason}", error=True)
    say(f"Made one: {changes} changed.")


def _make(library: "Library", step: Any) -> "RegistrySweep":
    from casebook.services.registry import RegistrySweep

    sweep = RegistrySweep(library, step)
    sweep.run()
    return sweep


def _same(library: "Library", key: str) -> list[dict[str, Any]]:
    from casebook.services.same_records import likely_in

    found = []
    for group in likely_in(library, key):
        named = library.records.rows(key, group.ids)
        found.append({"why": group.why, "records": [{"id": row.id, "name": row.name} for row in named]})
    return found


def _sections(library: "Library", kind: str) -> list[str]:
    """The shared sections that are meant."""
    every = [section.key for section in library.declaration.shared_sections]
    chosen = [key for key in every if not kind or kind in (key, _called(key))]
    if not chosen:
        kinds = ", ".join(map(_called, every))
        raise NotFoundError(f"There are no records called “{kind[:40]}”; there are: {kinds}.")
    return chosen


def _one(library: "Library", text: str, kind: str) -> tuple[str, "SharedRecord"]:
    """The record that is meant, and its section."""
    from casebook.services.registry import one_record

    found: list[tuple[str, SharedRecord]] = []
    for key in _sections(library, kind):
        try:
            found.append((key, one_record(library, key, text)))
        except NotFoundError:
            continue
    if not found:
        raise NotFoundError(f"No record is called “{text[:80]}”.")
    if len(found) > 1:
        raise CasebookError(f"Records of more than one kind are called “{text[:80]}”; say which with --in.")
    return found[0]


def _called(key: str) -> str:
    return key.removesuffix(RECORDS) + "s" if key.endswith(RECORDS) else key


def _cases(count: int) -> str:
    return "1 case" if count == 1 else f"{count} cases"
