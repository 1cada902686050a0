"""Reads a list from a file, CSV or xlsx, by what is in it."""

from pathlib import Path

from casebook.domain.errors import FormatError
from casebook.domain.list_file import ListFile
from casebook.domain.marking import _

LARGEST = 64 * 1024 * 1024
"""Bytes of a file that is read at all."""
SUFFIXES = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm")
OLD_EXCEL = b"\xd0\xcf\x11\xe0"
"""How files of Excel before 2007 begin, and workbooks under a password."""


def read_list(path: Path, sheet: str = "", *, headings: bool = True) -> ListFile:
    """The list in a file; `sheet` names one of a workbook, `headings` says whether its first row has them.

    Raises:
        FormatError: it cannot be read, is too large, or holds no list.
    """
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise FormatError(
            _("“{name}” could not be read: {reason}.").format(name=path.name, reason=error.strerror)
        ) from error
    if len(data) > LARGEST:
        raise FormatError(
            _("“{name}” is larger than {size} megabytes; take it in in parts.").format(
                name=path.name, size=LARGEST // 1024**2
            )
        )
    if data.startswith(OLD_EXCEL):
        raise FormatError(
            _("“{name}” is of an older Excel or under a password; save it as .xlsx without one.").format(
                name=path.name
            )
        )
    if data.startswith(b"PK"):
        from casebook.exchange.xlsx_lists import read_xlsx

        return read_xlsx(path.name, data, sheet, headings=headings)
    if sheet:
        raise FormatError(_("“{name}” has no sheets.").format(name=path.name))
    from casebook.exchange.csv_lists import read_csv

    return read_csv(path.name, data, headings=headings)
