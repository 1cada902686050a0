"""Says who has a library open, and offers to read it meanwhile."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casebook.ui.dialogs.plain_dialog import PlainDialog


class InUseDialog(PlainDialog):
    """Accepted when the person wants to open the library for reading only."""

    def __init__(self, name: str, sentence: str, parent: QWidget | None = None) -> None:
        """`sentence` says who has it open."""
        title = QCoreApplication.translate("InUseDialog", "{} is open elsewhere")
        super().__init__(title.format(name), parent)
        self.add_text(sentence)
        self.add_text(
            self.tr(
                "You can read it, compare and publish from it now; writing has to wait until it is closed there."
            ),
            "muted",
        )
        self.add_cancel()
        read = self.add_button(self.tr("Open for reading"), "read", primary=True)
        read.clicked.connect(self.accept)
        read.setFocus()
