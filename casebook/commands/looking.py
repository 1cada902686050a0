"""Commands that look into a library: list, show, search, check, notes."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from casebook.commands.answers import as_json, say, say_document, say_json, say_table
from casebook.commands.door import Door, takes_library

if TYPE_CHECKING:
    from casebook.domain.findings import Finding
    from casebook.storage.library import Library
    from casebook.storage.listing import CaseRow, ListQuery

PAGE = 500
"""Cases that are read from the library at a time."""

SORTS = {"changed": "updated_at", "title": "title", "reference": "ref_code", "period": "period"}


@click.command("list", short_help="List the cases.")
@click.option("--text", default="", metavar="WORDS", help="Only cases whose line holds these words.")
@click.option("--sort", type=click.Choice(tuple(SORTS)), default="changed", show_default=True)
@click.option("--trash", is_flag=True, help="List what lies in the Trash.")
@click.option(
    "--to",
    "file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write the list as a table, with more columns: FILE ends in .csv or .xlsx.",
)
@as_json
@takes_library
def list_cases(door: Door, text: str, sort: str, trash: bool, file: Path | None, as_json: bool) -> None:
    """List the cases of a library: reference, period, status, completeness, title."""
    import attrs

    from casebook.storage.listing import ListQuery

    query = ListQuery(text=text, sort=SORTS[sort], descending=sort == "changed", trashed=trash, limit=PAGE)
    with door.library() as library:
        if file is not None:
            say(_written(library, query, file))
            return
        rows = list(_rows(library, query))
    if as_json:
        say_json([attrs.asdict(row) for row in rows])
    elif rows:
        say_table([_columns(row) for row in rows])
    else:
        say("No cases.")


def _rows(library: "Library", query: Any) -> Iterator["CaseRow"]:
    import attrs

    while page := library.cases.page(query):
        yield from page
        query = attrs.evolve(query, offset=query.offset + len(page))


def _written(library: "Library", query: "ListQuery", file: Path) -> str:
    """Write the list as a table; a sentence on what was written."""
    from casebook.domain.wording import Wording
    from casebook.iso_names import country_name
    from casebook.services.lists.leaving import ListWish, export_list
    from casebook.services.own_terms import vocabularies_of

    wording = Wording(vocabularies=vocabularies_of(library), country=country_name)
    wish = ListWish(query=query, path=file)
    count = export_list(library, wish, wording, lambda _done, _of: None, lambda: False)
    return f"{count} {'case is' if count == 1 else 'cases are'} listed in {file}."


def _columns(row: "CaseRow") -> list[str]:
    from casebook.domain.dates import words

    period = words(row.period) if row.period else "–"
    return [
        row.ref_code or row.id,
        period,
        row.status or "–",
        f"{row.completeness} %",
        row.title or "Untitled",
    ]


@click.command(short_help="Print a case as JSON.")
@click.argument("case")
@takes_library
def show(door: Door, case: str) -> None:
    """Print CASE, named by reference code or id, as canonical JSON."""
    from casebook.exchange.carried_terms import carrying
    from casebook.exchange.case_json import case_text
    from casebook.services.own_terms import additions_in

    with door.library() as library:
        held = library.cases.load(library.cases.resolve(case))
        say_document(case_text(carrying(held, additions_in(library))))


@click.command(short_help="Say what cases still lack.")
@click.argument("case", required=False)
@click.option("--strict", is_flag=True, help="Exit with status 1 if anything is found.")
@as_json
@takes_library
def check(door: Door, case: str | None, strict: bool, as_json: bool) -> int:
    """Say what CASE, or every case of the library, still lacks and how to mend it."""
    from casebook.domain.checks import find_problems
    from casebook.domain.wording import Wording
    from casebook.services.own_terms import vocabularies_of
    from casebook.storage.listing import ListQuery

    found: list[dict[str, str | bool]] = []
    with door.library() as library:
        wording = Wording(vocabularies=vocabularies_of(library))
        ids = (
            [library.cases.resolve(case)]
            if case
            else library.cases.ids(ListQuery(sort="title", descending=False))
        )
        trashed = library.cases.trashed_ids()
        for case_id in ids:
            held = library.cases.load(case_id)
            findings = find_problems(held, trashed, wording)
            found += [_told(held.ref_code or held.id, finding) for finding in findings]
    if as_json:
        say_json(found)
    else:
        for line in found:
            advice = "" if line["binding"] else "Advice. "
            say(f"{line['case']}  {line['section']}: {advice}{line['message']} {line['mend']}")
        binding = sum(bool(line["binding"]) for line in found)
        say(f"{binding} to fix before review, {len(found) - binding} advice." if found else "Nothing found.")
    return 1 if strict and found else 0


@click.command(short_help="List what reviewers ask of authors.")
@click.argument("case", required=False)
@as_json
@takes_library
def notes(door: Door, case: str | None, as_json: bool) -> None:
    """List the notes of reviewers on CASE, or on every case: open ones first, then the latest first."""
    import attrs

    from casebook.services.case_notes import notes

    with door.library() as library:
        held = notes(library, library.cases.resolve(case) if case else "")
        references = {row.id: row.ref_code for row in _rows(library, _every_case())}
    told = [{**attrs.asdict(note), "case": references.get(note.case_id) or note.case_id} for note in held]
    if as_json:
        say_json(told)
    elif told:
        say_table(
            [
                [
                    str(note["case"]),
                    "done" if note["done"] else "open",
                    str(note["who"]),
                    ": ".join(str(part) for part in (note["about"], note["text"]) if part),
                ]
                for note in told
            ]
        )
    else:
        say("No notes.")


def _every_case() -> Any:
    from casebook.storage.listing import ListQuery

    return ListQuery(limit=PAGE)


def _told(case: str, finding: "Finding") -> dict[str, str | bool]:
    return {
        "case": case,
        "rule": finding.rule,
        "binding": finding.binding,
        "section": finding.section,
        "record_id": finding.record_id,
        "field": finding.field,
        "message": finding.message,
        "mend": finding.mend,
    }
