"""What the window asks of every workspace."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casebook.domain.grid import Grid
from casebook.domain.records import RecordId
from casebook.storage.listing import ListQuery
from casebook.ui.tasks import Cancelled, Progress

if TYPE_CHECKING:
    from casebook.storage.library import Library

TableOf = Callable[["Library", Progress, Cancelled], Grid]
"""Makes a table from a library, in any thread."""


class Workspace(QWidget):
    """A page of the window; says which cases are chosen in it, so that menus know what they are about."""

    selection_changed = Signal()

    can_search = False
    """Whether `search` does something; where it does not, people are taken to the library to search."""

    current_section = ""
    """The key of the section that is shown of the open case; empty where there is none."""

    def chosen_cases(self) -> tuple[RecordId, ...]:
        """Ids of the cases that actions are about; empty when there are none."""
        return ()

    def listed_query(self) -> ListQuery | None:
        """Which cases the list in it shows, and in which order; None where it has none."""
        return None

    def listed_table(self) -> TableOf | None:
        """Makes what is listed here as a table, where that is something other than cases; None elsewhere."""
        return None

    def shows_trash(self) -> bool:
        """Whether the chosen cases lie in the Trash."""
        return False

    def arrive(self) -> None:
        """The person has come here: put the focus where work goes on."""
        self.setFocus()

    def search(self) -> None:
        """The person wants to search here."""

    def take_cases(self, case_ids: tuple[str, ...]) -> None:
        """Cases chosen elsewhere are to be worked on here."""

    def toggle_map(self) -> None:
        """The person wants to see the cases on a map, or no longer."""
