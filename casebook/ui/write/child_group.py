"""The entries of a nested section inside their parent: small cards, one of them open."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from casebook.domain.case import Case
from casebook.domain.declaration import SectionSpec
from casebook.domain.entry_changes import adding, duplicating, moving, removing
from casebook.domain.identity import new_id
from casebook.ui.forms.form_context import FormContext
from casebook.ui.widgets.card import Card
from casebook.ui.widgets.look import with_look
from casebook.ui.workbench import Workbench
from casebook.ui.write.nested_view import NestedView

ViewMaker = Callable[[SectionSpec], NestedView]


class ChildGroup(QFrame):
    """Cards of what stands in one entry; pressing a card opens its form below it."""

    def __init__(
        self,
        workbench: Workbench,
        context: FormContext,
        spec: SectionSpec,
        make_view: ViewMaker,
        parent: QWidget | None = None,
    ) -> None:
        """`make_view` makes the view of an open child; it is called when one is first opened."""
        super().__init__(parent)
        self.spec = spec
        self._workbench = workbench
        self._context = context
        self._make_view = make_view
        self._parent_id = ""
        self._open_id = ""
        self._view: NestedView | None = None
        self._cards: dict[str, Card] = {}
        self.setObjectName(f"children-{spec.key}")
        words = workbench.wording.translate
        self._title = with_look(QLabel(words(spec.title)), "title")
        self.add_button = QPushButton(words(spec.grow))
        self.add_button.setObjectName(f"add-{spec.key}")
        self.add_button.setAccessibleName(words(spec.grow))
        self.add_button.setToolTip(words(spec.guidance))
        self.add_button.clicked.connect(self.add)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.add_button)
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(with_look(QFrame(), "rule"))
        column.addLayout(head)
        column.addLayout(self._list)

    def show_parent(self, case: Case, parent_id: str) -> None:
        """Show what stands in entry `parent_id`."""
        if parent_id != self._parent_id:
            self._close()
        self._parent_id = parent_id
        children = case.children(self.spec.key, parent_id)
        ids = [child.id for child in children]
        if self._open_id not in ids:
            self._close()
        if ids != list(self._cards):
            self._rebuild(ids)
        wording = self._workbench.wording
        for child in children:
            graded = len(case.evidence_for(child.id))
            chips = [(self.tr("%n sources", "", graded), "neutral")] if graded else []
            if child.sensitivity:
                chips.append((wording.sensitivity(child.sensitivity), "neutral"))
            self._cards[child.id].show_content(wording.title(child, case), wording.facts(child, case), chips)  # type: ignore[arg-type]
        count = f"  {len(ids)}" if ids else ""
        self._title.setText(wording.translate(self.spec.title) + count)
        self.add_button.setEnabled(not self._workbench.read_only)
        if self._view is not None and self._open_id:
            self._view.show_record(case, self._open_id)

    def reveal(self, case: Case, path: list[str], field: str) -> None:
        """Open the first entry of `path` and go on inside it."""
        self.open(path[0])
        if self._view is not None:
            self._view.reveal(case, path[1:], field)

    def open(self, record_id: str) -> None:
        """Open the form of one child, closing the one that was open."""
        case = self._workbench.case
        if case is None or record_id not in self._cards or record_id == self._open_id:
            return
        self._close()
        if self._view is None:
            self._view = self._make_view(self.spec)
            self._view.setContentsMargins(16, 0, 0, 8)
        self._open_id = record_id
        self._cards[record_id].set_selected(True)
        self._list.insertWidget(self._list.indexOf(self._cards[record_id]) + 1, self._view)
        self._view.show_record(case, record_id)
        self._view.show()

    def add(self) -> None:
        """Add an entry to the parent and open it."""
        case = self._workbench.case
        if case is None:
            return
        entry = self.spec.entry_type(parent=self._parent_id)  # type: ignore[call-arg]
        self._workbench.apply(
            adding(case, self.spec.key, entry), self._workbench.wording.translate(self.spec.grow)
        )
        self.open(entry.id)
        if self._view is not None:
            self._view.reveal(case, [], "")

    def flush(self) -> None:
        """Hand over what is typed but not yet told."""
        if self._view is not None and self._open_id:
            self._view.flush()

    def _rebuild(self, ids: list[str]) -> None:
        for record_id in set(self._cards) - set(ids):
            self._cards.pop(record_id).deleteLater()
        for at, record_id in enumerate(ids):
            card = self._cards.pop(record_id, None) or self._new_card(record_id)
            self._cards[record_id] = card
            self._list.insertWidget(at, card)
        if self._view is not None and self._open_id:
            self._list.insertWidget(self._list.indexOf(self._cards[self._open_id]) + 1, self._view)

    def _new_card(self, record_id: str) -> Card:
        card = Card(parent=self)
        card.clicked.connect(lambda: self._toggle(record_id))
        for name, keys, slot in (
            (self.tr("Duplicate"), "Ctrl+D", lambda: self._duplicate(record_id)),
            (self.tr("Move up"), "Alt+Up", lambda: self._move(record_id, -1)),
            (self.tr("Move down"), "Alt+Down", lambda: self._move(record_id, 1)),
            (self.tr("Delete"), "Del", lambda: self._remove(record_id)),
        ):
            action = QAction(name, card)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(slot)
            card.addAction(action)
        card.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        card.customContextMenuRequested.connect(lambda at: self._show_menu(card, card.mapToGlobal(at)))
        return card

    def _show_menu(self, card: Card, at: object) -> None:
        menu = QMenu(card)
        menu.addActions(card.actions())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)  # type: ignore[arg-type]

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

    def _duplicate(self, record_id: str) -> None:
        case = self._workbench.case
        if case is not None:
            change, copy_id = duplicating(case, record_id, new_id)
            self._workbench.apply(change, self.tr("Duplicate"))
            self.open(copy_id)

    def _move(self, record_id: str, step: int) -> None:
        case = self._workbench.case
        change = moving(case, record_id, step) if case is not None else None
        if change is not None:
            self._workbench.apply(change, self.tr("Move"))
            self._cards[record_id].setFocus()

    def _remove(self, record_id: str) -> None:
        case = self._workbench.case
        if case is None:
            return
        title = self._workbench.wording.title(case.find(record_id), case)  # type: ignore[arg-type]
        self._workbench.apply(removing(case, record_id), self.tr("Delete “{title}”").format(title=title))
        self._workbench.told.emit(self.tr("Deleted “{title}”.").format(title=title), self._workbench.undo)
