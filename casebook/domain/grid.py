"""A table of plain values: what is seen as a table on screen is copied, printed and written as one of these."""

import attrs

Value = str | int | float | None
"""What stands in a cell; numbers stay numbers all the way into a spreadsheet."""


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
