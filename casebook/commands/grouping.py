"""Commands that tell how cases are grouped: collections and tags."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from casebook.commands.answers import as_json, say, say_json, say_table
from casebook.commands.door import Door, takes_library
from casebook.domain.errors import CasebookError, NotFoundError

if TYPE_CHECKING:
    from casebook.storage.library import Library

INDENT = "  "


@click.command(short_help="List the collections, or make one.")
@click.option("--new", default="", metavar="NAME", help="Make a collection.")
@click.option("--in", "within", default="", metavar="NAME", help="Make it in this one.")
@as_json
@takes_library
def collections(door: Door, new: str, within: str, as_json: bool) -> None:
    """List the collections of a library, each with the number of its cases; or make one with --new."""
    if within and not new:
        raise click.UsageError("--in says where --new is to make a collection.")
    with door.library(write=bool(new)) as library:
        if new:
            library.collections.create(new, collection_named(library, within) if within else "")
        held, counts = library.collections.all(), library.collections.counts()
    if as_json:
        say_json(
            [
                {"id": one.id, "name": one.name, "in": one.parent, "cases": counts.get(one.id, 0)}
                for one in held
            ]
        )
    elif held:
        say_table([[str(counts.get(one.id, 0)), INDENT * one.depth + one.name] for one in held])
    else:
        say("No collections.")


@click.command(short_help="List the tags.")
@as_json
@takes_library
def tags(door: Door, as_json: bool) -> None:
    """List the tags of a library, each with the number of cases that have it, and its colour."""
    from casebook.services.tags import colours_in, tags_of

    with door.library() as library:
        held, colours = tags_of(library), colours_in(library)
    if as_json:
        say_json([{"tag": tag.name, "cases": tag.count, "colour": colours.get(tag.name, "")} for tag in held])
    elif held:
        say_table([[str(tag.count), colours.get(tag.name, ""), tag.name] for tag in held])
    else:
        say("No tags.")


def collection_named(library: Library, name: str) -> str:
    """The id of the collection of that name, in capitals or not.

    Raises:
        NotFoundError: there is none.
        CasebookError: there is more than one.
    """
    found = [one for one in library.collections.all() if one.name.casefold() == name.strip().casefold()]
    if not found:
        raise NotFoundError(f"There is no collection “{name[:80]}”; 'casebook collections' names them all.")
    if len(found) > 1:
        raise CasebookError(f"More than one collection is called “{name[:80]}”; rename one of them first.")
    return found[0].id
