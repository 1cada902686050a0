"""The command that puts cases into sets: qca."""

from typing import TYPE_CHECKING, Any

import click

from casebook.commands.across import (
    audience,
    chosen_ids,
    format_,
    language,
    reader_of,
    replace,
    say_grid,
    target_of,
    to,
    wording_in,
)
from casebook.commands.answers import as_json, say, say_json
from casebook.commands.door import Door, takes_library

if TYPE_CHECKING:
    from casebook.domain.grid import Grid
    from casebook.domain.qca import Memberships
    from casebook.domain.truth_table import TruthTable


@click.command(short_help="Cases as members of sets, for comparative analysis.")
@click.argument("cases", nargs=-1, metavar="[CASE…]")
@click.option("--outcome", required=True, metavar="SET", help="The set to be explained.")
@click.option(
    "--condition",
    "conditions",
    multiple=True,
    required=True,
    metavar="SET",
    help="May be given several times.",
)
@click.option("--fuzzy", is_flag=True, help="Use scales such as severity where a section has one.")
@click.option(
    "--truth-table", "truth", is_flag=True, help="Print the truth table instead of the memberships."
)
@click.option(
    "--cutoff",
    type=click.FloatRange(0, 1),
    default=0.8,
    show_default=True,
    help="Consistency from which a row counts as sufficient.",
)
@audience
@language
@format_
@to
@replace
@as_json
@takes_library
def qca(door: Door, cases: tuple[str, ...], as_json: bool, **choices: Any) -> None:
    """Put each CASE, or every case of the library, into sets, ready for R's QCA package.

    A SET is FIELD=TERM, FIELD=TERM:VALUE where only entries of that value count, or FIELD=TERM@OUT,CROSSOVER,IN to
    calibrate by three anchors.
    """
    from casebook.domain.qca import codebook_grid, data_grid
    from casebook.domain.truth_table import truth_grid, truth_table
    from casebook.services.configuring import Sets, choice_of

    wording = wording_in(choices["language"])
    target = target_of(choices)
    sets = Sets(
        conditions=tuple(choice_of(text) for text in choices["conditions"]),
        outcome=choice_of(choices["outcome"]),
        fuzzy=choices["fuzzy"],
    )
    with door.library() as library:
        table = sets.memberships(reader_of(library, choices), wording, chosen_ids(library, cases))
    made = truth_table(table, choices["cutoff"])
    if target is not None:
        from casebook.exchange.qca_export import export_qca

        for file in export_qca(table, made, target, wording, replace=choices["replace"]):
            say(str(file))
    elif as_json:
        say_json(_truth_told(made) if choices["truth"] else _table_told(table, codebook_grid(table, wording)))
    else:
        say_grid(truth_grid(made, wording) if choices["truth"] else data_grid(table, wording))
    for head, missing in table.unknown:
        say(f"Left out: {head.ref_code or head.id}; nothing is recorded of {', '.join(missing)}.", error=True)


def _table_told(table: "Memberships", codebook: "Grid") -> dict[str, Any]:
    names = [one.name for one in table.sets]
    return {
        "outcome": table.outcome.name,
        "cases": [
            {"id": head.id, "case": head.ref_code, **dict(zip(names, row, strict=True))}
            for head, row in zip(table.cases, table.rows, strict=True)
        ],
        "left_out": [{"id": head.id, "case": head.ref_code, "unknown": why} for head, why in table.unknown],
        "codebook": [dict(zip(codebook.columns, row, strict=True)) for row in codebook.rows],
    }


def _truth_told(made: "TruthTable") -> dict[str, Any]:
    names = [one.name for one in made.table.conditions]
    return {
        "outcome": made.table.outcome.name,
        "cutoff": made.cutoff,
        "rows": [
            {
                "pattern": {name: int(holds) for name, holds in zip(names, row.pattern, strict=True)},
                "number": len(row.cases),
                "proportion": row.proportion,
                "consistency": row.consistency,
                "pri": row.pri,
                "verdict": row.verdict.name.lower(),
                "cases": [head.ref_code or head.id for head in row.cases],
            }
            for row in made.rows
        ],
        "undecided": [head.ref_code or head.id for head in made.undecided],
    }
