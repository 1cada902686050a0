"""The middle pane of Write: the entries of a section as cards, with add, duplicate, move and delete."""

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from casebook.domain.case import Case
from casebook.domain.declaration import SectionSpec
from casebook.domain.findings import Finding
from casebook.ui.widgets.card_list import CardList
from casebook.ui.widgets.look import with_look
from casebook.ui.workbench import Workbench
from casebook.ui.write.empty_section import EmptySection
from casebook.ui.write.entry_delegate import EntryDelegate
from casebook.ui.write.entry_model import EntryModel


class EntryPane(QWidget):
    """Emits wishes; the workspace turns them into changes."""

    entry_chosen = Signal(str)
    add_wanted = Signal()
    duplicate_wanted = Signal(str)
    remove_wanted = Signal(str)
    move_wanted = Signal(int, int)
    step_wanted = Signal(str, int)
    absence_chosen = Signal(object)

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        """Empty until `show_section`."""
        super().__init__(parent)
        self._workbench = workbench
        self.section: SectionSpec | None = None
        with_look(self, "paper").setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = with_look(QLabel(), "title")
        self.add_button = QPushButton()
        self.add_button.setObjectName("add-entry")
        self.add_button.clicked.connect(self.add_wanted)
        self.model = EntryModel(self)
        self.model.move_wanted.connect(self.move_wanted)
        self.list = self._make_list()
        self.empty = EmptySection(workbench, self)
        self.empty.add_wanted.connect(self.add_wanted)
        self.empty.absence_chosen.connect(self.absence_chosen)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        bar = with_look(QWidget(self), "bar")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 8, 12, 8)
        row.addWidget(self._title, 1)
        row.addWidget(self.add_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self._stack, 1)
        self._add_actions()

    def show_section(self, case: Case, spec: SectionSpec, findings: tuple[Finding, ...]) -> None:
        """Show the entries of a section; the current entry stays current if it is still there."""
        self.section = spec
        kept = self.current_id()
        words = self._workbench.wording.translate
        title = words(spec.title)
        self._title.setText(title)
        self.add_button.setText(self.tr("+ Add"))
        self.add_button.setAccessibleName(words(spec.grow) if spec.grow else self.tr("Add"))
        self.add_button.setToolTip(self.add_button.accessibleName())
        self.add_button.setEnabled(not self._workbench.read_only)
        self.list.setAccessibleName(title)
        self.model.show_section(case, spec.key, self._workbench.wording, findings)
        self.empty.show_section(case, spec)
        self._stack.setCurrentWidget(self.list if self.model.rowCount() else self.empty)
        if kept and self.model.row_of(kept) >= 0:
            self.choose(kept)

    def choose(self, record_id: str) -> None:
        """Make an entry the current one."""
        row = self.model.row_of(record_id)
        if row >= 0 and row != self.list.currentIndex().row():
            self.list.setCurrentIndex(self.model.index(row))

    def choose_near(self, row: int) -> None:
        """Make the entry in `row`, or the last one, the current one."""
        row = min(row, self.model.rowCount() - 1)
        if row >= 0:
            self.list.setCurrentIndex(self.model.index(row))

    def step(self, by: int) -> None:
        """Make the entry `by` rows further down the current one."""
        row = self.list.currentIndex().row() + by
        if 0 <= row < self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(row))

    def current_id(self) -> str:
        """The id of the current entry; empty when there is none."""
        return self.model.id_at(self.list.currentIndex().row())

    def sizeHint(self) -> QSize:
        return QSize(290, 600)

    def _make_list(self) -> CardList:
        made = CardList(self)
        made.setObjectName("entries")
        made.setModel(self.model)
        made.setItemDelegate(EntryDelegate(made))
        made.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        made.setDefaultDropAction(Qt.DropAction.MoveAction)
        made.setDragDropOverwriteMode(False)
        made.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        made.customContextMenuRequested.connect(self._show_menu)
        made.selectionModel().currentChanged.connect(self._chosen)
        return made

    def _add_actions(self) -> None:
        for name, keys, slot in (
            (self.tr("Duplicate"), ("Ctrl+D",), lambda: self.duplicate_wanted.emit(self.current_id())),
            (self.tr("Move up"), ("Alt+Up",), lambda: self.step_wanted.emit(self.current_id(), -1)),
            (self.tr("Move down"), ("Alt+Down",), lambda: self.step_wanted.emit(self.current_id(), 1)),
            (self.tr("Delete"), ("Del", "Backspace"), lambda: self.remove_wanted.emit(self.current_id())),
        ):
            action = QAction(name, self.list)
            action.setShortcuts([QKeySequence(key) for key in keys])
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(slot)
            self.list.addAction(action)

    def _show_menu(self, at: QPoint) -> None:
        if not self.current_id() or self._workbench.read_only:
            return
        menu = QMenu(self.list)
        menu.addActions(self.list.actions())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.list.viewport().mapToGlobal(at))

    def _chosen(self, index: QModelIndex) -> None:
        record_id = self.model.id_at(index.row())
        if record_id:
            self.entry_chosen.emit(record_id)
