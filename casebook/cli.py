"""The headless face: everything the core can do, from a shell. Each command imports what it needs when it runs."""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import click

from casebook.commands.answers import say
from casebook.commands.branding import look, styles
from casebook.commands.building import build, builds
from casebook.commands.comparing import compare
from casebook.commands.door import Door, OpenWindow, takes_library
from casebook.commands.finding import reindex, search
from casebook.commands.grouping import collections, tags
from casebook.commands.keeping import backup, import_cases, new
from casebook.commands.likeness import duplicates, merge, similar
from casebook.commands.lists import import_list
from casebook.commands.looking import check, list_cases, notes, show
from casebook.commands.matrix import matrix
from casebook.commands.organising import set_cases
from casebook.commands.protecting import protect
from casebook.commands.publishing import export, formats, schema
from casebook.commands.qca import qca
from casebook.commands.registry import merge_records, records, rename_record
from casebook.commands.replacing import replace
from casebook.commands.templates import render_template, templates
from casebook.commands.terms import terms
from casebook.domain.errors import CasebookError

DONE, REFUSED, WRONG_USAGE = 0, 1, 2
"""Exit statuses."""


def main(arguments: Sequence[str], open_window: OpenWindow | None = None) -> int:
    """Run a command and return its exit status; `open_window` is what `casebook` without a command does."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    door = Door(open_window)
    try:
        status = casebook.main(list(arguments), prog_name="casebook", standalone_mode=False, obj=door)
        sys.stdout.flush()
    except click.UsageError as error:
        error.show()
        return WRONG_USAGE
    except click.ClickException as error:
        return _refused(error.format_message())
    except CasebookError as error:
        return _refused(str(error))
    except click.Abort:
        return _refused("Stopped.")
    except BrokenPipeError:
        # Whoever read our output has read enough; the rest must not fail again when Python closes it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except Exception:
        return _unexpected()
    return status if isinstance(status, int) else DONE


def _refused(sentence: str) -> int:
    say(sentence, error=True)
    return REFUSED


def _unexpected() -> int:
    """Write what happened where it can be sent from, and say so in one sentence."""
    import traceback

    from casebook import paths

    details: Path | None = None
    with suppress(OSError):
        details = paths.user_state() / "command-error.txt"
        details.write_text(traceback.format_exc(), encoding="utf-8")
    return _refused(f"Something unexpected went wrong; the details are in {details}.")


@click.group(invoke_without_command=True, subcommand_metavar="[LIBRARY | COMMAND [ARGS]...]")
@click.version_option(package_name="casebook", prog_name="Casebook", message="%(prog)s %(version)s")
@takes_library
@click.pass_context
def casebook(context: click.Context, door: Door) -> int:
    """Write, check and publish case studies of military partnerships in peacebuilding.

    Without a command, opens the window, on LIBRARY if it is given.
    """
    if context.invoked_subcommand is not None:
        return DONE
    if door.open_window is None:
        click.echo(context.get_help())
        return DONE
    return door.open_window(door.path)


for command in (
    new,
    list_cases,
    show,
    search,
    check,
    notes,
    similar,
    duplicates,
    merge,
    compare,
    matrix,
    qca,
    export,
    builds,
    build,
    import_cases,
    replace,
    import_list,
    set_cases,
    collections,
    tags,
    backup,
    reindex,
    protect,
    records,
    rename_record,
    merge_records,
    terms,
    templates,
    render_template,
    formats,
    styles,
    look,
    schema,
):
    casebook.add_command(command)
