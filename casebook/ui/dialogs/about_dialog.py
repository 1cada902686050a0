"""What Casebook is, which version, under which licence, and where it keeps things."""

from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QLabel, QWidget

from casebook import paths
from casebook.ui.dialogs.plain_dialog import PlainDialog


class AboutDialog(PlainDialog):
    """Closes with Enter or Escape."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("AboutDialog", "About Casebook"), parent)
        picture = QLabel()
        picture.setPixmap(QIcon(str(paths.resources() / "icons" / "casebook.svg")).pixmap(64, 64))
        picture.setAccessibleName(self.tr("Casebook"))
        self.body.addWidget(picture)
        self.add_text(self.tr("Casebook {}").format(installed_version()), "label")
        self.add_text(
            self.tr(
                "Structured case studies of military partnerships in peacebuilding. Works offline, keeps "
                "everything in one file, needs no account."
            )
        )
        self.add_text(
            self.tr(
                "Free software under the MIT licence. Fonts: Noto, under the Open Font License. Made with Qt, "
                "SQLite, SQLCipher, pandoc and Typst, each under its own licence."
            ),
            "muted",
        )
        places = self.add_text(
            self.tr("Libraries: {}\nSettings: {}\nLog: {}").format(
                paths.user_data(), paths.user_config(), paths.user_state()
            ),
            "small",
        )
        places.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        close = self.add_button(self.tr("Close"), "close", primary=True)
        close.clicked.connect(self.accept)
        close.setFocus()


def installed_version() -> str:
    """The version of this installation; "from source" when it is not installed."""
    try:
        return version("casebook")
    except PackageNotFoundError:
        return "from source"
