"""Sets, changes or removes the passphrase of the open library, with plain words on what follows from it."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from casebook.ui.dialogs.plain_dialog import PlainDialog

FEW, SHORT, LONG = 8, 14, 20
"""Characters: fewer than the first are found in no time; from the last on, a passphrase counts as long."""
SEVERAL = 4
"""Words that make a good passphrase."""


class ProtectDialog(PlainDialog):
    """After `accept`, `passphrase` is the one wanted from now on; empty for none."""

    def __init__(
        self,
        name: str,
        fits: Callable[[str], bool] | None,
        backups: int,
        parent: QWidget | None = None,
    ) -> None:
        """`name` is the library's; `fits` says whether a text is its passphrase, None for a library without one.

        `backups` is how many dated copies there are.
        """
        title = (
            QCoreApplication.translate("ProtectDialog", "Protect {}")
            if fits is None
            else QCoreApplication.translate("ProtectDialog", "The passphrase of {}")
        )
        super().__init__(title.format(name), parent, 520)
        self._fits = fits
        self._old = self._line("old-passphrase")
        self._first, self._second = self._line("passphrase"), self._line("passphrase-again")
        self._remove = QRadioButton(self.tr("Remove the protection"))
        if fits is not None:
            self.add_field(self.tr("Passphrase it has now"), self._old)
            self._add_choice()
        self._add_new()
        self._add_words(backups)
        self.add_cancel()
        self._go = self.add_button("", "protect", primary=True)
        self._go.clicked.connect(self._check)
        self._name_button()
        (self._first if fits is None else self._old).setFocus()

    @property
    def passphrase(self) -> str:
        """The passphrase wanted; empty for none."""
        return "" if self._remove.isChecked() else self._first.text()

    def _line(self, name: str) -> QLineEdit:
        line = QLineEdit()
        line.setObjectName(name)
        line.setEchoMode(QLineEdit.EchoMode.Password)
        return line

    def _add_choice(self) -> None:
        change = QRadioButton(self.tr("Change the passphrase"))
        change.setObjectName("change")
        change.setChecked(True)
        self._remove.setObjectName("remove")
        self._remove.toggled.connect(self._show_new)
        self.body.addWidget(change)
        self.body.addWidget(self._remove)

    def _add_new(self) -> None:
        self._box = QWidget()
        outer, self.body = self.body, QVBoxLayout(self._box)
        self.body.setContentsMargins(0, 8, 0, 0)
        self.body.setSpacing(8)
        self.add_field(self.tr("New passphrase"), self._first)
        self._strength = self.add_text("", "small")
        self._strength.setObjectName("strength")
        self._first.textChanged.connect(self._weigh)
        self.add_field(self.tr("New passphrase again"), self._second)
        self.add_text(
            self.tr(
                "Nobody can open the library without the passphrase, and nobody can recover it: if it is forgotten, "
                "the cases are lost. Write it down and keep it in a safe place."
            ),
            "small",
        )
        self.body = outer
        self.body.addWidget(self._box)
        self._weigh("")
        show = QCheckBox(self.tr("Show what I type"))
        show.setObjectName("show-passphrase")
        show.toggled.connect(self._show_typed)
        self.body.addWidget(show)

    def _add_words(self, backups: int) -> None:
        self._plain = self.add_text(
            self.tr("Everybody who gets hold of the file will be able to read it."), "small"
        )
        self._plain.hide()
        self.add_text(
            self.tr(
                "The library is written anew beside the old file, checked, and then put in its place. "
                "This takes as long as a backup; the window shows the first page meanwhile."
            ),
            "small",
        )
        if backups:
            self._backups = self._add_backup_words(backups)

    def _add_backup_words(self, backups: int) -> QLabel:
        before = (
            self.tr("Backups made before are not protected ({} so far).")
            if self._fits is None
            else self.tr("Backups made before are still under the old passphrase ({} so far).")
        )
        after = self.tr("Delete them once the new ones are enough, or keep the old passphrase for them.")
        only = self.tr("Delete them once the new ones are enough.")
        label = self.add_text(f"{before.format(backups)} {only if self._fits is None else after}", "small")
        label.setObjectName("old-backups")
        return label

    def _show_new(self, remove: bool) -> None:
        self._box.setVisible(not remove)
        self._plain.setVisible(remove)
        self._name_button()
        self.fit()

    def _name_button(self) -> None:
        if self._fits is None:
            self._go.setText(self.tr("Protect"))
        elif self._remove.isChecked():
            self._go.setText(self.tr("Remove the protection"))
        else:
            self._go.setText(self.tr("Change the passphrase"))

    def _show_typed(self, shown: bool) -> None:
        for line in (self._old, self._first, self._second):
            line.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)

    def _weigh(self, typed: str) -> None:
        size = len(typed)
        if not size:
            words = self.tr("Four or five unrelated words are better than one odd word.")
        elif size < FEW:
            words = self.tr("▲ Very short: a machine tries all of these in no time.")
        elif size >= LONG and len(typed.split()) >= SEVERAL:
            words = self.tr("● Long, and of several words. Good, if they are no saying.")
        elif size < SHORT:
            words = self.tr("◐ Short. Four or five unrelated words are better.")
        else:
            words = self.tr("◐ Fair. Another unrelated word makes it much stronger.")
        self._strength.setText(words)

    def _check(self) -> None:
        if self._fits is not None and not self._fits(self._old.text()):
            self._refuse(self.tr("This is not the passphrase of the library; type it again."), self._old)
        elif self._remove.isChecked():
            self.accept()
        elif not self._first.text():
            self._refuse(self.tr("Type a new passphrase."), self._first)
        elif self._first.text() != self._second.text():
            self._second.clear()
            self._refuse(self.tr("The two passphrases differ; type them again."), self._second)
        else:
            self.accept()

    def _refuse(self, sentence: str, line: QLineEdit) -> None:
        self.show_problem(sentence)
        line.selectAll()
        line.setFocus()
