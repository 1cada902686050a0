"""What an editor that picks needs to know of the things it picks from."""

from typing import Protocol

from casebook.domain.records import Record
from casebook.ui.forms.choice import Choice


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
