"""What an export has made: each file with a way to open it and to see it in its folder."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from casebook.publishing.order import Published
from casebook.ui.widgets.chip import Chip
from casebook.ui.widgets.elided_label import ElidedLabel
from casebook.ui.widgets.look import with_look


class ResultList(QScrollArea):
    """Grows while the export runs; the newest case stands last."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("results")
        self.setProperty("pane", True)
        self.setAccessibleName(self.tr("What was exported"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clear()

    def clear(self) -> None:
        """Show nothing."""
        page = QWidget()
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(24, 20, 24, 24)
        self._column.setSpacing(8)
        self._column.addStretch(1)
        self.setWidget(page)

    def add_published(self, title: str, published: Published) -> None:
        """Show the files made of one case, and what the person should read."""
        card, column = self._card(title)
        for file in published.files:
            column.addWidget(self._file(file))
        for notice in published.notices:
            self._add_words(column, notice, "problem")
        self._insert(card)

    def add_refused(self, title: str, sentence: str) -> None:
        """Show why nothing was made of a case."""
        card, column = self._card(title)
        column.addWidget(Chip(self.tr("Not exported"), "danger"))
        self._add_words(column, sentence, "")
        self._insert(card)

    def _card(self, title: str) -> tuple[QFrame, QVBoxLayout]:
        card = with_look(QFrame(), "panel")
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        self._add_words(column, title, "card-title")
        return card, column

    def _file(self, file: Path) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(Chip(file.suffix.removeprefix(".").upper(), "ok"))
        name = ElidedLabel(file.name, mode=Qt.TextElideMode.ElideMiddle)
        line.addWidget(name, 1)
        for words, target, spoken in (
            (self.tr("Open"), file, self.tr("Open {}")),
            (self.tr("Show in folder"), file.parent, self.tr("Show {} in its folder")),
        ):
            button = QPushButton(words)
            button.setAccessibleName(spoken.format(file.name))
            button.clicked.connect(lambda _=False, chosen=target: _open(chosen))
            line.addWidget(button)
        return row

    def _add_words(self, column: QVBoxLayout, text: str, look: str) -> None:
        label = with_look(QLabel(text), look)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        column.addWidget(label)

    def _insert(self, card: QFrame) -> None:
        self._column.insertWidget(self._column.count() - 1, card)


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
