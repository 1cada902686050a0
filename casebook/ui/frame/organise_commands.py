"""What brings order among many cases: change a selection, put it into a collection, look after the tags."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from casebook.ui.frame.case_commands import Chosen
from casebook.ui.workbench import Workbench


class OrganiseCommands(QObject):
    """Its dialogs stand beside the window and do not stop it."""

    def __init__(self, workbench: Workbench, chosen: Chosen, window: QWidget) -> None:
        """`window` is the parent of the dialogs."""
        super().__init__(window)
        self._workbench = workbench
        self._chosen = chosen
        self._window = window

    def doers(self) -> dict[str, Callable[[], object]]:
        """What carries out each action, by its key."""
        return {
            "change-cases": self.change,
            "add-to-collection": self.add_to_collection,
            "take-out-of-collection": self.take_out_of_collection,
            "tags": self.tags,
        }

    def change(self) -> None:
        """Ask what is to be changed in the chosen cases."""
        from casebook.ui.organise.bulk_dialog import BulkDialog

        chosen = self._chosen()
        if self._workbench.library is not None and chosen:
            self._show(BulkDialog(self._workbench, chosen, self._window))

    def add_to_collection(self) -> None:
        """Ask which collection the chosen cases are to be put into."""
        self._pick(out=False)

    def take_out_of_collection(self) -> None:
        """Ask which collection the chosen cases are to be taken out of."""
        self._pick(out=True)

    def tags(self) -> None:
        """Show the tags of the library."""
        from casebook.ui.organise.tags_dialog import TagsDialog

        if self._workbench.library is not None:
            self._show(TagsDialog(self._workbench, self._window))

    def _pick(self, *, out: bool) -> None:
        from casebook.ui.organise.collection_picker import CollectionPicker

        chosen = self._chosen()
        if self._workbench.library is not None and chosen:
            self._show(CollectionPicker(self._workbench, chosen, self._window, out=out))

    def _show(self, dialog: QDialog) -> None:
        """Show a dialog beside the window; it is gone once it is closed."""
        dialog.finished.connect(dialog.deleteLater)
        dialog.show()
