"""The command that lays cases side by side: compare."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from casebook.commands.across import target_of
from casebook.commands.answers import as_json, say, say_json, say_table
from casebook.commands.door import Door, author, takes_library
from casebook.commands.exporting import keep_record, say_published
from casebook.commands.publishing import AUDIENCES
from casebook.domain.comparison_filters import only_differences
from casebook.domain.errors import NotFoundError
from casebook.domain.records import Sensitivity
from casebook.domain.synthesis import Synthesis

if TYPE_CHECKING:
    from casebook.domain.comparison import Cell, Comparison
    from casebook.services.publishing import Manuscript
    from casebook.storage.library import Library

KIND = "comparison"
"""Of what is kept on the shelf of a library."""
FORMATS = ("html", "docx", "pdf", "xlsx")

WIDEST = 44
"""Characters of a label or a cell before it is cut."""


@click.command(short_help="Lay cases side by side.")
@click.argument("cases", nargs=-1, metavar="CASE CASE…")
@click.option(
    "--saved", metavar="NAME", help="A comparison kept in the library, with its findings, instead of CASEs."
)
@click.option("--search", metavar="NAME", help="The cases that a saved search finds, instead of CASEs.")
@click.option(
    "--audience",
    type=click.Choice(AUDIENCES),
    help="Who will read it; what is marked above is left out. Without it nothing is; a file is then for the public.",
)
@click.option("--only-differences", is_flag=True, help="Leave out what is the same in all cases.")
@click.option(
    "--format", "form", type=click.Choice(FORMATS), help="Write a file; by default as its name ends."
)
@click.option(
    "--to", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="The file to write."
)
@click.option("--language", default="en", show_default=True, help="Language of labels and terms.")
@as_json
@takes_library
def compare(door: Door, cases: tuple[str, ...], saved: str | None, as_json: bool, **choices: Any) -> None:
    """Lay each CASE, named by reference code or id, beside the others: what is shared, differs or is missing."""
    from casebook.services import comparing
    from casebook.services.own_terms import vocabularies_of
    from casebook.services.publishing import take_out
    from casebook.services.searches import search_named

    target = target_of(choices)
    search = choices["search"]
    if sum(map(bool, (saved, cases, search))) != 1:
        raise click.UsageError(
            "Name two cases or more, or a comparison with --saved NAME, or a search with --search NAME."
        )
    with door.library() as library:
        synthesis = _saved(library, saved) if saved else Synthesis()
        names = [case.id for case in synthesis.cases] if saved else list(cases)
        if search:
            words = comparing.usual_wording(vocabularies_of(library), choices["language"])
            names = library.cases.ids(search_named(library, search).asked_by(author(), library, words))
        ids = [library.cases.resolve(name) for name in names]
        if len(ids) < 2:
            raise click.UsageError("Name two cases or more.")
        manuscripts = tuple(take_out(library, case_id) for case_id in ids)
        vocabularies = vocabularies_of(library)
    if target is not None:
        _write(door, (manuscripts, synthesis), target, choices)
        return
    held = [manuscript.case for manuscript in manuscripts]
    level = Sensitivity.of(choices["audience"]) if choices["audience"] else None
    wording = comparing.usual_wording(vocabularies, choices["language"])
    made = comparing.compare(held, wording, level, synthesis.decisions)
    if choices["only_differences"]:
        made = only_differences(made)
    if as_json:
        say_json(comparing.plain_comparison(made))
    else:
        _show(made)


def _saved(library: "Library", name: str) -> Synthesis:
    """The comparison kept under a name.

    Raises:
        NotFoundError: there is none.
    """
    kept = [one for one in library.shelf.all(KIND) if name in (one.name, one.id)]
    if not kept:
        raise NotFoundError(f"The library has no comparison called “{name}”.")
    return Synthesis.of(kept[0].body)


def _write(
    door: Door, compared: tuple[tuple["Manuscript", ...], Synthesis], target: Path, choices: dict[str, Any]
) -> None:
    import attrs

    from casebook.publishing.order import Order
    from casebook.services.comparison_export import TEMPLATE, ComparisonWish, export_to
    from casebook.services.receipts import Exported

    manuscripts, synthesis = compared
    order = Order(
        folder=target.parent,
        audience=Sensitivity.of(choices["audience"] or AUDIENCES[0]),
        language=choices["language"],
        only_differences=choices["only_differences"],
    )
    made = export_to(ComparisonWish(manuscripts=manuscripts, synthesis=synthesis, order=order), target)
    say_published(made)
    cases = tuple(one.case for one in manuscripts)
    kept = attrs.evolve(order, template=TEMPLATE, formats=(target.suffix.lower().removeprefix("."),))
    keep_record(door, [Exported(cases=cases, order=kept, published=made)])


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
