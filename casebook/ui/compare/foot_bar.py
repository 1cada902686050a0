"""The foot of a comparison: what the signs mean, how many rows are hidden, and how far the synthesis has got."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from casebook.domain.synthesis import Progress
from casebook.ui.compare.marks import LEGEND
from casebook.ui.i18n import translated
from casebook.ui.widgets.flow_layout import FlowLayout
from casebook.ui.widgets.look import with_look


class FootBar(QFrame):
    """Emits `clear_wanted` when the hidden rows are to be shown."""

    clear_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        with_look(self, "status")
        self._decided = with_look(QLabel(), "label")
        self._decided.setObjectName("decided")
        self._hidden = with_look(QPushButton(), "link")
        self._hidden.setObjectName("hidden-rows")
        self._hidden.setFixedHeight(self._decided.fontMetrics().height() + 4)
        self._hidden.setToolTip(self.tr("Show all rows"))
        self._hidden.clicked.connect(self.clear_wanted)
        legend = [f"{sign.symbol} {translated(sign.word)}" for sign in LEGEND]
        legend.append(self.tr("dashed: weak evidence"))
        row = FlowLayout(self, spacing=16)
        row.setContentsMargins(18, 6, 18, 6)
        self._legend = [with_look(QLabel(words), "small") for words in legend]
        self.setToolTip("\n".join(legend))
        for widget in (self._decided, self._hidden, *self._legend):
            row.addWidget(widget)

    def show_legend(self, shown: bool) -> None:
        """What the signs mean; where there is no room for it, it is in the tooltip."""
        for label in self._legend:
            label.setVisible(shown)

    def show_progress(self, progress: Progress) -> None:
        """How far the synthesis has got."""
        text = self.tr("{decided} of {rows} rows decided").format(
            decided=progress.decided, rows=progress.rows
        )
        if progress.waiting == 1:
            text += " · " + self.tr("1 needs information")
        elif progress.waiting:
            text += " · " + self.tr("{} need information").format(progress.waiting)
        self._decided.setText(text)

    def show_hidden(self, count: int) -> None:
        """How many rows the filters hide."""
        self._hidden.setVisible(count > 0)
        text = self.tr("1 row hidden") if count == 1 else self.tr("{} rows hidden").format(count)
        self._hidden.setText(text)
