"""What every record of a case has: id, sensitivity, absences, stamp."""

from collections.abc import Mapping
from enum import IntEnum, StrEnum
from typing import Any, NewType

import attrs

from casebook.domain.identity import new_id

RecordId = NewType("RecordId", str)
"""UUIDv7 text of any record: a case, an entry, an actor, a source."""

TermRef = NewType("TermRef", str)
"""Id of a term in the vocabulary its field names."""

Markdown = NewType("Markdown", str)
"""Text in Markdown, exactly as typed."""


class Sensitivity(IntEnum):
    """Who may see a record: an ordered scale; an audience sees what is at or below it."""

    PUBLIC = 0
    TRAINING = 1
    PARTNER = 2
    INTERNAL = 3

    @property
    def key(self) -> str:
        """The name used in files and on the command line, e.g. "public"."""
        return self.name.lower()

    @classmethod
    def of(cls, key: str) -> "Sensitivity":
        """The level called `key`.

        Raises:
            KeyError: there is no such level.
        """
        return cls[key.upper()]


class Absence(StrEnum):
    """Why a field is empty; an empty field without one is "not recorded"."""

    NONE_FOUND = "none-found"
    NOT_APPLICABLE = "not-applicable"


@attrs.frozen(kw_only=True)
class Stamp:
    """When and by whom a record was made and last changed; times are ISO 8601 in UTC, empty when unknown."""

    created_at: str = ""
    created_by: str = ""
    updated_at: str = ""
    updated_by: str = ""


@attrs.frozen(kw_only=True)
class Record:
    """A thing with an identity that people can mark as sensitive.

    `stamp` is left out of equality: two cases with the same content are the same case.
    """

    id: RecordId = attrs.field(factory=lambda: RecordId(new_id()))
    sensitivity: Sensitivity = Sensitivity.PUBLIC
    absences: Mapping[str, Absence] = attrs.field(factory=dict)
    field_sensitivities: Mapping[str, Sensitivity] = attrs.field(factory=dict)
    extra: Mapping[str, Any] = attrs.field(factory=dict)
    """Keys a newer version wrote, kept as they came."""
    stamp: Stamp = attrs.field(factory=Stamp, eq=False)


@attrs.frozen(kw_only=True)
class Entry(Record):
    """One entry of a section; `parent` is the entry it stands in, for sections that nest."""

    parent: RecordId | None = None


@attrs.frozen(kw_only=True)
class SharedRecord(Record):
    """A record many cases refer to; `trashed` says it lies in the library's Trash."""

    trashed: bool = False
