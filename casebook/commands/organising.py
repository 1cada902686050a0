"""The command that changes many cases at once: as a plan first, done with --do."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from casebook.commands.answers import as_json, say, say_json
from casebook.commands.door import Door, takes_library
from casebook.commands.grouping import collection_named
from casebook.domain.errors import NotFoundError
from casebook.domain.records import Sensitivity

if TYPE_CHECKING:
    from casebook.services.bulk import Line, Plan, Wish
    from casebook.storage.library import Library

LEVELS = tuple(level.key for level in Sensitivity)


def _wishes(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options that say what is to change."""
    for option in reversed(
        (
            click.option("--status", default="", metavar="STATUS", help="A term of the word list “status”."),
            click.option("--add-tag", multiple=True, metavar="TAG", help="Add a tag; may be repeated."),
            click.option(
                "--remove-tag", multiple=True, metavar="TAG", help="Take a tag away, spelled alike."
            ),
            click.option("--sensitivity", type=click.Choice(LEVELS), help="Who may see the cases."),
            click.option("--language", default="", metavar="CODE", help="Two letters, such as “fr”."),
            click.option("--add-author", multiple=True, metavar="NAME", help="Add an author."),
            click.option("--remove-author", multiple=True, metavar="NAME", help="Take an author away."),
            click.option("--to-collection", default="", metavar="NAME", help="Put into a collection."),
            click.option("--from-collection", default="", metavar="NAME", help="Take out of a collection."),
            click.option("--trash", "into_trash", is_flag=True, help="Move to the Trash."),
            click.option("--restore", "out_of_trash", is_flag=True, help="Take out of the Trash."),
        )
    ):
        command = option(command)
    return command


@click.command("set", short_help="Change many cases at once.")
@click.argument("cases", nargs=-1)
@click.option("--search", "text", default="", metavar="WORDS", help="Also every case that holds these words.")
@_wishes
@click.option("--do", "really", is_flag=True, help="Make the changes; without it they are only told.")
@as_json
@takes_library
def set_cases(
    door: Door, cases: tuple[str, ...], text: str, really: bool, as_json: bool, **wished: Any
) -> int:
    """Change CASES: status, tags, who may see them, language, authors, collections, Trash.

    What would change, is so already, or is refused and why is told first; nothing is changed without --do.
    """
    from casebook.services.bulk import plan
    from casebook.services.sweeping import Sweep
    from casebook.storage.listing import ListQuery

    if not cases and not text:
        raise click.UsageError("Name the cases, or find them with --search WORDS.")
    with door.library(write=really) as library:
        wish = _wish(library, wished)
        if wish.empty:
            raise click.UsageError("Say what is to change, such as --status approved.")
        ids = [library.cases.resolve(case) for case in cases]
        if text:
            ids += library.cases.ids(ListQuery(text=text, trashed=wish.trash is False))
        made = plan(library, ids, wish)
        late = []
        if really:
            sweep = Sweep(library, made.changes)
            sweep.run()
            late = [f"{refusal.case_id}: {refusal.reason}" for refusal in sweep.refused]
    if as_json:
        say_json({**_told(made), "done": really, "refused_late": late})
    else:
        _say(made, late, really=really)
    return 1 if late else 0


def _wish(library: Library, wished: dict[str, Any]) -> Wish:
    from casebook.iso_names import languages
    from casebook.services.bulk import Wish, Words
    from casebook.services.own_terms import vocabularies_of

    status, language, level = wished["status"], wished["language"].lower(), wished["sensitivity"]
    if status and vocabularies_of(library)["status"].get(status) is None:
        raise NotFoundError(f"There is no status “{status}”; 'casebook terms status' names them all.")
    if language and language not in languages():
        raise NotFoundError(f"There is no language with the code “{language}”.")
    if wished["into_trash"] and wished["out_of_trash"]:
        raise click.UsageError("A case can go into the Trash or come out of it, not both.")

    def named(option: str) -> str:
        return collection_named(library, wished[option]) if wished[option] else ""

    return Wish(
        status=status,
        language=language,
        sensitivity=Sensitivity.of(level) if level else None,
        tags=Words(added=_words(wished["add_tag"]), removed=tuple(wished["remove_tag"])),
        authors=Words(added=_words(wished["add_author"]), removed=tuple(wished["remove_author"])),
        into=named("to_collection"),
        out_of=named("from_collection"),
        trash=True if wished["into_trash"] else False if wished["out_of_trash"] else None,
    )


def _words(given: tuple[str, ...]) -> tuple[str, ...]:
    """Words as a person would have typed them: on one line, none empty, none endless."""
    return tuple(word for text in given if (word := " ".join(text.split())[:200]))


def _told(made: Plan) -> dict[str, Any]:
    return {
        "change": [_case(line) for line in made.changing],
        "same": [_case(line) for line in made.same],
        "refused": [{**_case(line), "reason": line.reason} for line in made.refused],
    }


def _case(line: Line) -> dict[str, str]:
    return {"id": line.case_id, "ref_code": line.ref_code, "title": line.title}


def _say(made: Plan, late: list[str], *, really: bool) -> None:
    verb = "changed" if really else "would change"
    for line in made.changing:
        say(f"{verb}: {_name(line)}")
    for line in made.refused:
        say(f"refused: {_name(line)} ({line.reason})")
    for refusal in late:
        say(f"refused: {refusal}")
    count = len(made.changing) - len(late)
    say(f"{count} {verb}, {len(made.same)} so already, {len(made.refused) + len(late)} refused.")
    if made.changing and not really:
        say("Nothing was changed; give --do to do it.")


def _name(line: Line) -> str:
    return f"{line.ref_code or line.case_id}  {line.title}".rstrip()
