"""What a group of children asks of the view of an open child."""

from PySide6.QtWidgets import QWidget

from casebook.domain.case import Case
from casebook.domain.changes import Change


class NestedView(QWidget):
    """A widget that shows one record after another."""

    def show_record(self, case: Case, record_id: str, change: Change | None = None) -> None:
        """Show a record, or the same record after a change; `change` tells what became different, when known."""
        raise NotImplementedError

    def reveal(self, case: Case, path: list[str], field: str) -> None:
        """Open the children on `path` (ids from the shown record down) and focus `field` of the last."""
        raise NotImplementedError

    def flush(self) -> None:
        """Hand over what is typed but not yet told."""
        raise NotImplementedError
