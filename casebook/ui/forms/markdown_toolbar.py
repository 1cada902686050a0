"""The small buttons below a text, each with its shortcut."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from casebook.ui.icons import set_icon
from casebook.ui.widgets.look import with_look

BOLD, ITALIC, LIST, NUMBERED, QUOTATION, HEADING, LINK, CITE = (
    *("bold", "italic", "list", "list-ordered", "quote", "heading", "link", "at-sign"),
)
"""What the buttons ask for; each is also the name of its icon."""

SHORTCUTS = {
    BOLD: "Ctrl+B",
    ITALIC: "Ctrl+I",
    LIST: "Ctrl+Shift+8",
    NUMBERED: "Ctrl+Shift+7",
    QUOTATION: "Ctrl+Shift+9",
    HEADING: "Ctrl+Shift+H",
    LINK: "Ctrl+Shift+K",
    CITE: "Ctrl+Shift+C",
}


class MarkdownToolbar(QWidget):
    """Out of the Tab key's way: every button has a shortcut that works in the text itself."""

    asked = Signal(str)
    """One of the names above."""

    def __init__(self, text: QWidget, parent: QWidget | None = None) -> None:
        """The shortcuts work while `text` has the keyboard."""
        super().__init__(parent)
        words = {
            BOLD: self.tr("Bold"),
            ITALIC: self.tr("Italic"),
            LIST: self.tr("List"),
            NUMBERED: self.tr("Numbered list"),
            QUOTATION: self.tr("Quotation"),
            HEADING: self.tr("Heading"),
            LINK: self.tr("Link"),
            CITE: self.tr("Cite a source (or type @)"),
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 4, 2)
        row.setSpacing(0)
        side = self.fontMetrics().height()
        for name, word in words.items():
            keys = QKeySequence(SHORTCUTS[name])
            button = with_look(QToolButton(self), "mark")
            set_icon(button, name, "muted")
            button.setIconSize(QSize(side, side))
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setObjectName(f"mark:{name}")
            button.setAccessibleName(word)
            button.setToolTip(f"{word} ({keys.toString(QKeySequence.SequenceFormat.NativeText)})")
            button.clicked.connect(lambda _on, name=name: self.asked.emit(name))
            row.addWidget(button)
            shortcut = QShortcut(keys, text)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(lambda name=name: self.asked.emit(name))
        row.addStretch(1)
