"""Where a finding is written: the text, its state, and a way to ask the author."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QToolButton, QVBoxLayout, QWidget

from casebook.domain.synthesis import Finding, FindingState
from casebook.ui.compare.marks import FINDING_SIGNS
from casebook.ui.forms.prose_text import ProseText
from casebook.ui.i18n import translated
from casebook.ui.widgets.flow_layout import FlowLayout
from casebook.ui.widgets.look import with_look

TELL_AFTER = 250
"""Milliseconds after a keystroke at which the finding is told."""


class FindingEditor(QFrame):
    """Emits `told` with the finding as it is typed, and `left` when the person is done."""

    told = Signal(object, bool)
    """Finding, and whether it is typing."""
    left = Signal()
    grown = Signal()
    ask_wanted = Signal()

    def __init__(self, finding: Finding, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        with_look(self, "field")
        self.setProperty("focused", "true")
        self.setAutoFillBackground(True)
        self._finding = finding
        self._showing = False
        self.text = ProseText(self)
        self.text.setObjectName("finding-text")
        self.text.setAccessibleName(self.tr("Finding"))
        self.text.setPlaceholderText(self.tr("What do you conclude from this row?"))
        self.text.show_text(finding.text)
        self.text.textChanged.connect(self._typed)
        self.text.installEventFilter(self)
        self._timer = QTimer(self, singleShot=True, interval=TELL_AFTER)
        self._timer.timeout.connect(self.flush)
        foot = QWidget(self)
        self._foot = FlowLayout(foot, spacing=4)
        self._states = QButtonGroup(self)
        for state in FindingState:
            self._foot.addWidget(self._state_button(state))
        self.ask = with_look(QToolButton(), "segment")
        self.ask.setObjectName("ask-author")
        self.ask.setText(self.tr("Ask the author"))
        self.ask.clicked.connect(self.ask_wanted)
        self._foot.addWidget(self.ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 4, 6, 6)
        column.setSpacing(2)
        column.addWidget(self.text, 1)
        column.addWidget(foot)
        self.setFocusProxy(self.text)
        self.text.moveCursor(self.text.textCursor().MoveOperation.End)

    @property
    def finding(self) -> Finding:
        """What is written, with its state."""
        return self._finding

    def begin(self, typed: str) -> None:
        """Take the keyboard, with what was typed already."""
        self.text.setFocus()
        if typed:
            self.text.insertPlainText(typed)

    def show_finding(self, finding: Finding) -> None:
        """Show what was changed elsewhere, as by undo."""
        if finding == self._finding:
            return
        self._showing = True
        if finding.text != self.text.text():
            self.text.show_text(finding.text)
        self._showing = False
        self._finding = finding
        self._mark()

    def flush(self) -> None:
        """Tell what is typed but not told yet."""
        self._timer.stop()
        text = self.text.text()
        if text != self._finding.text:
            self._finding = Finding(text=text, state=self._finding.state)
            self.told.emit(self._finding, True)

    def set_state(self, state: FindingState) -> None:
        """How far the reviewer has got with the row."""
        self.flush()
        self._finding = Finding(text=self._finding.text, state=state)
        self._mark()
        self.told.emit(self._finding, False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self.text:
            return False
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.left.emit()
                return True
        elif event.type() == QEvent.Type.FocusOut:
            self.flush()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _state_button(self, state: FindingState) -> QToolButton:
        sign = FINDING_SIGNS[state]
        button = with_look(QToolButton(), "segment")
        button.setObjectName(f"finding-{state.value}")
        button.setText(f"{sign.symbol} {translated(sign.word)}")
        button.setAccessibleName(translated(sign.word))
        button.setCheckable(True)
        button.setChecked(state is self._finding.state)
        button.clicked.connect(lambda: self.set_state(state))
        self._states.addButton(button)
        return button

    def _mark(self) -> None:
        for button in self._states.buttons():
            button.setChecked(button.objectName() == f"finding-{self._finding.state.value}")

    def _typed(self) -> None:
        if not self._showing:
            self._timer.start()
            self.grown.emit()
