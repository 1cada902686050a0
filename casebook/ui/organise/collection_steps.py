"""What can be done with collections, each as one step that can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoCommand

from casebook.domain.errors import CasebookError
from casebook.services.sweeping import CaseChange, Collecting
from casebook.ui.sweep_step import SweepStep
from casebook.ui.workbench import Workbench

if TYPE_CHECKING:
    from casebook.storage.collections import Collection, Collections, Removed

Act = Callable[["Collections"], object]


class CollectionSteps(QObject):
    """Tells through `Workbench.cases_changed` that collections are other than before."""

    def __init__(self, workbench: Workbench, parent: QObject) -> None:
        super().__init__(parent)
        self._workbench = workbench

    def create(self, name: str, parent: str = "") -> str:
        """Make a collection, last in another or last of all; its id, empty when it could not be made."""
        made: list[str] = []
        removed: list[Removed] = []

        def do(held: Collections) -> None:
            if removed:
                held.put_back(removed.pop())
            else:
                made.append(held.create(name, parent).id)

        self._push(self.tr("New collection"), do, lambda held: removed.append(held.remove(made[0])))
        return made[0] if made else ""

    def rename(self, collection: Collection, name: str) -> None:
        """Give a collection another name."""
        if name.strip() and name != collection.name:
            self._push(
                self.tr("Rename collection"),
                lambda held: held.rename(collection.id, name),
                lambda held: held.rename(collection.id, collection.name),
            )

    def paint(self, collection: Collection, colour: str) -> None:
        """Give a collection a colour, or none."""
        if colour != collection.colour:
            self._push(
                self.tr("Colour collection"),
                lambda held: held.paint(collection.id, colour),
                lambda held: held.paint(collection.id, collection.colour),
            )

    def move(self, collection: Collection, parent: str, position: int | None = None) -> None:
        """Put a collection into another, or into none, at a place among those beside it or last."""
        if (parent, position) != (collection.parent, collection.position):
            self._push(
                self.tr("Move collection"),
                lambda held: held.move(collection.id, parent, position),
                lambda held: held.move(collection.id, collection.parent, collection.position),
            )

    def remove(self, collection: Collection) -> None:
        """Take a collection away with those in it; the cases stay."""
        removed: list[Removed] = []
        command = self._push(
            self.tr("Delete collection"),
            lambda held: removed.append(held.remove(collection.id)),
            lambda held: held.put_back(removed.pop()),
        )
        if removed:
            self._workbench.told.emit(
                self.tr("The collection “{}” was deleted; its cases stay.").format(collection.name),
                command.take_back,
            )

    def put(self, collection: Collection, case_ids: Sequence[str]) -> None:
        """Put cases into a collection."""
        held = self._held(collection.id)
        fresh = [one for one in dict.fromkeys(case_ids) if one not in held]
        if not fresh:
            self._workbench.told.emit(
                self.tr("All of them are in “{}” already.").format(collection.name), None
            )
            return
        one, many = self.tr("1 case is in “{name}” now."), self.tr("{n} cases are in “{name}” now.")
        self._sweep(fresh, Collecting(collection_id=collection.id), collection.name, (one, many))

    def take_out(self, collection: Collection, case_ids: Sequence[str]) -> None:
        """Take cases out of a collection; they stay in the library."""
        held = self._held(collection.id)
        there = [one for one in dict.fromkeys(case_ids) if one in held]
        if not there:
            self._workbench.told.emit(
                self.tr("None of them is in “{}” itself.").format(collection.name), None
            )
            return
        one = self.tr("1 case was taken out of “{name}”.")
        many = self.tr("{n} cases were taken out of “{name}”.")
        self._sweep(there, Collecting(collection_id=collection.id, out=True), collection.name, (one, many))

    def _sweep(self, case_ids: Sequence[str], change: Collecting, name: str, words: tuple[str, str]) -> None:
        one, many = words
        SweepStep(
            self._workbench,
            [CaseChange(case_id=case_id, change=change) for case_id in case_ids],
            self.tr("Take out of collection") if change.out else self.tr("Add to collection"),
            lambda count: one.format(name=name) if count == 1 else many.format(n=f"{count:n}", name=name),
        ).start()

    def _held(self, collection_id: str) -> frozenset[str]:
        library = self._workbench.library
        return library.collections.held(collection_id) if library is not None else frozenset()

    def _push(self, text: str, do: Act, undo: Act) -> CollectionCommand:
        command = CollectionCommand(self._workbench, text, do, undo)
        self._workbench.undo_stack.push(command)
        return command


class CollectionCommand(QUndoCommand):
    """A step with collections: what does it, and what takes it back."""

    def __init__(self, workbench: Workbench, text: str, do: Act, undo: Act) -> None:
        super().__init__(text)
        self._workbench, self._library = workbench, workbench.library
        self._do, self._undo = do, undo
        self._done = False

    def redo(self) -> None:
        """Do it, or do it again."""
        self.setObsolete(not self._go(done=True))

    def undo(self) -> None:
        """Take it back."""
        self.setObsolete(not self._go(done=False))

    def take_back(self) -> None:
        """Undo, as the notice offers it: also where a case was opened since, which cleared the undo stack."""
        stack = self._workbench.undo_stack
        if stack.count() and stack.command(stack.index() - 1) is self:
            self._workbench.undo()
        else:
            self._go(done=False)

    def _go(self, *, done: bool) -> bool:
        """Do it or take it back, unless that is so already: the notice may have been quicker than the menu."""
        if done is not self._done and not self._tried(self._do if done else self._undo):
            return False
        self._done = done
        return True

    def _tried(self, act: Act) -> bool:
        library = self._workbench.library
        if library is None or library is not self._library:
            return False
        try:
            act(library.collections)
        except CasebookError as error:
            self._workbench.problem.emit(str(error))
            return False
        self._workbench.cases_changed.emit()
        return True
