"""The colours of the tags of the open library, as `Workbench.tag_colours`: the one place that answers which a tag has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from casebook.domain.errors import CasebookError
from casebook.ui.theme import TAG_COLOURS, State

if TYPE_CHECKING:
    from casebook.storage.library import Library

Colours = Mapping[str, str]


class TagColours(QObject):
    """Emits `changed` when a tag has another colour; giving one is a step on the undo stack."""

    changed = Signal()
    problem = Signal(str)

    def __init__(self, stack: QUndoStack, parent: QObject | None = None) -> None:
        """Starts with no library."""
        super().__init__(parent)
        self._stack = stack
        self._library: Library | None = None
        self._held: Colours = {}

    def load(self, library: Library | None) -> None:
        """Take the colours that a library keeps."""
        from casebook.services.tags import colours_in

        self._library = library
        before = self._held
        try:
            self._held = colours_in(library) if library is not None else {}
        except CasebookError as error:
            self._held = {}
            self.problem.emit(str(error))
        if self._held != before:
            self.changed.emit()

    def colour(self, tag: str) -> str:
        """The name of a tag's colour; empty when it has none, or one that this version does not know."""
        held = self._held.get(tag, "")
        return held if held in TAG_COLOURS else ""

    def state(self, tag: str, otherwise: State = "neutral") -> State:
        """The state in whose colours a tag is shown; `otherwise` stands for one that has no colour."""
        return next((colour for colour in TAG_COLOURS if colour == self._held.get(tag)), otherwise)

    def give(self, tags: Sequence[str], colour: str, text: str) -> None:
        """Give some tags a colour, or none, as one step called `text` in the Edit menu."""
        before = {tag: self._held.get(tag, "") for tag in tags}
        after = dict.fromkeys(tags, colour)
        if after != before:
            self._stack.push(_ColourCommand(self, (before, after), text))

    def carry(self, tags: Sequence[str], new: str) -> None:
        """Let a tag that took the place of others have their colour, where it has none; no step of its own.

        The others keep theirs, so that they have it when they come back.
        """
        colour = next((self._held[tag] for tag in tags if self._held.get(tag)), "")
        if colour and not self._held.get(new):
            self.keep({new: colour})

    def keep(self, colours: Colours) -> bool:
        """Keep the colours of these tags; False, with the reason told, when it cannot be."""
        from casebook.services.tags import keep_colours

        if self._library is None:
            return False
        after = {tag: kept for tag, kept in {**self._held, **colours}.items() if kept}
        try:
            keep_colours(self._library, after)
        except CasebookError as error:
            self.problem.emit(str(error))
            return False
        self._held = after
        self.changed.emit()
        return True


class _ColourCommand(QUndoCommand):
    """Keeps the colours of some tags, before and after."""

    def __init__(self, colours: TagColours, states: tuple[Colours, Colours], text: str) -> None:
        super().__init__(text)
        self._colours = colours
        self._before, self._after = states

    def redo(self) -> None:
        """Keep them as they were after the change."""
        self.setObsolete(not self._colours.keep(self._after))

    def undo(self) -> None:
        """Keep them as they were before."""
        self.setObsolete(not self._colours.keep(self._before))
