"""The command that lists the word lists: the vocabularies as the library has them."""

from typing import TYPE_CHECKING, Any

import click

from casebook.commands.answers import as_json, say_json, say_table
from casebook.commands.door import Door, takes_library
from casebook.domain.errors import NotFoundError

if TYPE_CHECKING:
    from casebook.domain.vocabulary import Term
    from casebook.domain.word_list import WordList

INDENT = "  "


@click.command(short_help="List the terms of a word list.")
@click.argument("name", required=False, metavar="[LIST]")
@as_json
@takes_library
def terms(door: Door, name: str | None, as_json: bool) -> None:
    """List the terms of LIST with their ids, or the word lists there are.

    With a library, its own words are there as well, and what it no longer offers is marked.
    """
    lists = _lists(door)
    if name is None:
        if as_json:
            say_json([{"list": one.key, "title": one.listed.title, "terms": _size(one)} for one in lists])
        else:
            say_table([[one.key, str(_size(one)), one.listed.title["en"]] for one in lists])
        return
    found = next((one for one in lists if one.key == name), None)
    if found is None:
        raise NotFoundError(f"There is no word list “{name}”; 'casebook terms' names them all.")
    if as_json:
        say_json([_told(found, term) for _depth, term in found.listed.walk()])
    else:
        say_table([_row(found, depth, term) for depth, term in found.listed.walk()])


def _lists(door: Door) -> "list[WordList]":
    from casebook.domain.own_terms import NOTHING_ADDED
    from casebook.domain.word_list import WordList
    from casebook.services.own_terms import additions_in, shipped_vocabularies

    additions = {}
    if door.path is not None:
        with door.library() as library:
            additions = additions_in(library)
    return [
        WordList(shipped=shipped, more=additions.get(key, NOTHING_ADDED))
        for key, shipped in shipped_vocabularies().items()
    ]


def _size(one: "WordList") -> int:
    return sum(1 for _term in one.listed.walk())


def _row(found: "WordList", depth: int, term: "Term") -> list[str]:
    notes = []
    if found.is_own(term.id):
        notes.append("added here")
    if term.deprecated_by:
        notes.append(f"no longer offered; use {term.deprecated_by}")
    note = f" ({'; '.join(notes)})" if notes else ""
    return [INDENT * depth + term.id, term.words() + note]


def _told(found: "WordList", term: "Term") -> dict[str, Any]:
    return {
        "id": term.id,
        "label": dict(term.label),
        "definition": dict(term.definition),
        "broader": term.broader,
        "deprecated_by": term.deprecated_by,
        "own": found.is_own(term.id),
    }
