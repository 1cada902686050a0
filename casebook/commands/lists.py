"""The command that brings lists in: import-list."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from casebook.commands.answers import as_json, say, say_json, say_table
from casebook.commands.door import Door, takes_library
from casebook.domain.errors import CasebookError

if TYPE_CHECKING:
    from casebook.domain.case import Case
    from casebook.domain.list_file import ListFile
    from casebook.services.lists.mapping import ColumnChoice, ListMapping
    from casebook.services.lists.plan import Plan
    from casebook.services.lists.targets import Target
    from casebook.storage.library import Library

MOST_TOLD = 20
"""Refused rows that are told one by one."""


def _untold(_done: int, _of: int) -> None:
    return None


def _never() -> bool:
    return False


@click.command("import-list", short_help="Bring in a list from CSV or Excel.")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--sheet", default="", metavar="NAME", help="The sheet of a workbook; else its first.")
@click.option("--no-headings", is_flag=True, help="The first row is a row like any other.")
@click.option(
    "--into",
    nargs=2,
    metavar="CASE SECTION",
    default=None,
    help="Put the rows into a section of CASE, as entries, instead of making new cases.",
)
@click.option(
    "--map",
    "mapped",
    multiple=True,
    metavar="COLUMN=FIELD",
    help="Where a column goes; empty to leave it out. Columns that are not named go where they seem to belong.",
)
@click.option(
    "--lenient", is_flag=True, help="Leave out words that are not in a list, instead of refusing the row."
)
@click.option(
    "--refused", type=click.Path(path_type=Path), metavar="FILE", help="Write the refused rows there."
)
@click.option(
    "--do", "carry_out", is_flag=True, help="Bring the rows in; without it, only say what would come of it."
)
@as_json
@takes_library
def import_list(door: Door, file: Path, carry_out: bool, as_json: bool, **options: Any) -> int:
    """Say what would come of the list in FILE: where its columns go, which rows come in, which are refused and why.

    With --do the rows that can come in do; each becomes a case, or an entry of a section.
    """
    from casebook.exchange.list_reading import read_list

    listed = read_list(file, str(options["sheet"]), headings=not options["no_headings"])
    with door.library(write=carry_out) as library:
        work = _Intake(library, listed, options)
        if carry_out:
            work.carry_out()
    if as_json:
        say_json(work.told())
    else:
        for line in work.lines(done=carry_out):
            say(line)
        if not carry_out:
            say_table(work.columns())
    if options["refused"] and work.plan.refused:
        work.save_refused(Path(str(options["refused"])))
    if not work.plan.count:
        raise CasebookError(
            "None of the rows can come in; see the reasons, or say where columns go with --map."
        )
    return 0


class _Intake:
    """One list on its way into a library."""

    def __init__(self, library: "Library", listed: "ListFile", options: dict[str, Any]) -> None:
        from casebook.domain.wording import Wording
        from casebook.services.lists.knowing import knowledge_of
        from casebook.services.lists.planning import Intake, plan
        from casebook.services.lists.targets import targets_of
        from casebook.services.own_terms import vocabularies_of

        self.library, self.listed = library, listed
        self.case, self.into = _place(library, options["into"])
        vocabularies = vocabularies_of(library)
        self.knowledge = knowledge_of(library, vocabularies, self.case, Wording(vocabularies=vocabularies))
        self.targets = targets_of(library.declaration, self.into)
        self.mapping = self._mapping(options)
        given = (
            {} if self.into else {"language": "en", "authors": (library.author,) if library.author else ()}
        )
        intake = Intake(
            listed=listed,
            mapping=self.mapping,
            targets=self.targets,
            declaration=library.declaration,
            references=self.knowledge.references,
            given=given,
        )
        self.plan: Plan = plan(intake, self.knowledge.understanding, _untold, _never)

    def carry_out(self) -> None:
        """Bring in what can come in.

        Raises:
            CasebookError: the library refuses.
        """
        from casebook.services.editing import Editor
        from casebook.services.lists.arriving import Arrival, Numbering, entries_arriving
        from casebook.services.lists.mapping import keep_mapping

        if self.case is not None and self.plan.count:
            editor = Editor(self.library, self.case)
            editor.apply(entries_arriving(self.case, self.plan, "Import a list"))
            editor.flush()
        elif self.plan.count:
            arrival = Arrival(self.library, self.plan, Numbering(self.knowledge.references))
            while arrival.step():
                pass
        keep_mapping(self.library, self.listed.columns, self.mapping)

    def save_refused(self, path: Path) -> None:
        """Write the refused rows, with the reasons. Raises as `write_grids` does."""
        from casebook.exchange.grid_files import write_grids
        from casebook.services.lists.plan import refused_rows

        write_grids([refused_rows(self.listed, self.plan.refused)], path)

    def told(self) -> dict[str, object]:
        """What came of it, as a program reads it."""
        return {
            "columns": {name: choice.target for name, choice in self._choices()},
            "come_in": self.plan.count,
            "new_records": {key: len(records) for key, records in self.plan.fresh.items()},
            "refused": [{"row": one.number, "reasons": list(one.reasons)} for one in self.plan.refused],
        }

    def lines(self, *, done: bool) -> list[str]:
        """What came of it, in words."""
        plan = self.plan
        what = "imported" if done else "can come in"
        lines = [f"{plan.count:,} of {len(self.listed.rows):,} rows {what}, {len(plan.refused):,} refused."]
        lines += [self.listed.note] if self.listed.note else []
        names = {"actor_records": "actors", "source_records": "sources"}
        lines += [f"New {names.get(key, key)}: {len(made):,}." for key, made in plan.fresh.items()]
        lines += [f"Words left out under {heading}: {count:,}." for heading, count in plan.left_out.items()]
        for one in plan.refused[:MOST_TOLD]:
            lines.append(f"Row {one.number}: {' '.join(one.reasons)}")
        if len(plan.refused) > MOST_TOLD:
            lines.append(f"… and {len(plan.refused) - MOST_TOLD:,} more; --refused FILE writes them all.")
        return lines

    def columns(self) -> list[list[str]]:
        """Where each column goes."""
        return [[name, "→", choice.target or "left out"] for name, choice in self._choices()]

    def _choices(self) -> list[tuple[str, "ColumnChoice"]]:
        return list(zip(self.listed.columns, self.mapping.choices, strict=True))

    def _mapping(self, options: dict[str, Any]) -> "ListMapping":
        import attrs

        from casebook.services.lists.guessing import guessed
        from casebook.services.lists.mapping import kept_mapping

        held = self.knowledge.understanding
        mapping = kept_mapping(self.library, self.listed.columns, self.into, self.targets) or guessed(
            self.listed, self.targets, held, into=self.into
        )
        for pair in options["mapped"]:
            at, key = _sent(str(pair), self.listed, self.targets)
            mapping = mapping.with_choice(at, attrs.evolve(mapping.choices[at], target=key))
        if options["lenient"]:
            mapping = attrs.evolve(
                mapping, choices=tuple(attrs.evolve(choice, lenient=True) for choice in mapping.choices)
            )
        return mapping


def _place(library: "Library", into: object) -> tuple["Case | None", str]:
    """The case and the section that rows go into; none for new cases."""
    from casebook.services.lists.targets import sections_for

    if not isinstance(into, tuple):
        return None, ""
    name, section = into
    case = library.cases.load(library.cases.resolve(name))
    keys = [spec.key for spec in sections_for(library.declaration)]
    if section not in keys:
        raise CasebookError(f"A case takes no list into “{section}”; there are {', '.join(keys)}.")
    return case, section


def _sent(pair: str, listed: "ListFile", targets: "tuple[Target, ...]") -> tuple[int, str]:
    """The number of a column and the key of the field it is sent to."""
    column, equals, key = pair.rpartition("=")
    names = [name.casefold() for name in listed.columns]
    if not equals or column.strip().casefold() not in names:
        raise CasebookError(
            f"The list has no column “{column or pair}”; there are {', '.join(listed.columns)}."
        )
    keys = [target.key for target in targets]
    if key and key not in keys:
        raise CasebookError(f"There is no field “{key}” to send a column to; there are {', '.join(keys)}.")
    return names.index(column.strip().casefold()), key
