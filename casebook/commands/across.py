"""What the commands over many cases share: their options, how cases are read, how a table is printed."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from casebook.commands.answers import say, say_table
from casebook.commands.publishing import AUDIENCES
from casebook.domain.grid import spoken

if TYPE_CHECKING:
    from casebook.domain.grid import Grid
    from casebook.domain.wording import Wording
    from casebook.services.tallying import Reader
    from casebook.storage.library import Library

FORMATS = ("csv", "xlsx")

audience = click.option(
    "--audience",
    type=click.Choice(AUDIENCES),
    help="Count only what this audience may see; without it, everything is counted.",
)
language = click.option("--language", default="en", show_default=True, help="Language of labels and terms.")
format_ = click.option(
    "--format", "form", type=click.Choice(FORMATS), help="Write a file; by default as its name ends."
)
to = click.option(
    "--to", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="The file to write."
)
replace = click.option("--replace", is_flag=True, help="Write over a file that is there already.")


def reader_of(library: "Library", choices: dict[str, Any]) -> "Reader":
    """Reads what the chosen audience may see."""
    from casebook.domain.records import Sensitivity
    from casebook.iso_names import country_name
    from casebook.services.tallying import Reader

    chosen, spoken_in = choices["audience"], choices["language"]
    return Reader(
        library=library,
        audience=Sensitivity.of(chosen) if chosen else None,
        country=lambda code: country_name(code, spoken_in),
    )


def chosen_ids(library: "Library", cases: tuple[str, ...]) -> list[str] | None:
    """Ids of the cases that were named; None for all."""
    return [library.cases.resolve(name) for name in cases] or None


def wording_in(language: str) -> "Wording":
    """Labels, terms and names of countries in a language."""
    from casebook import paths
    from casebook.domain.wording import Wording
    from casebook.iso_names import country_name, language_name
    from casebook.services.vocabularies import load_vocabularies

    return Wording(
        vocabularies=load_vocabularies(paths.resources() / "vocabularies"),
        language=language,
        country=lambda code: country_name(code, language),
        language_name=lambda code: language_name(code, language),
    )


def target_of(choices: dict[str, Any]) -> Path | None:
    """The file to write, with the ending of its format; None to print.

    Raises:
        click.UsageError: a format is named but no file.
    """
    target: Path | None = choices["to"]
    if target is None and choices["form"]:
        raise click.UsageError("Name the file to write with --to FILE.")
    if target is not None and choices["form"] and target.suffix.lower() != f".{choices['form']}":
        target = target.with_name(f"{target.name}.{choices['form']}")
    return target


def say_grid(grid: "Grid") -> None:
    """Print a table; an empty cell is a dot."""
    if not grid.rows:
        say("Nothing found.")
        return
    say_table([list(grid.columns), *([spoken(value) or "·" for value in row] for row in grid.rows)])
