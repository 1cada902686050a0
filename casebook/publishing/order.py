"""What a person asks for when publishing, and what the report is made from."""

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from pathlib import Path

import attrs

from casebook.domain.errors import PublishError
from casebook.domain.marking import _
from casebook.domain.receipt import Receipt
from casebook.domain.records import Record, Sensitivity
from casebook.domain.synthesis import Synthesis
from casebook.domain.vocabulary import Vocabularies
from casebook.publishing.look import Look

Progress = Callable[[float, str], None]
"""Told how far the work is, 0 to 1, and what is being done."""
Cancelled = Callable[[], bool]
"""Asked between steps whether to stop."""


class Existing(StrEnum):
    """What to do when a file of that name is there already; it is never overwritten."""

    NUMBER = "number"  # write "name (2).pdf"
    REFUSE = "refuse"


@attrs.frozen(kw_only=True)
class Order:
    """One report to make: into which folder, by which template, in which formats, for whom, in which language.

    `title` names a report of several cases; empty for one made of their number.
    """

    folder: Path
    template: str = "full-report"
    formats: tuple[str, ...] = ("pdf",)
    audience: Sensitivity = Sensitivity.PUBLIC
    language: str = "en"
    existing: Existing = Existing.NUMBER
    title: str = ""
    made_on: date | None = None
    """The day printed on the report; None for today."""
    citation_style: str = ""
    """Key of a citation style; empty for that of the look."""
    look: Look | None = None
    """How it looks; None for the library's house style."""
    synthesis: Synthesis | None = None
    """What a reviewer made of the cases, for a report that compares them."""
    only_differences: bool = False
    """Whether a report that compares leaves out what is the same in all cases."""
    sections: tuple[str, ...] = ()
    """Keys of parts and sections that come first, in this order; what is not named follows as usual."""
    left_out: tuple[str, ...] = ()
    """Keys of parts and sections that are not printed, those that stand in others among them."""
    file_name: str = ""
    """Pattern of the files' names (file_names.py); empty for the usual name."""
    receipt_page: bool = False
    """Whether a last page counts what was withheld."""


def as_it_is(text: str) -> str:
    """No translation."""
    return text


@attrs.frozen(kw_only=True)
class Materials:
    """What stands ready: vocabularies, Casebook's resources, template folders (first wins), and attached files.

    `blobs` gives the bytes for a digest; a `KeyError` or a `CasebookError` means the file is not to be had.
    """

    vocabularies: Vocabularies
    resources: Path
    template_folders: tuple[Path, ...]
    blobs: Mapping[str, bytes] | Callable[[str], bytes] = attrs.field(factory=dict)
    translate: Callable[[str], str] = as_it_is
    known: tuple[Record, ...] = ()
    """Shared records of the library that have a pseudonym, so that it holds in every case of one export."""
    style_folders: tuple[Path, ...] = ()
    """Where citation styles of the user's own lie."""
    house: Look = attrs.field(factory=Look)
    """The library's house style."""


@attrs.frozen(kw_only=True)
class Published:
    """What came of an order: the files written, sentences the person should read, and what was withheld."""

    files: tuple[Path, ...]
    notices: tuple[str, ...]
    receipt: Receipt
    digests: tuple[str, ...] = ()
    """SHA-256 of each file, lower-case hex, in the order of `files`."""


@attrs.frozen(kw_only=True)
class Pages:
    """The pages of a report, in memory: the bytes of the PDF, sentences the person should read, what was withheld."""

    pdf: bytes = attrs.field(repr=False)
    notices: tuple[str, ...]
    receipt: Receipt


STOPPED = _("Stopped; nothing was written.")


class PublishCancelledError(PublishError):
    """The person stopped the work; nothing was written."""


def quiet(_share: float, _doing: str) -> None:
    """Tell nobody."""


def never() -> bool:
    """Not cancelled."""
    return False
