"""A card: a title, one line of facts, and chips; it can be selected and opened with mouse or keyboard."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from casebook.ui.theme import State, tokens_of
from casebook.ui.widgets.chip import Chip
from casebook.ui.widgets.flow_layout import FlowLayout
from casebook.ui.widgets.look import set_style_property, with_look

STRIP, RADIUS = 4, 6
"""Width of the strip on a selected card, and radius of its corners, in pixels."""

Chips = Iterable[tuple[str, State]]
"""Words and the state each is shown in."""


class Card(QFrame):
    """Emits `clicked` on a click, Enter or Space, and `activated` on a double click as well."""

    clicked = Signal()
    activated = Signal()

    def __init__(
        self, title: str = "", facts: str = "", chips: Chips = (), parent: QWidget | None = None
    ) -> None:
        """All three can be set again later with `show_content`."""
        super().__init__(parent)
        with_look(self, "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._title = with_look(QLabel(self), "card-title")
        self._facts = with_look(QLabel(self), "muted")
        self._chip_row = QWidget(self)
        self._chips = FlowLayout(self._chip_row)
        for label in (self._title, self._facts):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        for part in (self._title, self._facts, self._chip_row):
            column.addWidget(part)
        self.show_content(title, facts, chips)

    @property
    def title(self) -> str:
        """The title as shown."""
        return self._title.text()

    @property
    def selected(self) -> bool:
        """Whether it is marked as the current one."""
        return bool(self.property("selected") == "true")

    def show_content(self, title: str, facts: str = "", chips: Chips = ()) -> None:
        """Show another title, line of facts and chips."""
        self._title.setText(title)
        self._facts.setText(facts)
        self._facts.setVisible(bool(facts))
        self._chips.clear()
        words = []
        for text, state in chips:
            self._chips.addWidget(Chip(text, state, self._chip_row))
            words.append(text)
        self._chip_row.setVisible(bool(words))
        self.setAccessibleName(", ".join(part for part in (title, facts, *words) if part))

    def set_selected(self, selected: bool) -> None:
        """Mark it as the current one, or no longer."""
        set_style_property(self, "selected", "true" if selected else "false")

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.selected:
            return
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        strip = QRectF(0, 0, STRIP, self.height())
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            strip.moveRight(self.width())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipPath(outline)
        painter.fillRect(strip, QColor(tokens_of(self).accent))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.activated.emit()
