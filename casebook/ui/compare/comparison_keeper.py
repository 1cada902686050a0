"""Keeps a comparison in the library while somebody works on it: at most a second of typing is ever unsaved."""

from PySide6.QtCore import QObject, QTimer, Signal

from casebook.domain.errors import CasebookError
from casebook.domain.synthesis import Synthesis
from casebook.services.comparisons import keep_comparison
from casebook.ui.workbench import LONGEST_UNSAVED, SAVE_AFTER, Workbench


class ComparisonKeeper(QObject):
    """Saves what it holds when nothing more comes for a moment, and whenever everything is saved."""

    kept = Signal()

    def __init__(self, workbench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._held: Synthesis | None = None
        self.kept_id = ""
        """Id of the comparison in the library; empty before it is first kept."""
        self._quiet = QTimer(self, singleShot=True, interval=SAVE_AFTER)
        self._deadline = QTimer(self, singleShot=True, interval=LONGEST_UNSAVED)
        for timer in (self._quiet, self._deadline):
            timer.timeout.connect(self.flush)
        workbench.settling.connect(self.flush)

    def hold(self, synthesis: Synthesis) -> None:
        """Save this soon."""
        if self._workbench.read_only:
            return
        self._held = synthesis
        self._quiet.start()
        if not self._deadline.isActive():
            self._deadline.start()

    def keep(self, synthesis: Synthesis) -> str:
        """Save this now; returns its id, empty when it could not be saved."""
        self._held = synthesis
        self.flush()
        return self.kept_id

    def flush(self) -> None:
        """Save what is held."""
        self._quiet.stop()
        self._deadline.stop()
        library, held = self._workbench.library, self._held
        if held is None or library is None:
            return
        try:
            self.kept_id = keep_comparison(library, held, self.kept_id).id
        except CasebookError as error:
            self._workbench.save_failed.emit(str(error))
            return
        self._held = None
        self._workbench.saved.emit("")
        self.kept.emit()

    def drop(self) -> None:
        """Let go of what is held: its library is closed, or it was removed there."""
        self._held = None
        self._quiet.stop()
        self._deadline.stop()
