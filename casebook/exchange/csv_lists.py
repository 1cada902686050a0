"""Reads lists from CSV, whoever wrote it: finds out the encoding and what stands between the cells."""

import csv
import io
from collections import Counter
from collections.abc import Iterator

import attrs

from casebook.domain.errors import FormatError
from casebook.domain.grid import unguarded
from casebook.domain.list_file import ListFile
from casebook.domain.marking import _
from casebook.exchange.list_rows import list_of

BETWEEN = (",", ";", "\t", "|")
"""What may stand between cells; where two serve as well, the first."""
SAMPLE = 64_000
"""Characters that are looked at to find out which."""
HALF = 0.5
"""Of the lines at least have to be parted alike, or the list has one column, with commas in its texts."""
NOTHING = "\x1f"
"""A sign that no text holds."""
OLD_WINDOWS = _(
    "The file does not say how it is written; it was read as Western European (Windows). Check names with accents."
)


def read_csv(name: str, data: bytes, *, headings: bool = True) -> ListFile:
    """The list in the bytes of a CSV file.

    Raises:
        FormatError: it is not a text, holds nothing, or more than the limits allow.
    """
    text, note = _decoded(name, data)
    text, mark = _parted(text)
    rows = _rows(name, text, mark or _mark_of(text))
    listed = list_of(name, rows, headings=headings)
    return attrs.evolve(listed, note=" ".join(filter(None, (note, listed.note))))


def _rows(name: str, text: str, mark: str) -> Iterator[list[str]]:
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=mark):
            yield [unguarded(cell) for cell in row]
    except csv.Error as error:
        raise FormatError(
            _("“{name}” cannot be read as a table: a quotation mark may be missing.").format(name=name)
        ) from error


def _decoded(name: str, data: bytes) -> tuple[str, str]:
    """The text, and a sentence where its encoding had to be guessed."""
    tried = [("utf-8-sig", "")]
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        tried = [("utf-16", "")]
    elif data[1:2] == b"\0" or data[:1] == b"\0":
        tried = [("utf-16-le" if data[1:2] == b"\0" else "utf-16-be", "")]
    else:
        tried.append(("cp1252", OLD_WINDOWS))
    for encoding, note in tried:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text, note
    raise FormatError(_("“{name}” is not a text that can be read as a table.").format(name=name))


def _parted(text: str) -> tuple[str, str]:
    """The text without the line "sep=;", which some programs put first, and the sign it names."""
    first, _end, rest = text.partition("\n")
    said = first.strip().strip('"')
    if len(said) == 5 and said.lower().startswith("sep=") and said[4] in BETWEEN:
        return rest, said[4]
    return text.removeprefix("sep=\t\r\n"), "\t" if first.lower().startswith("sep=\t") else ""


def _mark_of(text: str) -> str:
    """What stands between the cells: the sign that parts most lines into equally many."""
    sample = text[:SAMPLE]
    if len(text) > SAMPLE:
        sample = sample[: sample.rfind("\n") + 1] or sample
    scores = {mark: _evenness(sample, mark) for mark in BETWEEN}
    best = max(scores, key=lambda mark: scores[mark])
    return best if scores[best][0] >= HALF else NOTHING


def _evenness(sample: str, mark: str) -> tuple[float, int]:
    try:
        widths = [len(row) for row in csv.reader(io.StringIO(sample, newline=""), delimiter=mark) if row]
    except csv.Error:
        return 0.0, 0
    several = Counter(width for width in widths if width > 1)
    if not several:
        return 0.0, 0
    width, count = several.most_common(1)[0]
    return round(count / len(widths), 1), width
