"""What an export has made: each file with a way to open it and to see it in its folder."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from casebook.publishing.order import Published
from casebook.ui.widgets.chip import Chip
from casebook.ui.widgets.elided_label import ElidedLabel
from casebook.ui.widgets.flow_layout import FlowLayout
from casebook.ui.widgets.look import with_look


class ResultList(QScrollArea):
    """Grows while the export runs: what failed stands first, the newest last."""

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
        self._summary = with_look(QLabel(), "title")
        self._summary.setObjectName("export-summary")
        self._summary.setWordWrap(True)
        self._summary.hide()
        self._column.addWidget(self._summary)
        self._column.addStretch(1)
        self._made = self._refused = 0
        self.setWidget(page)

    def add_published(self, title: str, published: Published) -> None:
        """Show the files of one report, and what the person should read."""
        self._made += 1
        card, column = self._card(title)
        for file in published.files:
            column.addWidget(self._file(file))
        for notice in published.notices:
            self._add_words(column, notice, "problem")
        self._insert(card)

    def add_refused(self, title: str, sentence: str) -> None:
        """Show why nothing was made of a case."""
        self._refused += 1
        card, column = self._card(title)
        column.addWidget(Chip(self.tr("Not exported"), "danger"))
        self._add_words(column, sentence, "")
        self._column.insertWidget(self._refused, card)

    def sum_up(self, total: int, *, stopped: bool) -> None:
        """Say above the cards how it ended; what failed stands first."""
        if stopped:
            words = self.tr("Stopped: {} of {} exported, nothing is half written.").format(self._made, total)
        elif self._refused:
            words = self.tr("{} of {} exported, {} not.").format(self._made, total, self._refused)
        else:
            words = self.tr("1 report exported.") if total == 1 else self.tr("All {} exported.").format(total)
        self._summary.setText(words)
        self._summary.setAccessibleName(words)
        self._summary.show()
        self.verticalScrollBar().setValue(0)

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
        holder = QWidget()
        buttons = FlowLayout(holder, spacing=8, spread=True)
        for words, target, spoken in (
            (self.tr("Open"), file, self.tr("Open {}")),
            (self.tr("Show in folder"), file.parent, self.tr("Show {} in its folder")),
        ):
            button = QPushButton(words)
            button.setAccessibleName(spoken.format(file.name))
            button.clicked.connect(lambda _=False, chosen=target: open_path(chosen))
            buttons.addWidget(button)
        line.addWidget(holder)
        return row

    def _add_words(self, column: QVBoxLayout, text: str, look: str) -> None:
        label = with_look(QLabel(text), look)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        column.addWidget(label)

    def _insert(self, card: QFrame) -> None:
        self._column.insertWidget(self._column.count() - 1, card)


def open_path(path: Path) -> None:
    """Open a file or folder with what this computer opens it with."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
