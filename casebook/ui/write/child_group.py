"""The entries of a nested section inside their parent: small cards, one of them open."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from casebook.domain.case import Case
from casebook.domain.changes import Change
from casebook.domain.declaration import SectionSpec
from casebook.domain.records import Record
from casebook.ui.icons import set_icon
from casebook.ui.theme import State
from casebook.ui.widgets.card import Card
from casebook.ui.widgets.focus import holds_focus
from casebook.ui.widgets.look import with_look
from casebook.ui.workbench import Workbench
from casebook.ui.write.card_drag import CardDrag, dragged_card, places_passed
from casebook.ui.write.entry_steps import EntrySteps
from casebook.ui.write.nested_view import NestedView

ViewMaker = Callable[[SectionSpec, QWidget], NestedView]

INDENT = 16
"""Pixels the form of an open child stands in from its card."""

Content = tuple[str, str, tuple[tuple[str, State], ...]]
"""Title, line of facts and chips of a card."""


class ChildGroup(QFrame):
    """Cards of what stands in one entry; pressing a card opens its form below it."""

    def __init__(
        self, workbench: Workbench, spec: SectionSpec, make_view: ViewMaker, parent: QWidget | None = None
    ) -> None:
        """`make_view` makes the view of an open child; it is called when one is first opened."""
        super().__init__(parent)
        self.spec = spec
        self._workbench = workbench
        self._make_view = make_view
        self._steps = EntrySteps(workbench, self)
        self._parent_id = ""
        self._open_id = ""
        self._view: NestedView | None = None
        self._cards: dict[str, Card] = {}
        self._shown: dict[str, Content] = {}
        self.setObjectName(f"children-{spec.key}")
        words = workbench.wording.translate
        self.setAccessibleName(words(spec.title))
        self._title = with_look(QLabel(words(spec.title), self), "title")
        self._guidance = with_look(QLabel(words(spec.guidance), self), "muted")
        self._guidance.setWordWrap(True)
        self.add_button = QPushButton(words(spec.grow), self)
        self.add_button.setObjectName(f"add-{spec.key}")
        self.add_button.setAccessibleName(words(spec.grow))
        self.add_button.setToolTip(words(spec.guidance))
        set_icon(self.add_button, "plus", "ink")
        self.add_button.clicked.connect(self.add)
        self._lay_out()

    @property
    def current_id(self) -> str:
        """The child the keyboard stands in: on its card, or in its open form; empty when in none."""
        for record_id, card in self._cards.items():
            if card.hasFocus():
                return record_id
        return self._open_id if self._view is not None and holds_focus(self._view) else ""

    @property
    def open_id(self) -> str:
        """The child whose form is open; empty when none is."""
        return self._open_id

    def card(self, record_id: str) -> Card:
        """The card of a child.

        Raises:
            KeyError: it is not shown here.
        """
        return self._cards[record_id]

    def show_parent(self, case: Case, parent_id: str, change: Change | None = None) -> None:
        """Show what stands in entry `parent_id`; `change` tells what became different since, when it is known."""
        if parent_id != self._parent_id:
            self._close()
        self._parent_id = parent_id
        children = case.children(self.spec.key, parent_id)
        ids: list[str] = [child.id for child in children]
        held = self.current_id
        place = list(self._cards).index(held) if held else 0
        if self._open_id not in ids:
            self._close()
        if ids != list(self._cards):
            self._rebuild(ids)
            if held and held not in ids:
                self._focus_near(ids, place)
        for child in children:
            self._show_card(case, child)
        count = f"  {len(ids)}" if ids else ""
        self._title.setText(self._workbench.wording.translate(self.spec.title) + count)
        self._guidance.setVisible(not ids and not self._workbench.read_only)
        self.add_button.setVisible(not self._workbench.read_only)
        self.setAcceptDrops(not self._workbench.read_only)
        self.setVisible(bool(ids) or not self._workbench.read_only)
        if self._view is not None and self._open_id:
            self._view.show_record(case, self._open_id, change)

    def reveal(self, case: Case, path: list[str], field: str) -> None:
        """Open the first entry of `path` and go on inside it."""
        self.open(path[0])
        if self._view is not None and self._open_id == path[0]:
            self._view.reveal(case, path[1:], field)

    def open(self, record_id: str) -> None:
        """Open the form of one child, closing the one that was open."""
        case = self._workbench.case
        if case is None or record_id not in self._cards or record_id == self._open_id:
            return
        self._close()
        if self._view is None:
            self._view = self._make_view(self.spec, self)
            self._view.setContentsMargins(INDENT, 4, 0, 12)
        self._open_id = record_id
        self._cards[record_id].set_selected(True)
        self._list.insertWidget(self._list.indexOf(self._cards[record_id]) + 1, self._view)
        self._view.show_record(case, record_id)
        self._view.show()

    def add(self) -> None:
        """Add an entry to the parent and open it."""
        self._write(self._steps.add(self.spec, self._parent_id))

    def duplicate(self, record_id: str) -> None:
        """Copy a child to just after it and open the copy."""
        self._write(self._steps.duplicate(record_id))

    def remove(self, record_id: str) -> None:
        """Remove a child; the keyboard goes to the one that takes its place."""
        self._cards[record_id].setFocus(Qt.FocusReason.OtherFocusReason)
        self._steps.remove(record_id)

    def step(self, record_id: str, places: int) -> None:
        """Move a child so many places down, or up when negative."""
        self._steps.step(record_id, places)

    def flush(self) -> None:
        """Hand over what is typed but not yet told."""
        if self._view is not None and self._open_id:
            self._view.flush()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take only cards of this group."""
        if dragged_card(event.mimeData()) in self._cards:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Move the card to where it was dropped."""
        dragged, ids = dragged_card(event.mimeData()), list(self._cards)
        if dragged not in ids:
            return
        event.acceptProposedAction()
        middles = [card.geometry().center().y() for card in self._cards.values()]
        at = round(event.position().y())
        self.step(dragged, places_passed(middles, ids.index(dragged), at))

    def _write(self, record_id: str) -> None:
        case = self._workbench.case
        if not record_id or case is None:
            return
        self.open(record_id)
        if self._view is not None and self._open_id == record_id:
            self._view.reveal(case, [], "")

    def _show_card(self, case: Case, child: Record) -> None:
        wording = self._workbench.wording
        graded = len(case.evidence_for(child.id))
        chips: list[tuple[str, State]] = []
        if graded:
            chips.append(
                (self.tr("1 source") if graded == 1 else self.tr("{} sources").format(graded), "neutral")
            )
        if child.sensitivity > case.sensitivity:
            chips.append((wording.sensitivity(child.sensitivity), "neutral"))
        content = wording.title(child, case), wording.facts(child, case), tuple(chips)
        if self._shown.get(child.id) != content:
            self._shown[child.id] = content
            self._cards[child.id].show_content(*content)

    def _focus_near(self, ids: list[str], place: int) -> None:
        target: QWidget = self._cards[ids[min(place, len(ids) - 1)]] if ids else self.add_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _rebuild(self, ids: list[str]) -> None:
        for record_id in set(self._cards) - set(ids):
            card = self._cards.pop(record_id)
            self._shown.pop(record_id, None)
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        cards = {record_id: self._cards.get(record_id) or self._new_card(record_id) for record_id in ids}
        self._cards = cards
        for at, card in enumerate(cards.values()):
            self._list.insertWidget(at, card)
        if self._view is not None and self._open_id:
            self._list.insertWidget(self._list.indexOf(cards[self._open_id]) + 1, self._view)

    def _new_card(self, record_id: str) -> Card:
        card = Card(parent=self)
        CardDrag(card, record_id)
        card.clicked.connect(lambda: self._toggle(record_id))
        for name, keys, slot in (
            (self.tr("Duplicate"), ("Ctrl+D",), lambda: self.duplicate(record_id)),
            (self.tr("Move up"), ("Alt+Up",), lambda: self.step(record_id, -1)),
            (self.tr("Move down"), ("Alt+Down",), lambda: self.step(record_id, 1)),
            (self.tr("Delete"), ("Del", "Backspace"), lambda: self.remove(record_id)),
        ):
            action = QAction(name, card)
            action.setShortcuts([QKeySequence(key) for key in keys])
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(slot)
            card.addAction(action)
        card.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        card.customContextMenuRequested.connect(lambda at: self._show_menu(card, at))
        return card

    def _show_menu(self, card: Card, at: QPoint) -> None:
        if self._workbench.read_only:
            return
        menu = QMenu(card)
        menu.addActions(card.actions())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(card.mapToGlobal(at))

    def _toggle(self, record_id: str) -> None:
        if record_id == self._open_id:
            self._close()
        else:
            self.open(record_id)

    def _close(self) -> None:
        if self._view is not None and self._open_id:
            self._view.flush()
            self._view.hide()
            self._list.removeWidget(self._view)
        if self._open_id in self._cards:
            self._cards[self._open_id].set_selected(False)
        self._open_id = ""

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.add_button)
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(with_look(QFrame(self), "rule"))
        column.addLayout(head)
        column.addWidget(self._guidance)
        column.addLayout(self._list)
