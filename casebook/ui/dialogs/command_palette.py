"""Type what you want to do, or the name of a case; Enter does it."""

from collections.abc import Callable
from functools import partial

import attrs
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from casebook.storage.listing import ListQuery
from casebook.ui.actions import ACTIONS, SEPARATOR, Actions, shortcut_text
from casebook.ui.fuzzy import fit
from casebook.ui.icons import icon
from casebook.ui.theme import tokens_of
from casebook.ui.widgets.line_delegate import NOTE_ROLE, LineDelegate
from casebook.ui.widgets.look import with_look
from casebook.ui.workbench import Workbench

CASES = 12
"""Cases offered at most."""

LOOKED_AT = 100
"""Cases with the words typed that are looked at for the best."""


@attrs.frozen
class Offer:
    """One line of the palette."""

    text: str
    note: str
    picture: str
    run: Callable[[], object]


class CommandPalette(QDialog):
    """Fuzzy over the actions that can be done now, and over the cases of the library."""

    def __init__(
        self, workbench: Workbench, actions: Actions, open_case: Callable[[str], object], parent: QWidget
    ) -> None:
        """`open_case` is called with the id of the case that was picked."""
        super().__init__(parent)
        self.setWindowTitle(QCoreApplication.translate("CommandPalette", "Command palette"))
        self._workbench = workbench
        self._open_case = open_case
        self._offers = [
            Offer(
                actions[spec.key].text().rstrip("…"),
                shortcut_text(actions[spec.key]),
                spec.icon,
                actions[spec.key].trigger,
            )
            for spec in ACTIONS
            if spec.key not in (SEPARATOR, "palette") and actions[spec.key].isEnabled()
        ]
        self._field = QLineEdit()
        self._field.setObjectName("palette-field")
        self._field.setPlaceholderText(self.tr("What do you want to do? Or type the name of a case."))
        self._field.setAccessibleName(self.windowTitle())
        self._field.textChanged.connect(self._show_offers)
        self._field.installEventFilter(self)
        self._list = with_look(QListWidget(), "popup")
        self._list.setObjectName("palette-list")
        self._list.setAccessibleName(self.tr("What fits"))
        self._list.setItemDelegate(LineDelegate(self._list))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setMouseTracking(True)
        self._list.itemClicked.connect(lambda _item: self._do())
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self._field)
        column.addWidget(self._list)
        self.resize(min(620, parent.width() - 40), min(440, parent.height() - 80))
        self._shown: list[Offer] = []
        self._show_offers("")
        self._field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
            key = Qt.Key(event.key())
            if key in steps:
                last = self._list.count() - 1
                self._list.setCurrentRow(max(0, min(last, self._list.currentRow() + steps[key])))
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._do()
                return True
        return super().eventFilter(watched, event)

    def _show_offers(self, typed: str) -> None:
        ranked = [(fit(typed, offer.text), offer) for offer in self._offers]
        fitting = [offer for points, offer in sorted(ranked, key=lambda pair: -pair[0]) if points]
        self._shown = [*fitting, *self._cases(typed)]
        colour = tokens_of(self).muted
        self._list.clear()
        for offer in self._shown:
            item = QListWidgetItem(offer.text)
            item.setData(NOTE_ROLE, offer.note)
            if offer.picture:
                item.setIcon(icon(offer.picture, colour))
            self._list.addItem(item)
        self._list.setCurrentRow(0)

    def _cases(self, typed: str) -> list[Offer]:
        library = self._workbench.library
        if library is None or not typed.strip():
            return []
        rows = sorted(
            library.cases.page(ListQuery(text=typed, limit=LOOKED_AT)),
            key=lambda row: -max(fit(typed, row.title), fit(typed, row.ref_code)),
        )
        return [
            Offer(
                row.title or self.tr("Untitled case"),
                row.ref_code,
                "file-text",
                partial(self._open_case, row.id),
            )
            for row in rows[:CASES]
        ]

    def _do(self) -> None:
        row = self._list.currentRow()
        self.accept()
        if 0 <= row < len(self._shown):
            self._shown[row].run()
