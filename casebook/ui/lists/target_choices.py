"""What a column can be taken into, to pick from by name."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from casebook.domain.records import Record
from casebook.services.lists.targets import END, START, Target
from casebook.ui.forms.choice import Choice
from casebook.ui.forms.matching import matches

LEAVE_OUT = "-"
"""Stands for a column that is not taken."""


class TargetChoices:
    """All targets below one another, each with the part of the case it belongs to; the first leaves the column out."""

    def __init__(self, targets: Sequence[Target], translate: Callable[[str], str]) -> None:
        words = QCoreApplication.translate
        self._rows = [Choice(value=LEAVE_OUT, label=words("TargetChoices", "Leave out"))]
        ends = {
            START: words("TargetChoices", "{} – from"),
            END: words("TargetChoices", "{} – to"),
            "": "{}",
        }
        for target in targets:
            label = ends[target.end].format(translate(target.spec.label))
            if target.section:
                label = words("TargetChoices", "{} by name").format(label)
            if target.required:
                label = words("TargetChoices", "{} (needed)").format(label)
            self._rows.append(Choice(value=target.key, label=label, detail=translate(target.group)))

    def find(self, typed: str) -> tuple[Choice, ...]:
        """The rows whose names match."""
        return tuple(row for row in self._rows if matches(typed, row.label, row.detail))

    def of(self, value: str) -> Choice:
        """The row of a target's key; the one that leaves out for an empty key."""
        return next((row for row in self._rows if row.value == value), self._rows[0])

    def create(self, text: str) -> str:
        """Nothing can be made here."""
        return text

    def set_record(self, record: Record) -> None:
        """There is none."""

    def opens(self, _value: str) -> bool:
        """Never."""
        return False
