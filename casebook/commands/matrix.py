"""The command that counts terms over many cases: matrix."""

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
    from casebook.domain.matrix import Head, Matrix
    from casebook.domain.wording import Wording
    from casebook.services.tallying import Reader

SORTS = ("given", "label", "total", "similar")


@click.command(short_help="Count terms over many cases.")
@click.argument("cases", nargs=-1, metavar="[CASE…]")
@click.option(
    "--field", required=True, metavar="FIELD", help="What to count: a section, or a compared field."
)
@click.option("--with", "other", metavar="FIELD", help="Count the cases that have a term of each instead.")
@click.option(
    "--show", "measure", default="count", show_default=True, help="count, or a scale of the section."
)
@click.option(
    "--sort", type=click.Choice(SORTS), default=SORTS[0], show_default=True, help="Order of the rows."
)
@click.option("--transpose", is_flag=True, help="Terms as rows, cases as columns.")
@audience
@language
@format_
@to
@replace
@as_json
@takes_library
def matrix(door: Door, cases: tuple[str, ...], as_json: bool, **choices: Any) -> None:
    """Count how often each term of FIELD stands in each CASE, or in every case of the library."""
    wording = wording_in(choices["language"])
    target = target_of(choices)
    with door.library() as library:
        made = _matrix(reader_of(library, choices), chosen_ids(library, cases), choices, wording)
    if as_json:
        say_json(_matrix_told(made, choices["field"]))
        return
    grid = _matrix_grid(made, wording, by_reference=target is None)
    if target is not None:
        from casebook.exchange.grid_files import write_grids

        say(str(write_grids([grid], target, replace=choices["replace"])))
    else:
        say_grid(grid)
    _say_left_out(made.left_out, made.terms_left_out)


def _matrix(reader: "Reader", ids: list[str] | None, choices: dict[str, Any], wording: "Wording") -> "Matrix":
    from casebook.domain.co_occurrence import co_occurrence
    from casebook.domain.grounds import ground_of
    from casebook.domain.matrix import Order, arranged, matrix_of, transposed
    from casebook.domain.measures import measure_named, measures

    declaration = reader.library.declaration
    grounds = [ground_of(declaration, name) for name in (choices["field"], choices["other"]) if name]
    offered = measures(grounds[0], declaration, wording.vocabularies)
    measure = measure_named(choices["measure"], offered)
    if measure.key != choices["measure"]:
        known = ", ".join(one.key for one in offered)
        raise click.UsageError(f"--show can be {known} for “{grounds[0].key}”.")
    found = [matrix_of(tally, wording) for tally in reader.tallies([(one, measure) for one in grounds], ids)]
    made = co_occurrence(*found) if len(found) > 1 else found[0]
    made = arranged(made, Order(choices["sort"]))
    return transposed(made) if choices["transpose"] else made


def _matrix_grid(made: "Matrix", wording: "Wording", *, by_reference: bool) -> "Grid":
    """The matrix as a table; on a terminal cases are named by their short reference."""
    import attrs

    from casebook.domain.matrix import grid_of

    if by_reference:
        made = attrs.evolve(made, rows=_short(made.rows), columns=_short(made.columns))
    return grid_of(made, "", "Total", wording.absence)


def _short(heads: "tuple[Head, ...]") -> "tuple[Head, ...]":
    """Heads of cases with their reference for a label; heads of terms as they are."""
    import attrs

    return tuple(
        attrs.evolve(head, label=head.detail) if head.detail and "›" not in head.detail else head
        for head in heads
    )


def _matrix_told(made: "Matrix", field: str) -> dict[str, Any]:
    def told(head: Any, totals: Any) -> dict[str, Any]:
        total = totals.get(head.key, (0, 0))
        return {
            "key": head.key,
            "label": head.label,
            "detail": head.detail,
            "entries": total[0],
            "in": total[1],
        }

    return {
        "field": field,
        "show": made.measure.key,
        "rows": [told(head, made.row_totals) for head in made.rows],
        "columns": [told(head, made.column_totals) for head in made.columns],
        "cells": [
            [
                {"row": row.key, "column": column.key, "number": cell.number, "text": made.text(cell)}
                | ({"of": cell.of} if cell.of else {})
                for column in made.columns
                if (cell := made.cell(row.key, column.key)) is not None
            ]
            for row in made.rows
        ],
        "cases_left_out": made.left_out,
        "terms_left_out": made.terms_left_out,
    }


def _say_left_out(cases: int, terms: int) -> None:
    if cases:
        say(f"{cases} cases are marked above the audience and left out.", error=True)
    if terms:
        say(f"{terms} terms that are less frequent are left out.", error=True)
