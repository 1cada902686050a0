"""One undo step of a comparison: what it was before, and after."""

import time
from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from casebook.domain.synthesis import Synthesis
from casebook.ui.undo import PAUSE

TYPING = 2
"""Qt merges only commands with the same id; the typing in cases has another."""


class SynthesisStep(QUndoCommand):
    """Typing in the finding of one row merges; nothing else does."""

    def __init__(
        self,
        before: Synthesis,
        after: Synthesis,
        become: Callable[[Synthesis], bool],
        text: str,
        typed: str = "",
    ) -> None:
        """`become` says whether the comparison is there to be changed; `typed` is the row somebody types in."""
        super().__init__(text)
        self._before, self._after = before, after
        self._become = become
        self._typed = typed
        self._at = time.monotonic()

    def redo(self) -> None:
        """Make it what it is after the step."""
        self.setObsolete(not self._become(self._after))

    def undo(self) -> None:
        """Make it what it was before."""
        self.setObsolete(not self._become(self._before))

    def id(self) -> int:
        """Typing may merge; nothing else does."""
        return TYPING if self._typed else -1

    def mergeWith(self, later: QUndoCommand) -> bool:
        """Take in the next keystrokes in the same finding if they follow within PAUSE."""
        if not isinstance(later, SynthesisStep) or later._typed != self._typed:
            return False
        if later._at - self._at > PAUSE or later.isObsolete():
            return False
        self._after, self._at = later._after, later._at
        return True
