"""A small rounded label for a term or a state; the word says it, the colour only helps."""

from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from casebook.ui.theme import State
from casebook.ui.widgets.look import set_style_property, with_look


class Chip(QLabel):
    """A word in a rounded box, in one of the theme's states."""

    def __init__(self, text: str = "", state: State = "neutral", parent: QWidget | None = None) -> None:
        """`state` chooses the pair of colours."""
        super().__init__(text, parent)
        with_look(self, "chip")
        self.setProperty("state", state)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    @property
    def state(self) -> State:
        """The state it shows."""
        return self.property("state")  # type: ignore[no-any-return]

    def show_term(self, text: str, state: State) -> None:
        """Show another word in another state."""
        self.setText(text)
        self.setAccessibleName(text)
        set_style_property(self, "state", state)
