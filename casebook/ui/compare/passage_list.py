"""The passages behind a cell, as cards that lead to Write."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QToolButton, QVBoxLayout, QWidget

from casebook.domain.tally import Passage
from casebook.ui.icons import set_icon
from casebook.ui.theme import State
from casebook.ui.widgets.card import Card
from casebook.ui.widgets.look import with_look

MOST = 60
"""Cards shown at most."""
WIDTH = 300


class PassageList(QFrame):
    """Emits `wanted(passage)` when a card is pressed, and `closed` when its cross is."""

    wanted = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        with_look(self, "aside")
        self.setObjectName("passages")
        self.setProperty("pane", True)
        self.setAccessibleName(self.tr("Passages"))
        self.setMinimumWidth(220)
        self._title = with_look(QLabel(), "card-title")
        self._title.setObjectName("passages-title")
        self._title.setWordWrap(True)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        close = with_look(QToolButton(), "plain")
        close.setObjectName("passages-close")
        close.setAccessibleName(self.tr("Close the passages"))
        close.setToolTip(self.tr("Close (Esc)"))
        close.setShortcut(Qt.Key.Key_Escape)
        set_icon(close, "x", "muted")
        close.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 12, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._area, 1)
        self.cards: list[Card] = []

    def show_passages(self, title: str, passages: Sequence[Passage]) -> None:
        """Show other passages and put the keyboard on the first."""
        self._title.setText(title)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(8)
        self.cards = [self._card(passage) for passage in passages[:MOST]]
        for card in self.cards:
            column.addWidget(card)
        if len(passages) > MOST:
            rest = with_look(QLabel(self.tr("and {} more").format(len(passages) - MOST)), "muted")
            column.addWidget(rest)
        if not passages:
            column.addWidget(with_look(QLabel(self.tr("No entries")), "muted"))
        column.addStretch(1)
        self._area.setWidget(page)
        if self.cards:
            self.cards[0].setFocus()

    def _card(self, passage: Passage) -> Card:
        chips: list[tuple[str, State]] = [(passage.case_title, "neutral")]
        card = Card(passage.title or passage.case_title, passage.facts, chips if passage.title else ())
        card.setObjectName(f"passage-{passage.record_id}")
        card.clicked.connect(lambda: self.wanted.emit(passage))
        return card
