"""What the list of shared records shows and how it is asked for."""

from enum import StrEnum

import attrs


class Show(StrEnum):
    """Which shared records are listed, by where they are."""

    ALL = "all"  # those not in the Trash
    USED = "used"
    UNUSED = "unused"
    TRASH = "trash"


@attrs.frozen(kw_only=True)
class RecordQuery:
    """Which records of a shared section, in which order.

    `text` matches records in which every word begins a word somewhere; `sort` is the name of a field of `RecordRow`.
    """

    section: str
    text: str = ""
    type: str = ""
    """Only records of this type: a term id; empty for any."""
    show: Show = Show.ALL
    sort: str = "name"
    descending: bool = False


@attrs.frozen(kw_only=True)
class RecordRow:
    """One line of the list of shared records."""

    id: str
    name: str
    mark: str
    """The short form or, where there is none, the first field that identifies: a citation key."""
    type: str
    """Term id; empty when not recorded."""
    cases: int
    """How many cases hold it, those in the Trash too."""
    updated_at: str
    """ISO 8601 in UTC."""
    updated_by: str
    trashed: bool


@attrs.frozen(kw_only=True)
class UsePlace:
    """Where in a case a record is linked to: in which section (empty for the case's own fields), how often, first where."""

    section: str
    entry_id: str
    times: int
    role: str
    """Term id of what the record is there, where the entries are about it; else empty."""


@attrs.frozen(kw_only=True)
class RecordUse:
    """One case that holds a record."""

    case_id: str
    ref_code: str
    title: str
    trashed: bool
    places: tuple[UsePlace, ...]


@attrs.frozen
class UseCount:
    """How many cases hold some records, and how many links point to them from cases and other shared records."""

    cases: int
    links: int
