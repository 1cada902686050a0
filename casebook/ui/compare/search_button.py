"""Takes the cases that a saved search finds."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from casebook.domain.errors import CasebookError
from casebook.services.searches import SavedSearch, saved_searches
from casebook.ui.icons import set_icon
from casebook.ui.workbench import Workbench


class SearchButton(QPushButton):
    """A menu of the searches this library keeps; emits `cases_taken` with ids, in the order of the Library."""

    cases_taken = Signal(tuple)

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self.setText(self.tr("From a saved search"))
        self.setObjectName("from-search")
        set_icon(self, "bookmark")
        self._menu = QMenu(self)
        self.setMenu(self._menu)
        self.look_again()

    def look_again(self) -> None:
        """Offer the searches the library keeps now."""
        library = self._workbench.library
        try:
            held = saved_searches(library) if library is not None else []
        except CasebookError as error:
            self._workbench.problem.emit(str(error))
            held = []
        self._menu.clear()
        for search in held:
            action = self._menu.addAction(search.name.replace("&", "&&"))
            action.setToolTip(search.text)
            action.triggered.connect(lambda _on=False, one=search: self._take(one))
        self.setEnabled(bool(held))
        self.setToolTip(
            "" if held else self.tr("No search is saved in this library yet; the Library saves them")
        )

    def _take(self, search: SavedSearch) -> None:
        library = self._workbench.library
        if library is None:
            return
        try:
            found = tuple(
                library.cases.ids(search.asked_by(self._workbench.author(), library, self._workbench.wording))
            )
        except CasebookError as error:
            self._workbench.problem.emit(str(error))
            return
        if found:
            self.cases_taken.emit(found)
        else:
            self._workbench.told.emit(self.tr("“{}” finds no case now.").format(search.name), None)
