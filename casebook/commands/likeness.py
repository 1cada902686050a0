"""Commands about cases that are alike: similar, duplicates."""

from typing import TYPE_CHECKING

import click

from casebook.commands.answers import as_json, say, say_json, say_table
from casebook.commands.door import Door, takes_library

if TYPE_CHECKING:
    from casebook.services.duplicates import Duplicate


def _quietly(_done: int, _of: int) -> None:
    return None


def _never() -> bool:
    return False


@click.command(short_help="List the cases most like one.")
@click.argument("case")
@click.option("--limit", type=click.IntRange(1, 50), default=10, show_default=True, help="Most cases listed.")
@as_json
@takes_library
def similar(door: Door, case: str, limit: int, as_json: bool) -> None:
    """List the cases most like CASE, and why: the same terms, actors, sources, countries and places, the same time.

    What few cases have counts more than what many have.
    """
    import attrs

    from casebook.services.comparing import usual_wording
    from casebook.services.own_terms import vocabularies_of
    from casebook.services.resembling import similar_cases

    with door.library() as library:
        wording = usual_wording(vocabularies_of(library))
        found = similar_cases(library, library.cases.resolve(case), wording, _quietly, _never)[:limit]
    if as_json:
        say_json([attrs.asdict(one) for one in found])
    elif found:
        say_table(
            [
                [f"{one.score:.0%}", one.ref_code or one.id, one.title or "Untitled", "; ".join(one.reasons)]
                for one in found
            ]
        )
    else:
        say("No case is like it.")


@click.command(short_help="List pairs of cases that may be the same.")
@as_json
@takes_library
def duplicates(door: Door, as_json: bool) -> None:
    """List the pairs of cases that are likely the same, and why; those marked in the window as different are left out."""
    import attrs

    from casebook.services.comparing import usual_wording
    from casebook.services.duplicates import duplicates
    from casebook.services.own_terms import vocabularies_of

    with door.library() as library:
        found = duplicates(library, usual_wording(vocabularies_of(library)), _never)
    if as_json:
        say_json([attrs.asdict(one) for one in found])
    elif found:
        say_table([[f"{one.score:.0%}", *_names(one), "; ".join(one.reasons)] for one in found])
    else:
        say("No two cases look like the same one.")


def _names(one: "Duplicate") -> list[str]:
    return [
        code or title or case_id
        for code, title, case_id in zip(one.ref_codes, one.titles, one.pair, strict=True)
    ]
