"""Starts a new library: where it lies, and a passphrase if one is wanted, with plain words on losing it."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from casebook import paths
from casebook.ui.dialogs.plain_dialog import PlainDialog

SUFFIX = ".casebook"


class NewLibraryDialog(PlainDialog):
    """After `accept`, `path` and `passphrase` say what to make; an empty passphrase means none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("NewLibraryDialog", "Start a new library"), parent, 520)
        self._name = QLineEdit(self.tr("My cases"))
        self._name.setObjectName("name")
        self._name.setMaxLength(80)
        self.add_field(self.tr("Name"), self._name)
        self._folder = QLineEdit(str(paths.user_data()))
        self._folder.setObjectName("folder")
        browse = QPushButton(self.tr("Choose…"))
        browse.setObjectName("browse")
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._folder, 1)
        line.addWidget(browse)
        self.add_field(self.tr("Folder"), row)
        self._folder.setAccessibleName(self.tr("Folder"))
        self._add_protection()
        self.add_cancel()
        self.add_button(self.tr("Start library"), "start", primary=True).clicked.connect(self._check)
        self._name.selectAll()
        self._name.setFocus()

    @property
    def path(self) -> Path:
        """The file to make."""
        return Path(self._folder.text().strip()).expanduser() / (self._stem + SUFFIX)

    @property
    def _stem(self) -> str:
        return self._name.text().strip().removesuffix(SUFFIX)

    @property
    def passphrase(self) -> str:
        """The passphrase wanted; empty for none."""
        return self._first.text() if self._protect.isChecked() else ""

    def _add_protection(self) -> None:
        self._protect = QCheckBox(self.tr("Protect it with a passphrase"))
        self._protect.setObjectName("protect")
        self.body.addWidget(self._protect)
        self._box = QWidget()
        outer, self.body = self.body, self._column(self._box)
        self._first, self._second = QLineEdit(), QLineEdit()
        for field, name, label in (
            (self._first, "passphrase", self.tr("Passphrase")),
            (self._second, "passphrase-again", self.tr("Passphrase again")),
        ):
            field.setObjectName(name)
            field.setEchoMode(QLineEdit.EchoMode.Password)
            self.add_field(label, field)
        self.add_text(
            self.tr(
                "Everything in the file is encrypted, attachments included. Nobody can open it without the "
                "passphrase, and nobody can recover it: if it is forgotten, the cases are lost. Write it down "
                "and keep it in a safe place. Four or five unrelated words are better than one odd word."
            ),
            "small",
        )
        self.body = outer
        self.body.addWidget(self._box)
        self._box.hide()
        self._protect.toggled.connect(self._show_protection)

    def _column(self, box: QWidget) -> QVBoxLayout:
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        return column

    def _show_protection(self, shown: bool) -> None:
        self._box.setVisible(shown)
        self.fit()
        if shown:
            self._first.setFocus()

    def _browse(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Folder"), self._folder.text())
        if folder:
            self._folder.setText(folder)

    def _check(self) -> None:
        name = self._stem
        if not name or any(sign in name for sign in '/\\:*?"<>|') or name.startswith("."):
            self.show_problem(self.tr('Give the library a name without any of these: / \\ : * ? " < > |'))
            self._name.setFocus()
        elif not self.path.parent.is_dir():
            self.show_problem(self.tr("There is no such folder; choose one that exists."))
            self._folder.setFocus()
        elif self.path.exists():
            self.show_problem(
                self.tr(
                    "There is a library of that name already; nothing was overwritten. Choose another name."
                )
            )
            self._name.setFocus()
        elif self._protect.isChecked() and not self._first.text():
            self.show_problem(self.tr("Type a passphrase, or untick the box."))
            self._first.setFocus()
        elif self._protect.isChecked() and self._first.text() != self._second.text():
            self.show_problem(self.tr("The two passphrases differ; type them again."))
            self._second.clear()
            self._second.setFocus()
        else:
            self.accept()
