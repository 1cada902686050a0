"""The panel to find and replace in a case: what to look for, what to put in, and the list of places."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from casebook.domain.replace_in_case import BREAKS
from casebook.domain.text_search import Wanted
from casebook.ui.icons import set_icon
from casebook.ui.widgets.elided_label import ElidedLabel
from casebook.ui.widgets.flow_layout import FlowLayout
from casebook.ui.widgets.look import with_look
from casebook.ui.write.find_scope import FindScope
from casebook.ui.write.find_tree import FindTree

LIKES, NARROWEST = 50, 34
"""Average characters it likes to be wide, and is at least."""

LONGEST = 500
"""Characters one can look for, and put in."""

PAUSE = 200
"""Milliseconds after a letter at which is searched."""

SPACES = str.maketrans(dict.fromkeys(BREAKS, " "))


class FindPanel(QWidget):
    """Says what the person wants; what is found is put into its `tree`."""

    asked = Signal()
    """Something else is to be looked for."""
    step_wanted = Signal(int)
    replace_wanted = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Ready to find; `show_replace` adds what replacing needs."""
        super().__init__(parent)
        with_look(self, "aside").setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setObjectName("find-panel")
        self.setProperty("pane", True)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.asked)
        self.words = self._line("find-text", self.tr("Find in this case"))
        self.words.textChanged.connect(lambda: self._pause.start())
        self.replacement = self._line("replacement", self.tr("Replace with"))
        self.replacement.textChanged.connect(self._show_replacement)
        self.match_case = self._option("match-case", self.tr("Match case"))
        self.whole_words = self._option("whole-words", self.tr("Whole words"))
        self.match_accents = self._option("match-accents", self.tr("Match accents"))
        self.scope = FindScope(self)
        self.scope.changed.connect(self.asked)
        self.count = QLabel(self)
        self.notes = with_look(QLabel(self), "small")
        for label, name in ((self.count, "find-count"), (self.notes, "find-notes")):
            label.setObjectName(name)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.tree = FindTree(self)
        self.all = QCheckBox(self.tr("Choose all"), self)
        self.all.setObjectName("choose-all")
        self.replace = with_look(QPushButton(self.tr("Replace"), self), "primary")
        self.replace.setObjectName("replace-chosen")
        self.replace.clicked.connect(self.replace_wanted)
        self._lay_out()
        self.show_replace(False)

    @property
    def wanted(self) -> Wanted:
        """What is to be looked for now."""
        self._pause.stop()
        return Wanted(
            text=self.words.text(),
            match_case=self.match_case.isChecked(),
            whole_words=self.whole_words.isChecked(),
            match_accents=self.match_accents.isChecked(),
        )

    @property
    def pending(self) -> bool:
        """Whether something was typed that has not been looked for yet."""
        return self._pause.isActive()

    @property
    def replaces(self) -> bool:
        """Whether something is to be put in, even nothing; else it only finds."""
        return self._toggle.isChecked()

    def show_replace(self, shown: bool) -> None:
        """Offer to replace, or only find."""
        self._toggle.setChecked(shown)
        for widget in (self.replacement, self._foot):
            widget.setVisible(shown)
        self._show_replacement()

    def focus_find(self, words: str = "") -> None:
        """Put the keyboard into the line, on `words` or on what was looked for last."""
        if words:
            self.words.setText(words)
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes; Enter in the line goes to the next place, with Shift to the one before."""
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.words.hasFocus():
            self.step_wanted.emit(-1 if back else 1)
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(LIKES * self.fontMetrics().averageCharWidth(), 600)

    def minimumSizeHint(self) -> QSize:
        narrowest = NARROWEST * self.fontMetrics().averageCharWidth()
        return QSize(narrowest, super().minimumSizeHint().height())

    def _show_replacement(self) -> None:
        words = self.replacement.text().translate(SPACES)
        self.tree.found.set_replacement(words if self.replaces else None)

    def _line(self, name: str, words: str) -> QLineEdit:
        line = QLineEdit(self)
        line.setObjectName(name)
        line.setPlaceholderText(words)
        line.setAccessibleName(words)
        line.setMaxLength(LONGEST)
        return line

    def _option(self, name: str, words: str) -> QCheckBox:
        box = QCheckBox(words, self)
        box.setObjectName(name)
        box.clicked.connect(self.asked)
        return box

    def _tool(self, name: str, icon: str, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setAccessibleName(words)
        button.setToolTip(words)
        set_icon(button, icon, "ink")
        return button

    def _lay_out(self) -> None:
        before = self._tool("place-before", "chevron-up", self.tr("The place before (Shift+F3)"))
        before.clicked.connect(lambda: self.step_wanted.emit(-1))
        after = self._tool("place-after", "chevron-down", self.tr("The next place (F3)"))
        after.clicked.connect(lambda: self.step_wanted.emit(1))
        self._toggle = self._tool("replace-too", "write", self.tr("Replace what is found (Ctrl+H)"))
        self._toggle.setCheckable(True)
        self._toggle.clicked.connect(self.show_replace)
        across = QHBoxLayout()
        across.setSpacing(4)
        across.addWidget(self.words, 1)
        for button in (before, after, self._toggle):
            across.addWidget(button)
        options = QWidget(self)
        flow = FlowLayout(options, spacing=8)
        for widget in (self.match_case, self.whole_words, self.match_accents, self.scope):
            flow.addWidget(widget)
        body = QVBoxLayout()
        body.setContentsMargins(12, 12, 12, 4)
        body.setSpacing(8)
        body.addLayout(across)
        for row in (self.replacement, options, self.count, self.notes):
            body.addWidget(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._make_bar())
        column.addLayout(body)
        column.addWidget(self.tree, 1)
        column.addWidget(self._make_foot())

    def _make_bar(self) -> QWidget:
        bar = with_look(QWidget(self), "bar")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        close = with_look(self._tool("close-find", "x", self.tr("Close (Escape)")), "plain")
        close.clicked.connect(self.closed)
        row = QHBoxLayout(bar)
        row.setContentsMargins(12, 8, 8, 8)
        row.addWidget(with_look(ElidedLabel(self.tr("Find in this case"), bar), "title"), 1)
        row.addWidget(close)
        return bar

    def _make_foot(self) -> QWidget:
        self._foot = with_look(QWidget(self), "status")
        self._foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(12, 8, 12, 8)
        row.addWidget(self.all)
        row.addStretch(1)
        row.addWidget(self.replace)
        return self._foot
