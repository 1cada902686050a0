"""Puts what is seen on the clipboard: as a table for spreadsheets and texts, or as a picture."""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from casebook.domain.grid import Grid, hypertext, tabbed
from casebook.ui.icons import set_icon

LARGEST = 8_000
"""Pixels a side of a copied picture may have."""


def copy_table(grid: Grid) -> None:
    """Tabs for spreadsheets, HTML for texts; whoever pastes takes what it can."""
    data = QMimeData()
    data.setText(tabbed(grid))
    data.setHtml(hypertext(grid))
    QGuiApplication.clipboard().setMimeData(data)


def copy_picture(picture: QImage) -> None:
    """The picture, pasted as PNG by most programs."""
    QGuiApplication.clipboard().setImage(picture)


def picture_of(widget: QWidget) -> QImage:
    """A widget as it is drawn."""
    return widget.grab().toImage()


class CopyButton(QToolButton):
    """Offers both; `table` and `picture` are its two actions."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("copy")
        self.setText(self.tr("Copy"))
        self.setAccessibleName(self.tr("Copy"))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolTip(self.tr("Copy what is seen, as a table or as a picture"))
        set_icon(self, "copy")
        menu = QMenu(self)
        self.table = menu.addAction(self.tr("Copy as table"))
        self.table.setObjectName("copy-table")
        self.picture = menu.addAction(self.tr("Copy as picture"))
        self.picture.setObjectName("copy-picture")
        self.setMenu(menu)
