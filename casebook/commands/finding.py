"""Finding cases from a shell: the language of the search field, facets, and the index."""

import sys

import click

from casebook.commands.answers import as_json, say, say_json, say_table
from casebook.commands.door import Door, takes_library

PLACE_WIDTH = 110


@click.command(short_help="Find cases by words and conditions.")
@click.argument("query", nargs=-1, required=True)
@click.option(
    "--limit", type=click.IntRange(1, 100_000), default=50, show_default=True, help="Most cases shown."
)
@click.option("--facet", help="Count the cases under each value of this facet instead, e.g. status.")
@as_json
@takes_library
def search(door: Door, query: tuple[str, ...], limit: int, facet: str | None, as_json: bool) -> None:
    """Find the cases that have all of QUERY, best first, and where the words stand.

    QUERY is what the search field of the window takes: words, "a phrase", AND, OR, NOT and conditions such as
    status:draft country:LR year:2003..2010 actor:ecowas has:indicator missing:source "grade:>=C3".
    """
    from casebook.services.searching import found_by, understood_in

    with door.library() as library:
        asked = understood_in(library, " ".join(query))
        if facet:
            _say_counts(found_by(library, asked, 0).counts(facet), as_json=as_json)
            return
        answer = found_by(library, asked, limit)
    if as_json:
        say_json({"read": list(asked.notes), "count": answer.count, "cases": answer.plain()})
        return
    for note in asked.notes:
        say(note)
    if not answer.count:
        say("Nothing found.")
        return
    say_table([[one.ref_code or one.id, one.title, one.place[:PLACE_WIDTH]] for one in answer.cases])
    if answer.count > len(answer.cases):
        say(f"{answer.count} found; the first {len(answer.cases)} are shown.")


@click.command(short_help="Make the search index anew.")
@takes_library
def reindex(door: Door) -> None:
    """Make the search index anew from the cases themselves.

    It is kept with every change, so this is never needed in normal use. Stopped with Ctrl+C, all stays as it was.
    """
    with door.library(write=True) as library:
        if not sys.stderr.isatty():
            library.reindex(lambda _done, _of: None)
        else:
            with click.progressbar(length=100, label="Indexing", file=sys.stderr) as bar:
                library.reindex(lambda done, of: bar.update(100 * done // max(of, 1) - bar.pos))
    say("The search index was made anew.")


def _say_counts(counts: dict[str, int], *, as_json: bool) -> None:
    if as_json:
        say_json(counts)
    else:
        say_table([[value, str(number)] for value, number in sorted(counts.items(), key=lambda one: -one[1])])
