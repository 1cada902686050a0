"""Choose a collection by typing: to put cases into it, or to take them out; one that is not there yet can be made."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QPushButton, QWidget

from casebook.domain.errors import CasebookError
from casebook.ui.dialogs.plain_dialog import PlainDialog
from casebook.ui.forms.matching import matches
from casebook.ui.icons import icon
from casebook.ui.organise.collection_steps import CollectionSteps
from casebook.ui.theme import tokens_of
from casebook.ui.widgets.line_delegate import NOTE_ROLE, LineDelegate
from casebook.ui.widgets.look import with_look
from casebook.ui.workbench import Workbench

if TYPE_CHECKING:
    from casebook.storage.collections import Collection

ID = int(Qt.ItemDataRole.UserRole)
LONGEST = 120


class CollectionPicker(PlainDialog):
    """Enter or a double click takes the marked line; arrows go through the list while typing."""

    def __init__(
        self,
        workbench: Workbench,
        case_ids: Sequence[str],
        parent: QWidget | None = None,
        *,
        out: bool = False,
    ) -> None:
        """`out` offers the collections that hold one of the cases, to take them out."""
        title = _title(len(case_ids), out=out)
        super().__init__(title, parent, fills=True)
        self._workbench = workbench
        self._case_ids = tuple(case_ids)
        self._out = out
        # Not a child of the dialog, which is gone before the step can be taken back.
        self._steps = CollectionSteps(workbench, workbench)
        self._held, self._paths, self._holding = self._read()
        self._build()
        workbench.library_changed.connect(self.close)
        self._show("")

    def _read(self) -> tuple[list[Collection], dict[str, str], dict[str, int]]:
        """The collections that are offered, how each is called with all it stands in, and how many cases it holds."""
        library = self._workbench.library
        if library is None:
            return [], {}, {}
        try:
            held, holding = library.collections.all(), library.collections.holding(self._case_ids)
        except CasebookError as error:
            self._workbench.problem.emit(str(error))
            return [], {}, {}
        paths: dict[str, str] = {}
        for one in held:
            paths[one.id] = f"{paths[one.parent]} › {one.name}" if one.parent in paths else one.name
        return [one for one in held if not self._out or one.id in holding], paths, holding

    def _build(self) -> None:
        self._field = QLineEdit()
        self._field.setObjectName("collection-field")
        self._field.setMaxLength(LONGEST)
        self._field.setAccessibleName(self.tr("Name of the collection"))
        self._field.setPlaceholderText(
            self.tr("Type to find one") if self._out else self.tr("Type to find one, or to name a new one")
        )
        self._field.textChanged.connect(self._show)
        self._field.installEventFilter(self)
        self._list = with_look(QListWidget(), "popup")
        self._list.setObjectName("collection-list")
        self._list.setAccessibleName(self.tr("Collections"))
        self._list.setItemDelegate(LineDelegate(self._list))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setMouseTracking(True)
        self._list.setMinimumHeight(180)
        self._list.itemDoubleClicked.connect(lambda _item: self._take())
        self.body.addWidget(self._field)
        self.body.addWidget(self._list, 1)
        self.add_cancel()
        words = self.tr("Take out") if self._out else self.tr("Add")
        self._do: QPushButton = self.add_button(words, "pick", primary=True)
        self._do.clicked.connect(self._take)
        self._field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 6, Qt.Key.Key_PageUp: -6}
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            by = steps.get(Qt.Key(event.key()), 0)
            if by:
                last = self._list.count() - 1
                self._list.setCurrentRow(max(0, min(last, self._list.currentRow() + by)))
                return True
        return super().eventFilter(watched, event)

    def _show(self, typed: str) -> None:
        colour = tokens_of(self).muted
        name = " ".join(typed.split())
        self._list.clear()
        for one in self._held:
            if not matches(typed, self._paths[one.id]):
                continue
            item = QListWidgetItem(icon("folder", colour), self._paths[one.id])
            item.setData(ID, one.id)
            number = self._holding.get(one.id, 0)
            whole = number == len(self._case_ids)
            note = self.tr("all are in it") if whole else self.tr("{} in it").format(f"{number:n}")
            item.setData(NOTE_ROLE, note if number else "")
            self._list.addItem(item)
        known = any(one.name.casefold() == name.casefold() for one in self._held)
        if name and not known and not self._out:
            self._list.addItem(
                QListWidgetItem(icon("plus", colour), self.tr("New collection “{}”").format(name))
            )
        self._list.setCurrentRow(0)
        self._do.setEnabled(self._list.currentRow() >= 0)

    def _take(self) -> None:
        row, library = self._list.currentIndex(), self._workbench.library
        if not row.isValid() or library is None:
            return
        chosen = str(row.data(ID) or "")
        if not chosen:
            chosen = self._steps.create(" ".join(self._field.text().split()))
        self.accept()
        one = next((held for held in library.collections.all() if held.id == chosen), None)
        if one is not None:
            (self._steps.take_out if self._out else self._steps.put)(one, self._case_ids)


def _title(count: int, *, out: bool) -> str:
    text = QCoreApplication.translate
    if out:
        one = text("CollectionPicker", "Take 1 case out of a collection")
        many = text("CollectionPicker", "Take {} cases out of a collection")
    else:
        one = text("CollectionPicker", "Add 1 case to a collection")
        many = text("CollectionPicker", "Add {} cases to a collection")
    return one if count == 1 else many.format(f"{count:n}")
