"""The middle pane of Write: the entries of a section as cards, with add, duplicate, move and delete."""

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from casebook.domain.case import Case
from casebook.domain.declaration import SectionSpec
from casebook.domain.findings import Finding
from casebook.ui.icons import set_icon
from casebook.ui.widgets.card_list import CardList
from casebook.ui.widgets.elided_label import ElidedLabel
from casebook.ui.widgets.focus import holds_focus
from casebook.ui.widgets.look import with_look
from casebook.ui.workbench import Workbench
from casebook.ui.write.empty_section import EmptySection
from casebook.ui.write.entry_delegate import EntryDelegate
from casebook.ui.write.entry_model import EntryModel

LIKES = 34
"""Average characters it likes to be wide."""

NARROWEST = 20
"""Average characters it is at least wide."""


class EntryPane(QWidget):
    """Emits wishes; the workspace turns them into changes. The list carries the actions given to it as a menu."""

    entry_chosen = Signal(str)
    """The person went to this entry; not sent when an entry is chosen by `choose`."""
    add_wanted = Signal()
    move_wanted = Signal(int, int)
    absence_chosen = Signal(object)

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        """Empty until `show_section`."""
        super().__init__(parent)
        self._workbench = workbench
        self.section: SectionSpec | None = None
        self._choosing = False
        with_look(self, "paper").setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = with_look(ElidedLabel(parent=self), "title")
        self.add_button = QPushButton(self.tr("Add"), self)
        self.add_button.setObjectName("add-entry")
        set_icon(self.add_button, "plus", "ink")
        self.add_button.clicked.connect(self.add_wanted)
        self.model = EntryModel(self)
        self.model.move_wanted.connect(self.move_wanted)
        self._stack = QStackedWidget(self)
        self.list = self._make_list()
        self.empty = EmptySection(workbench, self._stack)
        self.empty.add_wanted.connect(self.add_wanted)
        self.empty.absence_chosen.connect(self.absence_chosen)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._make_bar())
        column.addWidget(self._stack, 1)

    def show_section(self, case: Case, spec: SectionSpec, findings: tuple[Finding, ...]) -> None:
        """Show the entries of a section; the current entry stays current if it is still there.

        When it is gone, the one that took its place becomes the current one, and the keyboard stays in this pane.
        """
        another = spec is not self.section
        self.section = spec
        if another:
            self._name_section(spec)
        held = holds_focus(self)
        wording, writable = self._workbench.wording, not self._workbench.read_only
        self.add_button.setEnabled(writable)
        self.model.movable = writable
        self._choosing = True
        self.model.show_section(case, spec, wording, findings)
        self._choosing = False
        self.empty.show_section(case, spec)
        self._stack.setCurrentWidget(self.list if self.model.rowCount() else self.empty)
        if held and not another and not holds_focus(self):
            self.focus_here()

    def choose(self, record_id: str) -> None:
        """Make an entry the current one and bring it into sight, without telling."""
        row = self.model.row_of(record_id)
        if row >= 0 and row != self.list.currentIndex().row():
            self._choosing = True
            self.list.setCurrentIndex(self.model.index(row))
            self._choosing = False

    def step(self, by: int) -> None:
        """Go to the entry `by` rows further down."""
        row = self.list.currentIndex().row() + by
        if 0 <= row < self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(row))

    def current_id(self) -> str:
        """The id of the current entry; empty when there is none."""
        return self.model.id_at(self.list.currentIndex().row())

    def focus_here(self) -> None:
        """Put the keyboard on the cards, or on what an empty section offers."""
        target = self.list if self.model.rowCount() else self.empty.add
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def sizeHint(self) -> QSize:
        return QSize(self._characters(LIKES), 600)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._characters(NARROWEST), super().minimumSizeHint().height())

    def _name_section(self, spec: SectionSpec) -> None:
        words = self._workbench.wording.translate
        self._title.setText(words(spec.title))
        self.list.setAccessibleName(words(spec.title))
        grow = words(spec.grow) if spec.grow else self.tr("Add")
        self.add_button.setAccessibleName(grow)
        self.add_button.setToolTip(self.tr("{what} (Ctrl+Return)").format(what=grow))

    def _make_list(self) -> CardList:
        made = with_look(CardList(self._stack), "cards")
        made.setObjectName("entries")
        made.setModel(self.model)
        made.setItemDelegate(EntryDelegate(made))
        made.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        made.setDefaultDropAction(Qt.DropAction.MoveAction)
        made.setDragDropOverwriteMode(False)
        made.setProperty("pane", True)
        made.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        made.customContextMenuRequested.connect(self._show_menu)
        made.selectionModel().currentChanged.connect(self._chosen)
        return made

    def _make_bar(self) -> QWidget:
        bar = with_look(QWidget(self), "bar")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 8, 12, 8)
        row.addWidget(self._title, 1)
        row.addWidget(self.add_button)
        return bar

    def _show_menu(self, at: QPoint) -> None:
        index = self.list.indexAt(at)
        if index.isValid():
            self.list.setCurrentIndex(index)
        if not self.current_id() or self._workbench.read_only:
            return
        menu = QMenu(self.list)
        menu.addActions(self.list.actions())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.list.viewport().mapToGlobal(at))

    def _chosen(self, index: QModelIndex) -> None:
        record_id = self.model.id_at(index.row())
        if record_id and not self._choosing:
            self.entry_chosen.emit(record_id)

    def _characters(self, count: int) -> int:
        return count * self.fontMetrics().averageCharWidth()
