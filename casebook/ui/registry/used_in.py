"""The cases that hold a record, with what it is there; one of them is opened where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from casebook.domain.fields import Kind
from casebook.ui.widgets.look import with_look
from casebook.ui.widgets.two_line_delegate import BYLINE_ROLE, TwoLineDelegate
from casebook.ui.workbench import Workbench

if TYPE_CHECKING:
    from casebook.storage.record_query import RecordUse, UsePlace

ROWS = 8
"""Cases seen before their list scrolls."""
PLACE = int(Qt.ItemDataRole.UserRole)


class UsedIn(QWidget):
    """Emits `opened` with the id of a case and of what is to be shown in it."""

    opened = Signal(str, str)

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._said = QLabel()
        self._said.setObjectName("used-in")
        self._said.setWordWrap(True)
        self._list = with_look(QListWidget(), "popup")
        self._list.setObjectName("used-cases")
        self._list.setAccessibleName(self.tr("Cases that use it"))
        self._list.setItemDelegate(TwoLineDelegate(self._list))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setMouseTracking(True)
        self._list.itemActivated.connect(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._said)
        column.addWidget(self._list)
        self.show_uses("", None, 0)

    def show_uses(self, record_id: str, uses: Sequence[RecordUse] | None, count: int) -> None:
        """Name the cases; None while they are looked up. `count` is how many there are, named or not."""
        self._list.clear()
        self._said.setText(self._words(count))
        for use in uses or ():
            item = QListWidgetItem(use.title or self.tr("Untitled case"))
            byline = " · ".join(part for part in (use.ref_code, *map(self._place, use.places)) if part)
            if use.trashed:
                byline = self.tr("in the Trash")
            first = use.places[0].entry_id if use.places else record_id
            item.setData(PLACE, None if use.trashed else (use.case_id, first))
            item.setData(BYLINE_ROLE, byline)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{item.text()}, {byline}")
            item.setToolTip(f"{item.text()}\n{byline}")
            self._list.addItem(item)
        self._list.setVisible(self._list.count() > 0)
        rows = min(max(self._list.count(), 1), ROWS)
        self._list.setFixedHeight(rows * max(self._list.sizeHintForRow(0), 1) + 8)

    def _words(self, count: int) -> str:
        if count == 0:
            return self.tr("No case uses it.")
        return self.tr("In 1 case; Enter opens it there.") if count == 1 else self._many(count)

    def _many(self, count: int) -> str:
        return self.tr("In {} cases; Enter opens one there.").format(count)

    def _place(self, place: UsePlace) -> str:
        """ "Actors: lead", or "Relations ×3"."""
        wording = self._workbench.wording
        section = self._workbench.declaration.sections.get(place.section)
        title = wording.translate(section.title) if section is not None else self.tr("the case itself")
        if place.role and section is not None:
            terms = [spec for spec in section.fields if spec.kind is Kind.TERM and spec.fact]
            title = f"{title}: {wording.term(terms[0].vocabulary, place.role)}"
        return title if place.times == 1 else f"{title} ×{place.times}"

    def _open(self, item: QListWidgetItem) -> None:
        place = item.data(PLACE)
        if place:
            self.opened.emit(*place)
