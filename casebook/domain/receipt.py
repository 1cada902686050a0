"""What was withheld from a case for an audience, and why, so that a person can check it before sharing."""

from collections import Counter
from enum import StrEnum

import attrs

from casebook.domain.records import Sensitivity


class What(StrEnum):
    """What kind of thing was withheld."""

    RECORD = "record"
    FIELD = "field"
    LINK = "link"
    CITATION = "citation"
    COORDINATES = "coordinates"
    PSEUDONYM = "pseudonym"  # a record is shown, under its pseudonym
    NAME = "name"  # a text says a pseudonym where it named somebody
    PLACE = "place"  # a place is named by the area or country it lies in
    PICTURE = "picture"  # a file is named but not shown


class Reason(StrEnum):
    """Why it was withheld."""

    SENSITIVITY = "sensitivity"  # marked above the audience
    PART_OF_WITHHELD = "part-of-withheld"
    LINK_TO_WITHHELD = "link-to-withheld"
    NO_CONSENT = "no-consent"
    CONFIDENTIAL = "confidential"
    ONLY_IN_WITHHELD = "only-in-withheld"  # a shared record that nothing which remains refers to
    PRECISION = "precision"  # a position that must not be shown so exactly
    IDENTITY = "identity"  # would tie a pseudonym to a name
    UNCLEAN = "unclean"  # what lies hidden in the file could not be taken out


@attrs.frozen(kw_only=True)
class Withheld:
    """One thing that was left out; `section` is empty for the case itself, `field` for a whole record."""

    what: What
    record_id: str
    section: str
    field: str = ""
    reason: Reason


@attrs.frozen(kw_only=True)
class Mention:
    """The name of a withheld actor, source or place that still stands in a text somebody wrote."""

    record_id: str
    section: str
    field: str
    name: str


@attrs.frozen(kw_only=True)
class Receipt:
    """Everything that was withheld for `audience`; `named` are names the author still has to take out by hand."""

    audience: Sensitivity
    items: tuple[Withheld, ...] = ()
    named: tuple[Mention, ...] = ()

    @property
    def counts(self) -> dict[str, int]:
        """Whole records withheld, by section key; sections that lost none are left out."""
        return dict(Counter(item.section for item in self.items if item.what is What.RECORD))

    def count(self, what: What) -> int:
        """How many things of this kind were withheld."""
        return sum(item.what is what for item in self.items)

    @property
    def fields(self) -> int:
        """How many single fields were withheld from records that remain."""
        return self.count(What.FIELD)

    @property
    def citations(self) -> int:
        """How many texts lost the citation of a withheld source."""
        return self.count(What.CITATION)

    @property
    def coordinates(self) -> int:
        """How many places lost their exact position."""
        return self.count(What.COORDINATES)

    @property
    def pseudonymised(self) -> int:
        """How many records are shown under their pseudonym."""
        return self.count(What.PSEUDONYM)

    @property
    def coarsened(self) -> int:
        """How many places are named by the area or country they lie in."""
        return self.count(What.PLACE)

    @property
    def dropped(self) -> int:
        """How many pictures are left out because they could not be made safe."""
        return self.count(What.PICTURE)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was withheld."""
        return not self.items

    def withheld_fields(self, record_id: str) -> frozenset[str]:
        """Names of the fields that were taken out of this record: empty now, but not "not recorded"."""
        return frozenset(item.field for item in self.items if item.record_id == record_id and item.field)
