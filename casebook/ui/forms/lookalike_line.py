"""A quiet line below the title of a new case: which case of the library it looks like, and the way there."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from casebook.domain.dates import When
from casebook.domain.errors import CasebookError
from casebook.ui.widgets.elided_label import ElidedLabel
from casebook.ui.widgets.look import with_look
from casebook.ui.workbench import Workbench

PAUSE = 120
"""Milliseconds of rest after a keystroke before the library is asked."""
SHORTEST = 4
"""Letters of a title from which it may look like another."""


class LookalikeLine(QWidget):
    """Hidden while there is nothing to say; emits `case_wanted(id)`. It never takes the focus by itself."""

    case_wanted = Signal(str)

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lookalike")
        self._workbench = workbench
        self._found = ""
        self._title, self._new = "", ""
        self._countries: tuple[str, ...] = ()
        self._period: When | None = None
        self._words = with_look(ElidedLabel(parent=self, mode=Qt.TextElideMode.ElideMiddle), "small")
        self._words.setObjectName("lookalike-words")
        self._open = with_look(QPushButton(self.tr("Open it"), self), "link")
        self._open.setObjectName("lookalike-open")
        self._open.clicked.connect(lambda: self.case_wanted.emit(self._found))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._words)
        row.addWidget(self._open)
        row.addStretch(1)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._look)
        self.hide()

    def ask(
        self, title: str, countries: tuple[str, ...] = (), period: When | None = None, new: str = ""
    ) -> None:
        """Look, once the keys rest, for a case like this; `new` is the id of the new case itself."""
        self._title, self._countries, self._period, self._new = title.strip(), countries, period, new
        if len(self._title) < SHORTEST:
            self.forget()
        else:
            self._timer.start()

    def forget(self) -> None:
        """Nothing is new any more."""
        self._timer.stop()
        self._found = ""
        self.hide()

    def _look(self) -> None:
        from casebook.services.duplicates import lookalike

        library = self._workbench.library
        if library is None:
            return
        try:
            found = lookalike(library, self._title, self._countries, self._period, self._new)
        except CasebookError:
            found = None  # a hint that cannot be given is no reason to disturb anybody
        self._found = found.id if found else ""
        if found is not None:
            name = f"“{found.title}” ({found.ref_code})" if found.ref_code else f"“{found.title}”"
            self._words.setText(self.tr("Looks like {}:").format(name))
            self._open.setAccessibleName(self.tr("Open {}").format(name))
        self.setVisible(found is not None)
