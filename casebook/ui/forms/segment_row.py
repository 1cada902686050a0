"""A row of alternatives of which one, or none, is chosen; one stop for the Tab key."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from casebook.ui.widgets.look import set_style_property, with_look


class SegmentRow(QFrame):
    """Arrows go along, a digit or a letter chooses, Backspace clears."""

    chosen = Signal(object)
    """The value a person chose; None when it was cleared."""

    def __init__(
        self,
        options: Sequence[tuple[Any, str, str]],
        parent: QWidget | None = None,
        *,
        look: str = "segment",
    ) -> None:
        """`options` are (value, word on the button, what it means); `look` is that of the buttons."""
        super().__init__(parent)
        with_look(self, "field")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._values = [value for value, _word, _meaning in options]
        self._meanings = [meaning or word for _value, word, meaning in options]
        self._buttons: list[QToolButton] = []
        self._value: Any = None
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 4, 6, 4)
        row.setSpacing(4)
        for at, (value, word, meaning) in enumerate(options):
            button = with_look(QToolButton(self), look)
            button.setText(word)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setToolTip(meaning)
            button.setAccessibleName(f"{word}, {meaning}" if meaning else word)
            button.setObjectName(f"segment:{value}")
            button.clicked.connect(lambda _on, at=at: self._click(at))
            self._buttons.append(button)
            row.addWidget(button)
        row.addStretch(1)
        self.show_value(None)

    @property
    def value(self) -> Any:
        """What is chosen; None when nothing is."""
        return self._value

    def show_value(self, value: Any) -> None:
        """Show a choice without telling anybody; None or an unknown value for none."""
        self._value = value
        for known, button in zip(self._values, self._buttons, strict=True):
            button.setChecked(known == value)

    def meaning(self) -> str:
        """What the chosen one means; empty when nothing is chosen."""
        return self._meanings[self._values.index(self._value)] if self._value in self._values else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ahead = -1 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 1
        steps = {
            Qt.Key.Key_Right: ahead,
            Qt.Key.Key_Left: -ahead,
            Qt.Key.Key_Up: 1,
            Qt.Key.Key_Down: -1,
        }
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif event.key() in steps:
            self._step(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._choose(None)
        elif not self._choose_by(event.text()):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        set_style_property(self, "focused", "true")

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        set_style_property(self, "focused", "")

    def _step(self, step: int) -> None:
        at = self._values.index(self._value) + step if self._value in self._values else 0
        self._choose(self._values[min(max(at, 0), len(self._values) - 1)])

    def _choose_by(self, typed: str) -> bool:
        """Choose the button whose word begins with a typed letter or is a typed digit."""
        for value, button in zip(self._values, self._buttons, strict=True):
            if typed.strip() and button.text().casefold().startswith(typed.casefold()):
                self._choose(value)
                return True
        return False

    def _click(self, at: int) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        again = self._values[at] == self._value
        self._choose(None if again else self._values[at])

    def _choose(self, value: Any) -> None:
        changed = value != self._value
        self.show_value(value)
        if changed:
            self.chosen.emit(value)
