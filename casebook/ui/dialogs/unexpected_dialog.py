"""What is shown when something went wrong that nobody foresaw: one sentence, and details to copy."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from casebook.ui.dialogs.plain_dialog import PlainDialog


class UnexpectedDialog(PlainDialog):
    """Details are folded away until asked for."""

    def __init__(self, details: str, log: str, parent: QWidget | None = None) -> None:
        """`details` is for whoever mends it; `log` is the file it was written to as well."""
        title = QCoreApplication.translate("UnexpectedDialog", "Something went wrong that should not have")
        super().__init__(title, parent, 520)
        self.add_text(
            self.tr(
                "What you wrote is saved and safe. You can go on working; if something looks wrong, close "
                "Casebook and start it again."
            )
        )
        self.add_text(self.tr("The details are kept in {}").format(log), "small")
        self._details = QPlainTextEdit(details)
        self._details.setObjectName("details")
        self._details.setAccessibleName(self.tr("Details"))
        self._details.setReadOnly(True)
        self._details.setMinimumHeight(180)
        self._details.hide()
        self.body.addWidget(self._details, 1)
        self._toggle = self.add_button(self.tr("Show details"), "show-details")
        self._toggle.clicked.connect(self._show)
        self.add_button(self.tr("Copy details"), "copy-details").clicked.connect(self._copy)
        go_on = self.add_button(self.tr("Go on"), "go-on", primary=True)
        go_on.clicked.connect(self.accept)
        go_on.setFocus()

    def _show(self) -> None:
        self._details.setVisible(self._details.isHidden())
        self._toggle.setText(self.tr("Show details") if self._details.isHidden() else self.tr("Hide details"))
        self.fit()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details.toPlainText())
