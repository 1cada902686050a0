"""What a window without a library shows: three ways to begin, and the libraries used lately."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QIcon, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from casebook import paths
from casebook.ui.frame.library_door import LibraryDoor
from casebook.ui.icons import set_icon
from casebook.ui.widgets.card import Card
from casebook.ui.widgets.look import with_look

MEASURE = 560
"""Width of the column in pixels."""


class WelcomePage(QScrollArea):
    """Each choice goes through the library door."""

    def __init__(self, door: LibraryDoor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._door = door
        with_look(self, "paper")
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setAccessibleName(self.tr("Welcome"))
        page = QWidget()
        outer = QHBoxLayout(page)
        outer.setContentsMargins(24, 24, 24, 24)
        column_widget = QWidget()
        column_widget.setMaximumWidth(MEASURE)
        self._column = QVBoxLayout(column_widget)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        outer.addStretch(1)
        outer.addWidget(column_widget, 100)
        outer.addStretch(1)
        self._column.addStretch(1)
        self._add_head()
        self._add_choices()
        self._add_recent()
        self._column.addStretch(2)
        self.setWidget(page)

    def showEvent(self, event: QShowEvent) -> None:
        """List the libraries used lately, and put the focus on the likeliest choice."""
        super().showEvent(event)
        self.show_recent(self._door.recent)
        # The choices can take the focus only once they are seen.
        QTimer.singleShot(0, self, self.focus_first)

    def show_recent(self, libraries: Sequence[Path]) -> None:
        """List the libraries used lately."""
        while (item := self._recent.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self._recent_title.setVisible(bool(libraries))
        for path in libraries:
            button = with_look(QPushButton(path.stem), "recent")
            button.setToolTip(str(path))
            button.setAccessibleName(self.tr("Open {}").format(path.stem))
            button.setAccessibleDescription(str(path))
            set_icon(button, "library", "muted")
            button.clicked.connect(lambda _=False, chosen=path: self._door.open(chosen))
            self._recent.addWidget(button)

    def focus_first(self) -> None:
        """Put the focus on the likeliest choice: the library used last, or the sample."""
        item = self._recent.itemAt(0)
        first = item.widget() if item is not None else self._sample
        if first is not None:
            first.setFocus()

    def _add_head(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(16)
        picture = QLabel()
        picture.setPixmap(QIcon(str(paths.resources() / "icons" / "casebook.svg")).pixmap(56, 56))
        picture.setAccessibleName(self.tr("Casebook"))
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(with_look(QLabel(self.tr("Casebook")), "page-title"))
        about = with_look(
            QLabel(
                self.tr(
                    "Write, compare and publish case studies of military partnerships in peacebuilding. "
                    "Everything stays in one file on this computer."
                )
            ),
            "muted",
        )
        about.setWordWrap(True)
        words.addWidget(about)
        row.addLayout(words, 1)
        self._column.addLayout(row)
        self._column.addSpacing(12)

    def _add_choices(self) -> None:
        self._sample = Card(
            self.tr("Look at the sample library"),
            self.tr(
                "Six real cases, from Liberia to the Philippines. A copy of your own: change what you like."
            ),
        )
        new = Card(
            self.tr("Start a new library"),
            self.tr("One file for all your cases, with a passphrase if you want one."),
        )
        existing = Card(
            self.tr("Open a library"),
            self.tr(
                "A .casebook file from this computer or a USB stick. You can also drop it on this window."
            ),
        )
        for card, name, wanted in (
            (self._sample, "welcome-sample", self._door.open_sample),
            (new, "welcome-new", self._door.start_new),
            (existing, "welcome-existing", self._door.choose),
        ):
            card.setObjectName(name)
            card.setCursor(Qt.CursorShape.PointingHandCursor)
            card.clicked.connect(wanted)
            self._column.addWidget(card)

    def _add_recent(self) -> None:
        self._recent_title = with_look(QLabel(self.tr("Used lately").upper()), "caps")
        self._recent_title.hide()
        self._column.addSpacing(12)
        self._column.addWidget(self._recent_title)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(0)
        self._column.addLayout(self._recent)
