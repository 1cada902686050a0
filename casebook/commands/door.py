"""What a command gets to work with: which library is meant, and how to open it."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from casebook.domain.errors import CasebookError

if TYPE_CHECKING:
    from casebook.storage.library import Library

LIBRARY_VARIABLE = "CASEBOOK_LIBRARY"
PASSPHRASE_VARIABLE = "CASEBOOK_PASSPHRASE_FILE"  # noqa: S105
LARGEST_PASSPHRASE = 4096
"""Bytes a passphrase file may have."""

OpenWindow = Callable[[Path | None], int]


class Door:
    """One run of a command: the library that was named, and the way to the window."""

    def __init__(self, open_window: OpenWindow | None = None) -> None:
        self.open_window = open_window
        self.path: Path | None = None
        self.passphrase_file: Path | None = None
        self._typed = ""

    def library(self, *, write: bool = False) -> "Library":
        """Open the library that was named; reading is possible while a window has it open.

        Raises:
            click.UsageError: none was named.
            LibraryError: it cannot be opened.
        """
        if self.path is None:
            raise click.UsageError(f"Name the library with --library FILE, or set {LIBRARY_VARIABLE}.")
        from casebook.storage.library import Library

        passphrase = self.passphrase() if Library.is_encrypted(self.path) else ""
        return Library.open(self.path, passphrase=passphrase, read_only=not write, author=author())

    def passphrase(self) -> str:
        """The passphrase from its file, or asked for at a terminal.

        Raises:
            CasebookError: there is neither a file that holds one nor a terminal to ask at.
        """
        if self.passphrase_file is not None:
            return read_passphrase(self.passphrase_file)
        if sys.stdin.isatty():
            # A command that reads first and writes afterwards asks once.
            self._typed = self._typed or str(click.prompt("Passphrase", hide_input=True, err=True))
            return self._typed
        raise CasebookError(
            "This library is protected: give its passphrase with --passphrase-file FILE, "
            f"or set {PASSPHRASE_VARIABLE}."
        )


def read_passphrase(file: Path) -> str:
    """The first line of a passphrase file.

    Raises:
        CasebookError: it cannot be read, is too large, or its first line is empty.
    """
    try:
        with file.open("rb") as opened:
            data = opened.read(LARGEST_PASSPHRASE + 1)
        lines = data.decode("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise CasebookError(f"The passphrase file “{file.name}” cannot be read.") from error
    if len(data) > LARGEST_PASSPHRASE or not lines or not lines[0]:
        raise CasebookError(f"The passphrase file “{file.name}” must hold the passphrase in its first line.")
    return lines[0]


def author() -> str:
    """The name that goes with changes made from a shell: the one set in the window, or the login name."""
    import getpass

    from casebook import paths
    from casebook.services.settings import load_settings

    return load_settings(paths.user_config() / "settings.json").author or getpass.getuser()


def _remember(context: click.Context, parameter: click.Parameter, value: Path | None) -> None:
    if value is not None:
        door = context.find_object(Door)
        if door is not None:
            setattr(door, "path" if parameter.name == "library" else "passphrase_file", value)


def _option(name: str, variable: str, words: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    return click.option(
        name,
        envvar=variable,
        show_envvar=True,
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FILE",
        expose_value=False,
        callback=_remember,
        help=words,
    )


takes_passphrase = _option(
    "--passphrase-file", PASSPHRASE_VARIABLE, "File whose first line is the passphrase of the library."
)
"""Gives a command the option --passphrase-file, which the Door remembers."""


def takes_library(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options --library and --passphrase-file, and the Door as its first argument."""
    named = _option("--library", LIBRARY_VARIABLE, "The library.")(takes_passphrase(command))
    return click.pass_obj(named)
