"""A small rounded label for a term or a state; the word says it, the colour only helps."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from casebook.ui.theme import State
from casebook.ui.widgets.look import set_style_property, with_look


class Chip(QLabel):
    """A word in a rounded box, in one of the theme's states."""

    def __init__(self, text: str = "", state: State = "neutral", parent: QWidget | None = None) -> None:
        """`state` chooses the pair of colours."""
        super().__init__(text, parent)
        self._text = text
        self.setTextFormat(Qt.TextFormat.PlainText)
        with_look(self, "chip")
        self.setProperty("state", state)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def text(self) -> str:
        """The whole word, also when only its beginning fits."""
        return self._text

    def setText(self, text: str) -> None:
        """Show another word."""
        self._text = text
        super().setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        size = super().sizeHint()
        shown = self.fontMetrics().horizontalAdvance(super().text())
        return QSize(
            size.width() - shown + self.fontMetrics().horizontalAdvance(self._text) + 1, size.height()
        )

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().height() * 2, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the word where there is no room for all of it."""
        super().resizeEvent(event)
        room = self.fontMetrics().horizontalAdvance(self._text) - self.sizeHint().width() + self.width() + 1
        shown = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, room)
        if shown != super().text():
            super().setText(shown)
            self.setToolTip("" if shown == self._text else self._text)

    @property
    def state(self) -> State:
        """The state it shows."""
        return self.property("state")  # type: ignore[no-any-return]

    def show_term(self, text: str, state: State) -> None:
        """Show another word in another state."""
        self.setText(text)
        set_style_property(self, "state", state)
