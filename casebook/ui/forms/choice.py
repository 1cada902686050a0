"""One thing that can be picked from a list of suggestions, and what supplies them."""

from typing import Protocol

import attrs

from casebook.domain.records import Record


@attrs.frozen(kw_only=True)
class Choice:
    """A row of suggestions: `value` is stored, `label` is shown in the list, `shown` in the field once picked."""

    value: str
    label: str
    shown: str = ""
    detail: str = ""
    """A few words that tell namesakes apart, such as a type or a code."""
    definition: str = ""
    """What the term means; read beside the list while the row is the current one."""
    depth: int = 0
    creates: bool = False
    """Picking it makes a new record, or term, called `label`."""
    offer: str = ""
    """How a row that adds to a list everybody shares says so; Enter alone never picks it."""
    aside: bool = False
    """Shown only to give the rows below it their place; it did not match what was typed itself."""

    @property
    def words(self) -> str:
        """What the field shows once it is picked."""
        return self.shown or self.label


class Choices(Protocol):
    """A supply of suggestions."""

    def find(self, typed: str) -> tuple[Choice, ...]:
        """What answers to the text typed, best first; everything, or the likeliest, when nothing is typed."""

    def of(self, value: str) -> Choice:
        """The choice a stored value stands for; one that shows the value itself when it is not known."""

    def create(self, text: str) -> str:
        """Make what the row "Create" offers; its value."""

    def set_record(self, record: Record) -> None:
        """Take note of the record the field belongs to."""

    def opens(self, value: str) -> bool:
        """Whether a stored value can be opened to look at or change it."""
