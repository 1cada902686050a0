"""The word lists of the open library, as `Workbench.word_lists`: the vocabularies as shipped and what it adds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from casebook.domain.errors import CasebookError
from casebook.domain.own_terms import NOTHING_ADDED, Additions, overlaid
from casebook.domain.vocabulary import Vocabularies
from casebook.domain.word_list import WordList

if TYPE_CHECKING:
    from casebook.storage.library import Library


class WordLists(QObject):
    """Emits `changed` with the key of a list, empty for all of them; a change is a step on the undo stack."""

    changed = Signal(str)
    problem = Signal(str)

    def __init__(self, shipped: Vocabularies, stack: QUndoStack, parent: QObject | None = None) -> None:
        """Starts with no library."""
        super().__init__(parent)
        self._shipped = shipped
        self._stack = stack
        self._library: Library | None = None
        self._made: dict[str, WordList] = {}
        self.additions: dict[str, Additions] = {}
        """What the open library adds, by list."""
        self.vocabularies: Vocabularies = shipped
        """The vocabularies as the open library has them."""

    @property
    def may_change(self) -> bool:
        """Whether lists can be changed now."""
        return self._library is not None and not self._library.read_only

    def start_from(self, shipped: Vocabularies) -> None:
        """Take other vocabularies as the shipped ones."""
        self._shipped = shipped
        self.vocabularies = overlaid(shipped, self.additions)
        self.changed.emit("")

    def load(self, library: Library | None) -> None:
        """Take what a library adds from its file."""
        from casebook.services.own_terms import additions_in

        self._library = library
        before = self.additions
        try:
            self.additions = additions_in(library) if library is not None else {}
        except CasebookError as error:
            self.additions = {}
            self.problem.emit(str(error))
        if self.additions != before:
            self.vocabularies = overlaid(self._shipped, self.additions)
            self.changed.emit("")

    def get(self, key: str) -> WordList | None:
        """One list; None when there is no such vocabulary."""
        shipped, more = self._shipped.get(key), self.additions.get(key, NOTHING_ADDED)
        if shipped is None:
            return None
        held = self._made.get(key)
        if held is None or held.shipped is not shipped or held.more is not more:
            # Laying what is added over a list takes a while; it is done once for each state.
            held = self._made[key] = WordList(shipped=shipped, more=more)
        return held

    def change(self, after: WordList, text: str) -> None:
        """Keep a list as it is now, as one step called `text` in the Edit menu."""
        before = self.additions.get(after.key, NOTHING_ADDED)
        if after.more != before:
            self._stack.push(_TermsCommand(self, after.key, (before, after.more), text))

    def step(self, key: str, before: Additions, after: Additions) -> bool:
        """Go from one state of a list to another; False, with the reason told, when it is no longer in the first."""
        if self.additions.get(key, NOTHING_ADDED) != before:
            self.problem.emit(self.tr("The word list was changed meanwhile, so this step is gone."))
            return False
        return self._keep(key, after)

    def _keep(self, key: str, more: Additions) -> bool:
        from casebook.services.own_terms import keep_additions

        if self._library is None:
            self.problem.emit(self.tr("Open a library first; word lists are kept in it."))
            return False
        try:
            keep_additions(self._library, key, more)
        except CasebookError as error:
            self.problem.emit(str(error))
            return False
        others = {held: value for held, value in self.additions.items() if held != key}
        self.additions = {**others, **({key: more} if more != NOTHING_ADDED else {})}
        self.vocabularies = overlaid(self._shipped, self.additions)
        self.changed.emit(key)
        return True


class _TermsCommand(QUndoCommand):
    """Keeps what is added to one list, before and after."""

    def __init__(self, lists: WordLists, key: str, states: tuple[Additions, Additions], text: str) -> None:
        super().__init__(text)
        self._lists, self._key = lists, key
        self._before, self._after = states

    def redo(self) -> None:
        """Keep it as it was after the change."""
        self.setObsolete(not self._lists.step(self._key, self._before, self._after))

    def undo(self) -> None:
        """Keep it as it was before."""
        self.setObsolete(not self._lists.step(self._key, self._after, self._before))
