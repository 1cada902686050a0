"""The frame every dialog has: a title, a column of content, buttons at the foot."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from casebook.ui.theme import BODY
from casebook.ui.widgets.look import with_look

WIDTH = 480
"""Usual width in pixels."""


class PlainDialog(QDialog):
    """A dialog with `body` to fill; Escape and Cancel reject, the primary button accepts.

    The body scrolls when the screen is too low for it; with `fills` it holds something that scrolls by itself.
    """

    def __init__(
        self, title: str, parent: QWidget | None = None, width: int = WIDTH, *, fills: bool = False
    ) -> None:
        """`width` in pixels at 100 % text."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self._usual_width = width
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 20, 24, 16)
        outer.setSpacing(12)
        heading = with_look(QLabel(title), "title")
        heading.setWordWrap(True)
        outer.addWidget(heading)
        self._scroll = None if fills else QScrollArea()
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(8)
        if self._scroll is None:
            outer.addLayout(self.body, 1)
        else:
            self._page = QWidget()
            self._page.setLayout(self.body)
            self._scroll.setWidget(self._page)
            self._scroll.setWidgetResizable(True)
            self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            outer.addWidget(self._scroll, 1)
        self._problem = with_look(QLabel(), "problem")
        self._problem.setObjectName("problem")
        self._problem.setWordWrap(True)
        self._problem.hide()
        outer.addWidget(self._problem)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._buttons.addStretch(1)
        outer.addLayout(self._buttons)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit()

    def fit(self) -> None:
        """Be as wide as usual and as high as the texts need, but never larger than the screen."""
        room = self.screen().availableGeometry().size()
        zoom = max(self.fontInfo().pixelSize() / BODY, 1)
        width = min(round(self._usual_width * zoom), room.width() - 32)
        layout = self.layout()
        if layout is None:
            return
        margins = layout.contentsMargins()
        height = layout.sizeHint().height()
        if self._scroll is not None:
            inside = width - margins.left() - margins.right()
            needs = self.body.totalHeightForWidth(inside) if self.body.hasHeightForWidth() else -1
            height += max(needs, self.body.totalSizeHint().height() if needs < 0 else 0) + 2
            height -= self._scroll.sizeHint().height()
        self.resize(width, min(height, room.height() - 48))

    def add_text(self, text: str, look: str = "") -> QLabel:
        """Add a paragraph of plain text."""
        label = with_look(QLabel(text), look)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        self.body.addWidget(label)
        return label

    def add_field(self, label: str, control: QWidget, hint: str = "") -> None:
        """Add a control with its label above, and a hint below."""
        head = with_look(QLabel(label), "label")
        head.setBuddy(control)
        control.setAccessibleName(label)
        self.body.addWidget(head)
        self.body.addWidget(control)
        if hint:
            control.setAccessibleDescription(hint)
            self.add_text(hint, "small")
        self.body.addSpacing(4)

    def add_cancel(self, text: str = "") -> QPushButton:
        """Add the button that rejects."""
        button = QPushButton(text or self.tr("Cancel"))
        button.setObjectName("cancel")
        button.setAutoDefault(False)
        button.clicked.connect(self.reject)
        self._buttons.addWidget(button)
        return button

    def add_button(self, text: str, name: str, *, primary: bool = False) -> QPushButton:
        """Add a button; the primary one answers to Enter."""
        button = with_look(QPushButton(text), "primary" if primary else "")
        button.setObjectName(name)
        button.setDefault(primary)
        button.setAutoDefault(primary)
        self._buttons.addWidget(button)
        return button

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong, above the buttons; an empty sentence takes it away."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self.fit()
