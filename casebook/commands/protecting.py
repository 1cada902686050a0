"""The command that sets, changes or removes the passphrase of a library."""

import sys
from pathlib import Path

import click

from casebook.commands.answers import say
from casebook.commands.door import (
    PASSPHRASE_VARIABLE,
    Door,
    author,
    passphrase_option,
    read_passphrase,
    takes_library_alone,
)


@click.command(short_help="Set, change or remove the passphrase.")
@click.option(
    "--passphrase-file",
    "new_file",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="File whose first line is the new passphrase.",
)
@passphrase_option(
    "--old-passphrase-file", PASSPHRASE_VARIABLE, "File whose first line is the passphrase it has now."
)
@click.option("--remove", is_flag=True, help="Take the protection away.")
@takes_library_alone
def protect(door: Door, new_file: Path | None, remove: bool) -> None:
    """Encrypt the library under a new passphrase, or take the protection away.

    The library is written anew beside itself, checked, and then put in its place; nobody may have it open.
    """
    from casebook.storage.library import Library
    from casebook.storage.protecting import reprotect

    path = door.named()
    if remove and new_file is not None:
        raise click.UsageError("Give either --passphrase-file or --remove.")
    old = door.passphrase() if Library.is_encrypted(path) else ""
    new = "" if remove else _new_passphrase(new_file)
    if not (old or new):
        say(f"{path.name} is not protected.")
        return
    reprotect(path, old, new, author(), lambda _done, _of: None, lambda: False)
    say(f"{path.name} is protected by the new passphrase." if new else f"{path.name} is no longer protected.")
    say("Backups made before are as they were.", error=True)


def _new_passphrase(file: Path | None) -> str:
    if file is not None:
        return read_passphrase(file)
    if sys.stdin.isatty():
        return str(click.prompt("New passphrase", hide_input=True, confirmation_prompt=True, err=True))
    raise click.UsageError("Name the new passphrase with --passphrase-file FILE, or give --remove.")
