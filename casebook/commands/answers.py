"""How commands answer: lines and tables for people, JSON for programs."""

import json
from collections.abc import Sequence
from typing import Any

import click

as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs to read.")
"""Gives a command the flag --json."""


def say(text: str, *, error: bool = False) -> None:
    """Print one line of text; control characters of a case's text never reach the terminal."""
    click.echo("".join(sign if sign.isprintable() else " " for sign in text), err=error)


def say_json(value: Any) -> None:
    """Print a value as JSON."""
    say_document(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def say_document(text: str) -> None:
    """Print a text as it is, in UTF-8, whatever the terminal's own encoding."""
    click.echo(text.encode(), nl=False)


def say_table(rows: Sequence[Sequence[str]]) -> None:
    """Print rows in columns; the last column may be as long as it is."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)][:-1]
    for row in rows:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=False)]
        say("  ".join([*cells, row[-1]]).rstrip())
