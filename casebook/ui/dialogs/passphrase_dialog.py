"""Asks for the passphrase of a protected library; a wrong one is said here, and asked again."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from casebook.ui.dialogs.plain_dialog import PlainDialog


class PassphraseDialog(PlainDialog):
    """Accepts once `unlock(passphrase)` has nothing to say against it."""

    def __init__(self, name: str, unlock: Callable[[str], str], parent: QWidget | None = None) -> None:
        """`name` is the library's; `unlock` returns what is wrong in one sentence, or nothing."""
        title = QCoreApplication.translate("PassphraseDialog", "{} is protected")
        super().__init__(title.format(name), parent)
        self._unlock = unlock
        self._field = QLineEdit()
        self._field.setObjectName("passphrase")
        self._field.setEchoMode(QLineEdit.EchoMode.Password)
        self.add_field(self.tr("Passphrase"), self._field)
        show = QCheckBox(self.tr("Show what I type"))
        show.setObjectName("show-passphrase")
        show.toggled.connect(self._show)
        self.body.addWidget(show)
        self.add_cancel()
        self.add_button(self.tr("Open"), "open", primary=True).clicked.connect(self._try)
        self._field.setFocus()

    def _show(self, shown: bool) -> None:
        self._field.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)

    def _try(self) -> None:
        problem = self._unlock(self._field.text())
        if not problem:
            self.accept()
            return
        self.show_problem(problem)
        self._field.selectAll()
        self._field.setFocus()
