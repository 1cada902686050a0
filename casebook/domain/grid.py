"""A table of plain values: what is seen as a table on screen is copied, printed and written as one of these."""

from datetime import date
from html import escape

import attrs

Value = str | int | float | date | None
"""What stands in a cell; numbers and days stay what they are all the way into a spreadsheet."""

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What makes a spreadsheet read a text as a formula when it stands first (OWASP, CSV injection)."""
AS_TEXT = "mso-number-format:'\\@'"
"""Tells spreadsheets that take HTML from the clipboard that a cell is text and nothing else."""


@attrs.frozen(kw_only=True)
class Grid:
    """A title, a head and rows of equal length; the first column names the rows."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]

    def __attrs_post_init__(self) -> None:
        """Refuse rows that do not fit the head: a shifted column is worse than an error."""
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError(f"{self.title!r} has a row of another length than its head")


def spoken(value: Value) -> str:
    """A cell as text; whole numbers without a point, nothing for None."""
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.0f}" if value.is_integer() else f"{value:.6f}".rstrip("0").rstrip(".")
    return str(value)


def guarded(value: Value) -> str:
    """A cell as text; one that would be read as a formula is led by an apostrophe."""
    text = spoken(value)
    return f"'{text}" if isinstance(value, str) and text.lstrip(" ").startswith(DANGEROUS) else text


def unguarded(text: str) -> str:
    """The text that `guarded` led by an apostrophe; any other text as it stands."""
    bare = text.removeprefix("'")
    return bare if bare != text and bare.lstrip(" ").startswith(DANGEROUS) else text


def tabbed(grid: Grid) -> str:
    """The grid as lines with tabs between the cells, for pasting into a spreadsheet or a mail."""
    lines = (grid.columns, *grid.rows)
    return "\n".join("\t".join(" ".join(guarded(value).split()) for value in line) for line in lines)


def hypertext(grid: Grid) -> str:
    """The grid as an HTML table, for pasting into a text."""
    head = "".join(f"<th>{escape(name)}</th>" for name in grid.columns)
    body = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in grid.rows)
    caption = f"<caption>{escape(grid.title)}</caption>"
    return f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _cell(value: Value) -> str:
    style = f' style="{AS_TEXT}"' if isinstance(value, str) else ""
    return f"<td{style}>{escape(spoken(value))}</td>"
