"""The rail on the left: one button for each workspace, Settings at its foot."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from casebook.domain.marking import _
from casebook.ui.actions import Actions, shortcut_text
from casebook.ui.i18n import translated
from casebook.ui.icons import set_icon
from casebook.ui.widgets.look import with_look

WORKSPACES = {
    "library": (_("Library"), "library"),
    "write": (_("Write"), "write"),
    "compare": (_("Compare"), "compare"),
    "publish": (_("Publish"), "publish"),
}
SETTINGS = {"settings": (_("Settings"), "settings")}
"""Key, label and icon of each button."""

NARROWEST = 68
"""Pixels at 100 % text."""


class Rail(QFrame):
    """Emits `chosen` with the key of a workspace."""

    chosen = Signal(str)

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        with_look(self, "rail")
        self.setAccessibleName(self.tr("Workspaces"))
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QToolButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 12, 6, 12)
        column.setSpacing(4)
        column.addStrut(NARROWEST - 12)
        for key, (label, picture) in WORKSPACES.items():
            column.addWidget(self._button(key, label, picture, actions))
        column.addStretch(1)
        for key, (label, picture) in SETTINGS.items():
            column.addWidget(self._button(key, label, picture, actions))

    def mark(self, key: str) -> None:
        """Show `key` as the workspace in front; a key without a button marks none."""
        self._group.setExclusive(key in self._buttons)
        for name, button in self._buttons.items():
            button.setChecked(name == key)

    def enable(self, has_library: bool) -> None:
        """Without a library there is nothing to go to but Settings."""
        for key in WORKSPACES:
            self._buttons[key].setEnabled(has_library)

    def _button(self, key: str, label: str, picture: str, actions: Actions) -> QToolButton:
        button = with_look(QToolButton(self), "rail")
        button.setObjectName(f"rail-{key}")
        button.setText(translated(label))
        button.setToolTip(f"{translated(label)} ({shortcut_text(actions[key])})")
        button.setAccessibleName(translated(label))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Never narrower than its word, which a minimum width in pixels would allow.
        button.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)
        set_icon(button, picture, "rail_ink")
        button.clicked.connect(lambda: self.chosen.emit(key))
        self._group.addButton(button)
        self._buttons[key] = button
        return button
