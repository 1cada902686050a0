"""Commands about cases that are alike: similar, duplicates, merge."""

from typing import TYPE_CHECKING

import click

from casebook.commands.answers import as_json, say, say_json, say_table
from casebook.commands.door import Door, takes_library

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casebook.domain.merge_rows import Choice, MergePlan, MergeRow
    from casebook.services.duplicates import Duplicate

LONGEST = 48
"""Characters of a value that the plan of a merge shows."""


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


@click.command(short_help="Make two cases one.")
@click.argument("kept")
@click.argument("other")
@click.option(
    "--prefer",
    type=click.Choice(("kept", "other", "both")),
    default="kept",
    show_default=True,
    help="What is taken where the two differ.",
)
@click.option(
    "--do", "do_it", is_flag=True, help="Do it; without this the plan is shown and nothing changes."
)
@as_json
@takes_library
def merge(door: Door, kept: str, other: str, prefer: str, do_it: bool, as_json: bool) -> None:
    """Make OTHER a part of KEPT: what KEPT lacks is filled in, entries of OTHER come over, OTHER goes to the Trash.

    Both are named by reference code or id. Of fields that can hold one value only, "both" notes the other in the text.
    """
    from casebook.domain.merge_rows import Choice
    from casebook.services.comparing import usual_wording
    from casebook.services.merging import merge, plan_of
    from casebook.services.own_terms import vocabularies_of

    with door.library(write=do_it) as library:
        wording = usual_wording(vocabularies_of(library))
        plan = plan_of(library, library.cases.resolve(kept), library.cases.resolve(other), wording)
        choices = plan.preferring(Choice(prefer))
        if do_it:
            merge(library, plan, choices, wording)
    split = {row.key for row in plan.rows if plan.choice(row, choices) is Choice.BOTH}
    rows = [row for row in plan.rows if row.choices and row.parent not in split]
    if as_json:
        say_json([_told(row, plan, choices) for row in rows])
        return
    if not do_it:
        if rows:
            say_table([_line(row, plan, choices) for row in rows])
        say(f"{len(rows)} to merge. Nothing was changed; --do merges them.")
        return
    say(f"{plan.kept.ref_code or plan.kept.id} has taken in {plan.name}, which is in the Trash.")


def _line(row: "MergeRow", plan: "MergePlan", choices: "Mapping[str, Choice]") -> list[str]:
    told = _told(row, plan, choices)
    return [
        told["choice"],
        told["section"],
        told["label"][:LONGEST],
        _short(told["kept"]),
        _short(told["other"]),
    ]


def _told(row: "MergeRow", plan: "MergePlan", choices: "Mapping[str, Choice]") -> dict[str, str]:
    return {
        "key": row.key,
        "section": row.section,
        "label": " ".join(row.label.split()),
        "state": row.state.value,
        "kept": row.kept.words,
        "other": row.other.words,
        "choice": plan.choice(row, choices).value,
    }


def _short(words: str) -> str:
    line = " ".join(words.split())
    return (line if len(line) <= LONGEST else line[: LONGEST - 1] + "…") or "–"
