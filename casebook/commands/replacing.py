"""The command that replaces words in a case: a plan first, the change only when it is asked for."""

from typing import TYPE_CHECKING, Any

import click

from casebook.commands.answers import as_json, say, say_json
from casebook.commands.door import Door, takes_library
from casebook.domain.errors import CasebookError

if TYPE_CHECKING:
    from casebook.domain.case import Case
    from casebook.domain.find_in_case import Occurrence
    from casebook.domain.replace_in_case import Replacing

AROUND = 30
"""Characters shown before and after a place."""


@click.command(short_help="Replace words in a case, after a plan.")
@click.argument("case")
@click.argument("find")
@click.argument("replacement")
@click.option("--section", "sections", multiple=True, metavar="NAME", help="Only here; may be repeated.")
@click.option("--match-case", is_flag=True, help="Capitals and small letters count.")
@click.option("--whole-words", is_flag=True, help="Not inside longer words.")
@click.option("--match-accents", is_flag=True, help="Accents count.")
@click.option("--shared", is_flag=True, help="Also in actors and sources, which other cases share.")
@click.option("--do", "doing", is_flag=True, help="Make the change; without it only the plan is shown.")
@as_json
@takes_library
def replace(door: Door, case: str, find: str, replacement: str, **options: Any) -> None:
    """Show where CASE says FIND and what becomes of it with REPLACEMENT; with --do, make the change.

    Keys of citations, addresses and codes stay as they are, and so do texts that must not become empty.
    """
    import attrs

    from casebook.domain.replace_in_case import replacing
    from casebook.services.editing import Editor

    doing = options["doing"]
    with door.library(write=doing) as library:
        held = library.cases.load(library.cases.resolve(case))
        found = _found(held, find, options)
        free = [one for one in found if options["shared"] or not one.shared]
        plan = replacing(held, free, replacement)
        if doing and plan.done:
            done = f"replaced by “{replacement[:40]}”" if replacement else "taken out"
            label = f"“{find[:40]}” {done}, {len(plan.done)} ×"
            Editor(library, held).apply(attrs.evolve(plan.batch, label=label))
    if options["as_json"]:
        say_json([_told(one, plan, replacement) for one in found])
        return
    for one in found:
        _say_place(one, plan, replacement)
    if not doing:
        say(f"{_places(len(plan.done))} would change, {len(found) - len(plan.done)} stay. Add --do to do it.")
    else:
        say(f"{_places(len(plan.done))} changed, {len(found) - len(plan.done)} stayed.")


def _found(case: "Case", words: str, options: dict[str, Any]) -> tuple["Occurrence", ...]:
    from casebook.domain.find_in_case import occurrences, roots_of
    from casebook.domain.text_search import Wanted

    known = roots_of(case)
    for name in options["sections"]:
        if name not in known:
            raise CasebookError(f"There is no section “{name}”. There are: {', '.join(known)}.")
    wanted = Wanted(
        text=words,
        match_case=options["match_case"],
        whole_words=options["whole_words"],
        match_accents=options["match_accents"],
    )
    return occurrences(case, wanted, options["sections"])


def _why(one: "Occurrence", plan: "Replacing") -> str:
    """Why a place stays as it is; empty when it changes."""
    from casebook.domain.find_in_case import OBSTACLE_WORDS

    if one in plan.refused:
        return OBSTACLE_WORDS[plan.refused[one]]
    if one in plan.done:
        return ""
    return OBSTACLE_WORDS[one.kept] if one.kept else "Stays: other cases share it; --shared changes it too."


def _say_place(one: "Occurrence", plan: "Replacing", replacement: str) -> None:
    before = one.text[max(one.start - AROUND, 0) : one.start]
    after = one.text[one.end : one.end + AROUND]
    why = _why(one, plan)
    middle = f"«{one.found}»" if why else f"«{one.found}→{replacement}»"
    start = "…" if one.start > AROUND else ""
    end = "…" if len(one.text) - one.end > AROUND else ""
    say(f"{one.root}  {one.field}  {start}{before}{middle}{after}{end}" + (f"  {why}" if why else ""))


def _told(one: "Occurrence", plan: "Replacing", replacement: str) -> dict[str, Any]:
    why = _why(one, plan)
    return {
        "section": one.root,
        "record_id": one.record_id,
        "field": one.field,
        "start": one.start,
        "end": one.end,
        "found": one.found,
        "replacement": None if why else replacement,
        "shared": one.shared,
        "stays": why or None,
    }


def _places(count: int) -> str:
    return "1 place" if count == 1 else f"{count} places"
