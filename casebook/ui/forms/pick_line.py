"""A line in which typing looks for something to pick."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from casebook.domain.errors import CasebookError
from casebook.domain.folding import folded
from casebook.ui.forms.choice import Choice, Choices
from casebook.ui.forms.choice_popup import ChoicePopup
from casebook.ui.icons import icon
from casebook.ui.theme import tokens_of

LONGEST = 200
"""Characters one may type to look for something."""

TOLD = 60
"""Characters of them that a complaint repeats."""

STEP = " › "
"""What stands between a term and the terms above it."""


class PickLine(QLineEdit):
    """Arrow down or a click opens the list, letters narrow it, Enter or Tab picks, Escape puts things back."""

    picked = Signal(object)
    """Choice"""
    cleared = Signal()
    """The person emptied the line."""
    left_with = Signal(str)
    """The person went away and left this text, which is nothing that can be picked."""
    put_back = Signal()
    """The line shows again what was picked before."""

    refused = Signal(str)
    """What was to be made could not be; the reason in a sentence."""

    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(LONGEST)
        self._choices = choices
        self._words = ""
        self._value = ""
        self._typed = False
        self._popup: ChoicePopup | None = None
        self._arrow: QAction | None = None
        self.textEdited.connect(self._look)

    def add_arrow(self) -> None:
        """Show an arrow at the end that opens the list."""
        self._arrow = QAction(icon("chevron-down", tokens_of(self).muted), self.tr("Show the list"), self)
        self._arrow.triggered.connect(self.open_list)
        self.addAction(self._arrow, QLineEdit.ActionPosition.TrailingPosition)

    def show_choice(self, choice: Choice | None) -> None:
        """Show what was picked, or an empty line."""
        self._words = choice.words if choice is not None else ""
        self._value = choice.value if choice is not None else ""
        self._typed = False
        self._show_words()
        self.setToolTip(self._words)
        self.close_list()

    @property
    def popup(self) -> ChoicePopup:
        """The list of suggestions."""
        if self._popup is None:
            self._popup = ChoicePopup(self)
            self._popup.picked.connect(self._pick)
        return self._popup

    @property
    def draft(self) -> str:
        """What is typed and not picked; empty when the line shows what was picked."""
        return self.text().strip() if self._typed else ""

    def restore(self, text: str) -> None:
        """Put back what was typed and not picked."""
        self._typed = True
        self.setText(text)

    def refusal(self, typed: str) -> str:
        """What is said of a text that cannot be picked."""
        told = typed if len(typed) <= TOLD else f"{typed[:TOLD].rstrip()}…"
        words = self.tr("“{typed}” is not in the list. Pick an entry from it, or empty the line.")
        return words.format(typed=told)

    def open_list(self) -> None:
        """Offer what answers to the text typed, or everything."""
        if self.isEnabled():
            self.setFocus(Qt.FocusReason.PopupFocusReason)
            self.popup.offer(self._choices.find(self.draft), self.rect(), self._value)

    def close_list(self) -> None:
        """Put the list away."""
        if self._popup is not None:
            self._popup.hide()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self._typed and event.reason() != Qt.FocusReason.PopupFocusReason:
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self._settle()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self.open_list()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._arrow is not None:
            self._arrow.setIcon(icon("chevron-down", tokens_of(self).muted))

    def event(self, event: QEvent) -> bool:
        """Tab picks what typing found before it moves on."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Tab
        ):
            self._settle()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._popup is not None and self._popup.take_key(event):
            event.accept()
            return
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_F4) and not event.modifiers():
            self.open_list()
            return
        if event.key() == Qt.Key.Key_Escape and self._typed:
            self._put_back()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._typed:
            self._settle()
            return
        super().keyPressEvent(event)

    def _look(self, text: str) -> None:
        self._typed = True
        if text.strip():
            self.popup.offer(self._choices.find(text), self.rect())
            return
        self.close_list()
        self._typed = False
        self._words = self._value = ""
        self.cleared.emit()

    def _pick(self, choice: Choice) -> None:
        if choice.creates:
            try:
                choice = self._choices.of(self._choices.create(choice.label))
            except CasebookError as error:
                self.refused.emit(str(error))
                return
        self._typed = False
        self.show_choice(choice)
        self.picked.emit(choice)

    def _settle(self) -> None:
        """Pick what was surely meant by the text typed, else say that nothing was."""
        typed = self.draft
        if not typed:
            self._put_back()
            return
        found = [row for row in self._choices.find(typed) if not (row.creates or row.aside)]
        meant = [
            row for row in found if folded(typed) in (folded(row.label), folded(row.words), folded(row.value))
        ]
        chosen = self._popup.current if self._popup is not None and self._popup.isVisible() else None
        if chosen is not None and chosen in found:
            meant = [chosen, *meant]
        self.close_list()
        if meant or len(found) == 1:
            self._pick((meant or found)[0])
        else:
            self.left_with.emit(typed)

    def _put_back(self) -> None:
        self.close_list()
        self._typed = False
        if self.text() != self._words:
            self._show_words()
            self.put_back.emit()

    def _show_words(self) -> None:
        """Show the words from their beginning; of a path that does not fit, the end says most."""
        self.setText(self._words)
        self.setCursorPosition(len(self._words) if STEP in self._words else 0)
