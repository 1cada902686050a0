"""The tags that some cases have, to be picked at a click."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QToolButton, QWidget

from casebook.ui.tag_colours import TagColours
from casebook.ui.widgets.flow_layout import FlowLayout
from casebook.ui.widgets.look import with_look

MOST = 12
"""Tags offered at most: those that most cases have."""
LONGEST = 12
"""Characters of a tag that are shown."""


class TagOffers(QWidget):
    """Emits `picked` with a tag; hidden while there is none."""

    picked = Signal(str)

    def __init__(self, colours: TagColours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self._flow = FlowLayout(self, spacing=4)
        self.setAccessibleName(self.tr("Tags of these cases"))
        self.setMinimumWidth(1)  # a long tag must not widen the form
        self.hide()

    def offer(self, tags: Sequence[tuple[str, int]]) -> None:
        """Offer these tags with the number of cases that have each, most first."""
        for tag, count in sorted(tags, key=lambda pair: (-pair[1], pair[0].casefold()))[:MOST]:
            shown = tag if len(tag) <= LONGEST else tag[: LONGEST - 1] + "…"
            button = with_look(QToolButton(self), "chip")
            button.setObjectName("tag-offer")
            button.setProperty("state", self._colours.state(tag))
            button.setText(f"{shown.replace('&', '&&')} · {count:n}")
            button.setToolTip(tag)
            button.setAccessibleName(self.tr("{tag}, {count} cases").format(tag=tag, count=count))
            button.clicked.connect(lambda _on=False, picked=tag: self.picked.emit(picked))
            self._flow.addWidget(button)
        self.setVisible(bool(tags))
        self.updateGeometry()
