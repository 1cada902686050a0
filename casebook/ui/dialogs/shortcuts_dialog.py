"""All keyboard shortcuts, read off the table of actions."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QWidget

from casebook.domain.marking import _
from casebook.ui.actions import ACTIONS, MENUS, SEPARATOR
from casebook.ui.compare.row_keys import ROW_KEYS
from casebook.ui.dialogs.plain_dialog import PlainDialog
from casebook.ui.i18n import translated
from casebook.ui.widgets.chip import Chip
from casebook.ui.widgets.look import with_look

ELSEWHERE = (
    (_("Open the chosen case"), "Return"),
    (_("Move the chosen cases to the Trash"), "Del"),
    (_("Choose all cases"), "Ctrl+A"),
    (_("Leave a search or a dialog"), "Esc"),
)
"""Keys of the list of cases, which no menu shows."""


class ShortcutsDialog(PlainDialog):
    """One block for each menu."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            QCoreApplication.translate("ShortcutsDialog", "Keyboard shortcuts"), parent, 520, fills=True
        )
        page = QWidget()
        self._grid = QGridLayout(page)
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        for menu in MENUS:
            self._add_menu(menu)
        self._add_title(self.tr("In the list of cases"))
        for text, keys in ELSEWHERE:
            self._add_row(translated(text), (keys,))
        self._add_title(self.tr("In a comparison"))
        for row in ROW_KEYS.values():
            self._add_row(translated(row.text), row.keys)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setMinimumHeight(420)
        scroll.setAccessibleName(self.windowTitle())
        scroll.setWidget(page)
        self.body.addWidget(scroll, 1)
        self.add_button(self.tr("Close"), "close", primary=True).clicked.connect(self.accept)

    def _add_menu(self, menu: str) -> None:
        rows = [spec for spec in ACTIONS if spec.menu == menu and spec.key != SEPARATOR and spec.keys]
        if rows:
            self._add_title(translated(menu).replace("&", ""))
        for spec in rows:
            self._add_row(translated(spec.text).rstrip("…"), spec.keys)

    def _add_title(self, text: str) -> None:
        row = self._grid.rowCount()
        self._grid.setRowMinimumHeight(row, 12)
        self._grid.addWidget(with_look(QLabel(text.upper()), "caps"), row + 1, 0, 1, 2)

    def _add_row(self, text: str, keys: tuple[str, ...]) -> None:
        row = self._grid.rowCount()
        self._grid.addWidget(QLabel(text), row, 0)
        native = QKeySequence(keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
        self._grid.addWidget(Chip(native), row, 1, Qt.AlignmentFlag.AlignRight)
