"""The command that lays cases side by side: compare."""

from typing import TYPE_CHECKING

import click

from casebook.commands.answers import as_json, say, say_json, say_table
from casebook.commands.door import Door, takes_library
from casebook.commands.publishing import AUDIENCES

if TYPE_CHECKING:
    from casebook.domain.comparison import Cell, Comparison

WIDEST = 44
"""Characters of a label or a cell before it is cut."""


@click.command(short_help="Lay cases side by side.")
@click.argument("cases", nargs=-1, required=True, metavar="CASE CASE…")
@click.option(
    "--audience",
    type=click.Choice(AUDIENCES),
    help="Who will read it; what is marked above is left out. Without it, nothing is.",
)
@click.option("--only-differences", is_flag=True, help="Leave out what is the same in all cases.")
@as_json
@takes_library
def compare(
    door: Door, cases: tuple[str, ...], audience: str | None, only_differences: bool, as_json: bool
) -> None:
    """Lay each CASE, named by reference code or id, beside the others: what is shared, differs or is missing."""
    if len(cases) < 2:
        raise click.UsageError("Name two cases or more.")
    from casebook.domain import comparison_filters as filters
    from casebook.domain.records import Sensitivity
    from casebook.services import comparing

    with door.library() as library:
        held = comparing.take_cases(library, cases)
    level = Sensitivity.of(audience) if audience else None
    made = comparing.compare(held, comparing.usual_wording(), level)
    if only_differences:
        made = filters.only_differences(made)
    if as_json:
        say_json(comparing.plain_comparison(made))
    else:
        _show(made)


def _show(made: "Comparison") -> None:
    """A table for each part and section that has rows."""
    names = [case.ref_code or case.id for case in made.cases]
    for heading in made.headings:
        rows = [
            [row.state.value, _cut(row.label), *(_cut(_words(cell)) for cell in row.cells)]
            for row in made.of_section(heading.key)
        ]
        if rows:
            say_table([["", heading.title, *names], *rows])
            say("")
    if not made.rows:
        say("No rows.")


def _words(cell: "Cell") -> str:
    from casebook.domain.comparison import GAP_WORDS

    said = GAP_WORDS[cell.gap] if cell.gap else "; ".join(cell.words)
    if cell.entries:
        grade = cell.grade.code if cell.grade else ""
        said = " ".join(part for part in (grade, said) if part)
    return " ".join(said.split())


def _cut(text: str) -> str:
    return text if len(text) <= WIDEST else text[: WIDEST - 1].rstrip() + "…"
