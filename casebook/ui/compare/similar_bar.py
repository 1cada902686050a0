"""Asks whether two entries are the same thing."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from casebook.domain.comparison import Candidate
from casebook.ui.icons import set_icon
from casebook.ui.widgets.elided_label import ElidedLabel
from casebook.ui.widgets.look import with_look


class SimilarBar(QFrame):
    """Stands under a row; emits `decided` with whether the two are the same."""

    decided = Signal(bool)

    def __init__(self, candidate: Candidate, titles: tuple[str, str], parent: QWidget | None = None) -> None:
        """`titles` are those of the cases the two entries are in."""
        super().__init__(parent)
        with_look(self, "surface")
        self.setAutoFillBackground(True)
        self.setObjectName(f"similar-{candidate.one}")
        one, other = candidate.words
        words = self.tr("“{one}” ({case}) and “{other}” ({another})").format(
            one=one, other=other, case=titles[0], another=titles[1]
        )
        label = ElidedLabel(words, mode=Qt.TextElideMode.ElideMiddle)
        label.setToolTip(words)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 2, 10, 2)
        row.setSpacing(8)
        row.addWidget(label, 1)
        for name, text, picture, same in (
            ("same", self.tr("The same"), "check", True),
            ("apart", self.tr("Not the same"), "x", False),
        ):
            button = QPushButton(text)
            button.setObjectName(name)
            button.setAccessibleName(f"{text}: {words}")
            set_icon(button, picture)
            button.clicked.connect(lambda _checked=False, yes=same: self.decided.emit(yes))
            row.addWidget(button)
