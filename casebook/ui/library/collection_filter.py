"""A chosen collection narrows what the Library is asked, as a chip."""

from PySide6.QtCore import QObject

from casebook.domain.errors import CasebookError
from casebook.domain.wanted import AmongCases
from casebook.ui.library.asking import Asking
from casebook.ui.organise.collections_tree import CollectionsTree
from casebook.ui.workbench import Workbench

COLLECTION = "collection"


class CollectionFilter(QObject):
    """Keeps the tree of collections and the question in step."""

    def __init__(self, workbench: Workbench, asking: Asking, tree: CollectionsTree) -> None:
        super().__init__(tree)
        self._workbench = workbench
        self._asking = asking
        self._tree = tree
        tree.chosen.connect(self._narrow)
        asking.changed.connect(self._follow)

    def refresh(self) -> None:
        """The cases of the collection may be others now."""
        if COLLECTION in self._asking.narrowed and self._tree.current:
            self._narrow(self._tree.current)

    def leave(self) -> None:
        """Show cases of every collection and of none again."""
        self._asking.narrow(COLLECTION, "", None)

    def _narrow(self, collection_id: str) -> None:
        library = self._workbench.library
        if library is None:
            return
        try:
            name = library.collections.get(collection_id).name
            wanted = AmongCases(frozenset(self._tree.case_ids(collection_id)))
        except CasebookError as error:
            self._workbench.problem.emit(str(error))
            return
        self._asking.narrow(COLLECTION, self.tr("Collection: {}").format(name), wanted)

    def _follow(self) -> None:
        if COLLECTION not in self._asking.narrowed and self._tree.current:
            self._tree.choose("")
