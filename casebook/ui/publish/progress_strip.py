"""How far an export is, in one bar, with a way to stop it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QWidget

from casebook.ui.widgets.elided_label import ElidedLabel
from casebook.ui.widgets.look import with_look

STEPS = 1000


class ProgressStrip(QFrame):
    """Hidden while nothing runs; emits `stop_wanted`."""

    stop_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        with_look(self, "bar")
        self._doing = ElidedLabel()
        self._doing.setObjectName("doing")
        self._bar = QProgressBar()
        self._bar.setRange(0, STEPS)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress of the export"))
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setObjectName("cancel-export")
        cancel.clicked.connect(self.stop_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 8, 18, 8)
        row.setSpacing(12)
        row.addWidget(self._doing, 2)
        row.addWidget(self._bar, 1)
        row.addWidget(cancel)
        self.hide()

    def begin(self) -> None:
        """Show that it begins."""
        self._doing.setText(self.tr("Beginning …"))
        self._bar.setValue(0)
        self.show()

    def advance(self, share: float, title: str) -> None:
        """Show how far it is, 0 to 1, and what was made just now."""
        self._doing.setText(self.tr("Exporting {}").format(title))
        self._bar.setValue(round(share * STEPS))
