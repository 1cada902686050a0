"""What a section may show of a record above its form."""

from PySide6.QtWidgets import QWidget

from casebook.domain.case import Case


class SpecialBar(QWidget):
    """A widget that shows something of a record beside its form."""

    def show_record(self, case: Case, record_id: str) -> None:
        """Show the record."""
        raise NotImplementedError
