"""The left of Publish: the builds of the library, and what can be done with one."""

from collections.abc import Callable

import attrs
from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from casebook.publishing.builds import Build, first_build
from casebook.services.builds import name_of_copy
from casebook.services.publishing import templates
from casebook.ui.i18n import translated
from casebook.ui.icons import set_icon
from casebook.ui.publish.build_delegate import BuildDelegate
from casebook.ui.publish.build_model import BuildModel
from casebook.ui.widgets.card_list import CardList
from casebook.ui.widgets.look import with_look
from casebook.ui.workbench import Workbench


class BuildPanel(QFrame):
    """Emits `chosen` with the build that was gone to, `export_wanted` for it, `exports_wanted` for what was exported."""

    chosen = Signal(object)
    export_wanted = Signal()
    exports_wanted = Signal()

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        with_look(self, "side")
        self._workbench = workbench
        self.model = BuildModel(workbench, self)
        self.list = self._make_list()
        self._actions = self._make_actions()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 12, 0, 12)
        self.column.setSpacing(8)
        self._build()
        self.model.modelReset.connect(lambda: self.choose(0))
        self.model.rowsRemoved.connect(lambda _parent, first, _last: self.choose(first))
        workbench.library_changed.connect(self._start_over)
        self._start_over()

    @property
    def build(self) -> Build | None:
        """The build that is chosen; None without a library."""
        return self.model.build(self.list.currentIndex().row())

    def choose(self, row: int) -> None:
        """Go to the build in a row, or to the last one."""
        self.list.setCurrentIndex(self.model.index(min(row, self.model.rowCount() - 1)))

    def add(self, template: str) -> None:
        """Put a new build of a report after the chosen one, ready to be named."""
        found = next(one for one in templates() if one.name == template)
        taken = tuple(build.name for build in self.model.builds)
        build = first_build(found)
        name = translated(build.name)
        if name in taken or build.name in taken:
            name = name_of_copy(name, taken)
        self._go_and_name(self.model.add(attrs.evolve(build, name=name), self.list.currentIndex().row() + 1))

    def duplicate(self) -> None:
        """Put a copy of the chosen build after it, ready to be named."""
        if self.build is not None:
            self._go_and_name(self.model.duplicate(self.list.currentIndex().row()))

    def rename(self) -> None:
        """Type another name in the card."""
        self.list.edit(self.list.currentIndex())

    def step(self, by: int) -> None:
        """Move the chosen build down, or up when negative."""
        row = self.list.currentIndex().row()
        self.model.move(row, row + by)

    def remove(self) -> None:
        """Take the chosen build away; Undo brings it back."""
        build, row = self.build, self.list.currentIndex().row()
        back = self.model.remove(row) if build is not None else None
        if build is None or back is None:
            return
        bring_back = back

        def undo() -> None:
            bring_back()
            self.choose(row)

        self._workbench.told.emit(self.tr("The build “{}” is gone.").format(translated(build.name)), undo)

    def _build(self) -> None:
        title = with_look(QLabel(self.tr("Publish")), "title")
        caps = with_look(QLabel(self.tr("Builds").upper()), "caps")
        new = QPushButton(self.tr("New"))
        new.setObjectName("new-build")
        new.setAccessibleName(self.tr("New build"))
        new.setToolTip(self.tr("A new build of one of the reports"))
        set_icon(new, "plus", "ink")
        self._reports = QMenu(new)
        self._reports.aboutToShow.connect(self._offer_reports)
        new.setMenu(self._reports)
        self._new = new
        exports = with_look(QToolButton(), "plain")
        exports.setObjectName("show-exports")
        exports.setToolTip(self.tr("What was exported: when, by whom, for whom"))
        exports.setAccessibleName(self.tr("What was exported"))
        set_icon(exports, "history", "ink")
        exports.clicked.connect(self.exports_wanted)
        head = QHBoxLayout()
        head.setContentsMargins(12, 0, 8, 0)
        head.addWidget(title, 1)
        head.addWidget(exports)
        self.column.addLayout(head)
        caps.setContentsMargins(12, 0, 12, 0)
        self.column.addWidget(caps)
        self.column.addWidget(self.list, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(12, 0, 12, 0)
        foot.setSpacing(8)
        foot.addWidget(new)
        self.column.addLayout(foot)

    def _make_list(self) -> CardList:
        made = with_look(CardList(self), "cards")
        made.setObjectName("builds")
        made.setAccessibleName(self.tr("Builds"))
        made.setProperty("pane", True)
        made.setModel(self.model)
        made.setItemDelegate(BuildDelegate(made))
        made.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        made.setDefaultDropAction(Qt.DropAction.MoveAction)
        made.setDragDropOverwriteMode(False)
        made.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        made.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        made.customContextMenuRequested.connect(self._show_menu)
        made.selectionModel().currentChanged.connect(self._on_current)
        return made

    def _make_actions(self) -> list[QAction]:
        """What the menu of a card offers; each has its keys while the list has the keyboard."""
        rows: tuple[tuple[str, str, str, Callable[[], object]], ...] = (
            ("build-export", self.tr("Export now"), "", self.export_wanted.emit),
            ("build-rename", self.tr("Rename"), "", self.rename),
            ("build-duplicate", self.tr("Duplicate"), "Ctrl+D", self.duplicate),
            ("build-up", self.tr("Move up"), "Alt+Up", lambda: self.step(-1)),
            ("build-down", self.tr("Move down"), "Alt+Down", lambda: self.step(1)),
            ("build-delete", self.tr("Delete"), "Del", self.remove),
        )
        actions = []
        for name, words, keys, do in rows:
            action = QAction(words, self.list)
            action.setObjectName(name)
            # F2 is the list's own key for typing in a card.
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(lambda _on=False, step=do: step())
            self.list.addAction(action)
            actions.append(action)
        return actions

    def _offer_reports(self) -> None:
        self._reports.clear()
        for template in templates():
            action = self._reports.addAction(translated(template.title))
            action.setObjectName(f"new-{template.name}")
            action.setToolTip(translated(template.description))
            action.triggered.connect(lambda _on=False, name=template.name: self.add(name))

    def _show_menu(self, at: QPoint) -> None:
        index = self.list.indexAt(at)
        if not index.isValid():
            return
        self.list.setCurrentIndex(index)
        menu = QMenu(self.list)
        menu.setObjectName("build-menu")
        menu.addActions(self._actions)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.list.viewport().mapToGlobal(at))

    def _go_and_name(self, row: int) -> None:
        if row >= 0:
            self.choose(row)
            self.list.setFocus()
            self.rename()

    def _on_current(self, index: QModelIndex) -> None:
        build = self.model.build(index.row())
        if build is not None:
            self.chosen.emit(build)

    def _start_over(self) -> None:
        self.model.read()
        writable = not self._workbench.read_only
        self._new.setEnabled(writable)
        for action in self._actions[1:]:
            action.setEnabled(writable)
