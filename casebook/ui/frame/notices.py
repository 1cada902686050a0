"""Puts what the workbench tells into words on the window: problems in a bar, quiet news in a toast."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casebook.ui.widgets.message_bar import MessageBar
from casebook.ui.widgets.toast import Toast
from casebook.ui.workbench import Workbench


class Notices(QObject):
    """Owns the two bars above the workspaces and the toast over them; emits `writing_wanted`."""

    writing_wanted = Signal()

    def __init__(self, workbench: Workbench, host: QWidget, column: QVBoxLayout) -> None:
        """The bars enter `column` at its end; the toast floats over `host`."""
        super().__init__(host)
        self._workbench = workbench
        self._reading = MessageBar()
        self._reading.setObjectName("reading-banner")
        self._problem = MessageBar()
        self._problem.setObjectName("problem-bar")
        column.addWidget(self._reading)
        column.addWidget(self._problem)
        self._toast = Toast(host)
        self._toast.setObjectName("toast")
        workbench.told.connect(self._tell)
        workbench.problem.connect(self.show_problem)
        workbench.save_failed.connect(self._tell_unsaved)
        workbench.saved.connect(self._end_unsaved)
        workbench.library_changed.connect(self._show_reading)
        self._unsaved = False

    def show_problem(self, sentence: str) -> None:
        """Show a problem until it is put away."""
        self._unsaved = False
        self._problem.show_message(sentence, "warning")

    def _tell(self, sentence: str, offer: object) -> None:
        """`offer` is what Undo does, or a pair of another word and what it does."""
        if isinstance(offer, tuple):
            self._toast.show_notice(sentence, *offer)
        else:
            self._toast.show_notice(sentence, self.tr("Undo") if offer else "", offer)

    def _tell_unsaved(self, sentence: str) -> None:
        self._problem.show_message(sentence, "danger", self.tr("Try again"), self._workbench.flush)
        self._unsaved = True

    def _end_unsaved(self, _case_id: str) -> None:
        if self._unsaved:
            self._unsaved = False
            self._problem.hide()

    def _show_reading(self) -> None:
        self._problem.hide()
        self._toast.hide()
        library = self._workbench.library
        if library is None or not library.read_only:
            self._reading.hide()
            return
        self._reading.show_message(
            self.tr("{} is open for reading: nothing can be changed here.").format(library.name),
            "notice",
            self.tr("Open for writing"),
            self.writing_wanted.emit,
        )
