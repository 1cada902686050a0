"""The line in which one looks for a source to link; it stands in the page, not in a dialog."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from casebook.domain.fields import field_spec
from casebook.domain.sections.evidence import Evidence
from casebook.ui.forms.choice import Choice
from casebook.ui.forms.form_context import FormContext
from casebook.ui.forms.link_choices import LinkChoices
from casebook.ui.forms.pick_line import PickLine
from casebook.ui.icons import set_icon
from casebook.ui.widgets.focus import scroll_to
from casebook.ui.widgets.look import with_look


class _DeliberateLine(PickLine):
    """Going away picks nothing here: a link is made by a clear act only."""

    def focusOutEvent(self, event: QFocusEvent) -> None:
        QLineEdit.focusOutEvent(self, event)
        self.close_list()


class SourceLine(QWidget):
    """Typing finds sources of the case and of the library, and offers to make a new one."""

    chosen = Signal(str)
    """Id of the source."""
    left = Signal()
    """Escape, or the button that closes the line."""

    def __init__(self, context: FormContext, parent: QWidget | None = None) -> None:
        """Used once: `start` puts the keyboard there."""
        super().__init__(parent)
        self.line = _DeliberateLine(LinkChoices(field_spec(Evidence, "source"), context), self)
        self.line.setObjectName("source-line")
        self.line.setAccessibleName(self.tr("Source to link"))
        self.line.setPlaceholderText(self.tr("Title, author or key of a source"))
        self.line.picked.connect(self._pick)
        close = with_look(QToolButton(self), "plain")
        close.setObjectName("close-source-line")
        close.setAccessibleName(self.tr("Link no source"))
        close.setToolTip(close.accessibleName())
        set_icon(close, "x", "muted")
        close.clicked.connect(self.left)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(4)
        row.addWidget(self.line, 1)
        row.addWidget(close)

    def start(self) -> None:
        """Put the keyboard into the line and offer what there is."""
        self.show()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        # The line has its place only after the page has been laid out; the list hangs from it.
        QTimer.singleShot(0, self, self._open)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _open(self) -> None:
        scroll_to(self, 50)
        if self.line.hasFocus() and not self.line.draft:
            self.line.open_list()

    def _pick(self, choice: Choice) -> None:
        if choice.value:
            self.chosen.emit(choice.value)
