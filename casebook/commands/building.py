"""Commands for builds: list those a library keeps, and carry one out."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from casebook.commands.answers import as_json, say_json, say_table
from casebook.commands.door import Door, takes_library
from casebook.commands.exporting import Wanted, carry_out, taken_out

if TYPE_CHECKING:
    from casebook.publishing.builds import Build


@click.command(short_help="List the builds of the library.")
@as_json
@takes_library
def builds(door: Door, as_json: bool) -> None:
    """List the builds of the library in their order: number, name, report, audience, formats."""
    from casebook.services.builds import BuildList

    with door.library() as library:
        found = BuildList(library).all()
    if as_json:
        say_json([_told(build) for build in found])
    else:
        say_table(
            [
                [str(number), build.name, build.template, build.audience.key, ", ".join(build.formats)]
                for number, build in enumerate(found, 1)
            ]
        )


@click.command(short_help="Carry out a build.")
@click.argument("name")
@click.argument("cases", nargs=-1, metavar="[CASE]…")
@click.option(
    "--to",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Folder for the reports; else the build's own, or the folder you are in.",
)
@click.option(
    "--receipt",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write the receipt as JSON to a file that is not there yet.",
)
@as_json
@takes_library
def build(
    door: Door, name: str, cases: tuple[str, ...], folder: Path | None, receipt: Path | None, as_json: bool
) -> int:
    """Write the reports of build NAME, or of the build at that number, of each CASE; without CASE, of every case.

    A case that is refused is told and does not keep the others back.
    """
    import attrs

    from casebook.services.builds import BuildList

    with door.library() as library:
        found = BuildList(library).named(name)
    order = found.order(Path(), "en")
    if folder is not None:
        order = attrs.evolve(order, folder=folder)
    return carry_out(door, Wanted(taken_out(door, cases), order, receipt), as_json=as_json)


def _told(build: "Build") -> dict[str, Any]:
    from casebook.publishing.builds import build_body

    return {"name": build.name, **build_body(build)}
