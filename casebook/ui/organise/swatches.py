"""A row of colours to choose one from."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from casebook.domain.marking import _
from casebook.ui.i18n import translated
from casebook.ui.icons import set_icon
from casebook.ui.theme import TAG_COLOURS
from casebook.ui.widgets.look import with_look

NAMES: dict[str, str] = {
    "": _("No colour"),
    "red": _("Red"),
    "orange": _("Orange"),
    "yellow": _("Yellow"),
    "green": _("Green"),
    "teal": _("Teal"),
    "blue": _("Blue"),
    "violet": _("Violet"),
    "pink": _("Pink"),
}


class Swatches(QWidget):
    """Emits `chosen` with the name of a colour, empty for none; the one in use bears a tick."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self._buttons: dict[str, QToolButton] = {}
        for colour in ("", *TAG_COLOURS):
            button = with_look(QToolButton(), "swatch")
            button.setObjectName(f"colour-{colour or 'none'}")
            button.setProperty("state", colour or "neutral")
            button.setAccessibleName(translated(NAMES[colour]))
            button.setToolTip(translated(NAMES[colour]))
            button.clicked.connect(lambda _on=False, chosen=colour: self.chosen.emit(chosen))
            row.addWidget(button)
            self._buttons[colour] = button
        row.addStretch(1)

    def show_colour(self, colour: str | None) -> None:
        """Tick one; None ticks nothing."""
        for name, button in self._buttons.items():
            here = name == colour
            if here:
                set_icon(button, "check")
            elif not name:
                set_icon(button, "ban", "muted")
            else:
                button.setProperty("icon_name", "")
                button.setIcon(QIcon())
            button.setAccessibleDescription(self.tr("in use") if here else "")
