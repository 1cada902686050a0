"""Where Compare begins: the comparisons kept in the library, and a way to choose cases for a new one."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidgetItem,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from casebook.domain.errors import CasebookError
from casebook.services.comparisons import (
    SavedComparison,
    duplicate_comparison,
    keep_comparison,
    remove_comparison,
    rename_comparison,
    saved_comparisons,
)
from casebook.ui.compare.case_line import CaseLine
from casebook.ui.compare.change_notice import day_words
from casebook.ui.compare.search_button import SearchButton
from casebook.ui.icons import set_icon
from casebook.ui.widgets.empty_state import EmptyState
from casebook.ui.widgets.flow_layout import FlowLayout
from casebook.ui.widgets.kept_list import KeptList
from casebook.ui.widgets.line_delegate import NOTE_ROLE
from casebook.ui.widgets.look import with_look
from casebook.ui.workbench import Workbench

ID_ROLE = Qt.ItemDataRole.UserRole
NEEDS_WRITING = ("rename-comparison", "duplicate-comparison", "delete-comparison")


class SavedList(QWidget):
    """Emits `open_wanted` with the id of a comparison, `case_taken` or `cases_taken` with the cases of a new one."""

    open_wanted = Signal(str)
    case_taken = Signal(str)
    cases_taken = Signal(tuple)
    removed = Signal(str)

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._empty = EmptyState(
            self.tr("Two to four cases side by side, field by field"),
            self.tr(
                "What all of them share, what only some have, what differs and what nobody recorded, matched by "
                "term and by actor, with room for a finding beside each row. Choose cases in the library and press "
                "Compare, or type the name of one above."
            ),
            self.tr("Choose cases in the library"),
        )
        self._empty.action.connect(lambda: workbench.workspace_requested.emit("library"))
        self._list = KeptList()
        self._list.setObjectName("saved-comparisons")
        self._list.setAccessibleName(self.tr("Comparisons in this library"))
        self._list.itemActivated.connect(lambda item: self.open_wanted.emit(item.data(ID_ROLE)))
        self._list.itemChanged.connect(self._renamed)
        self._list.delete_wanted.connect(self._remove)
        self._searches = SearchButton(workbench)
        self._buttons: dict[str, QPushButton] = {}
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._kept())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(self._stack, 1)

    def show_saved(self) -> None:
        """Show what the library keeps now."""
        self._searches.look_again()
        library, chosen = self._workbench.library, self._chosen()
        try:
            held = saved_comparisons(library) if library is not None else []
        except CasebookError as error:
            self._workbench.problem.emit(str(error))
            held = []
        self._list.blockSignals(True)
        self._list.clear()
        for one in held:
            self._list.addItem(self._item(one))
            if one.id == chosen:
                self._list.setCurrentRow(self._list.count() - 1)
        self._list.blockSignals(False)
        if held and self._list.currentRow() < 0:
            self._list.setCurrentRow(0)
        self._stack.setCurrentIndex(1 if held else 0)
        for name in NEEDS_WRITING:
            self._buttons[name].setEnabled(not self._workbench.read_only)

    def focus_here(self) -> None:
        """Put the keyboard where work begins."""
        (self._list if self._list.count() else self._empty.button).setFocus()

    def _head(self) -> QFrame:
        bar = with_look(QFrame(), "bar")
        line = CaseLine(self._workbench)
        line.setPlaceholderText(self.tr("Compare a case: type its title or reference"))
        line.setMinimumWidth(self.fontMetrics().averageCharWidth() * 40)
        line.taken.connect(self.case_taken)
        self._searches.cases_taken.connect(self.cases_taken)
        row = FlowLayout(bar, spacing=16)
        row.setContentsMargins(18, 10, 18, 10)
        title = with_look(QLabel(self.tr("Compare")), "title")
        title.setMinimumHeight(line.sizeHint().height())
        row.addWidget(title)
        row.addWidget(line)
        row.addWidget(self._searches)
        return bar

    def _kept(self) -> QWidget:
        page = QWidget()
        choose = with_look(QPushButton(self.tr("Choose cases in the library")), "primary")
        choose.setObjectName("choose-cases")
        choose.clicked.connect(lambda: self._workbench.workspace_requested.emit("library"))
        row = FlowLayout(spacing=8)
        row.addWidget(choose)
        steps: tuple[tuple[str, str, str, Callable[[], object]], ...] = (
            ("open-comparison", self.tr("Open"), "folder-open", self._open),
            ("rename-comparison", self.tr("Rename"), "write", self._rename),
            ("duplicate-comparison", self.tr("Duplicate"), "copy", self._duplicate),
            ("delete-comparison", self.tr("Delete"), "trash", self._remove),
        )
        for name, text, picture, doer in steps:
            button = QPushButton(text)
            button.setObjectName(name)
            set_icon(button, picture)
            button.clicked.connect(lambda _on=False, do=doer: do())
            row.addWidget(button)
            self._buttons[name] = button
        column = QVBoxLayout(page)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(12)
        column.addLayout(row)
        column.addWidget(with_look(QLabel(self.tr("Comparisons in this library").upper()), "caps"))
        across = QHBoxLayout()
        across.addWidget(self._list, 1)
        column.addLayout(across, 1)
        return page

    def _item(self, saved: SavedComparison) -> QListWidgetItem:
        item = QListWidgetItem(saved.name or self.tr("Comparison"))
        item.setData(ID_ROLE, saved.id)
        count = len(saved.synthesis.cases)
        cases = self.tr("1 case") if count == 1 else self.tr("{} cases").format(count)
        note = f"{cases} · {day_words(saved.at)} · {saved.who}"
        item.setData(NOTE_ROLE, note)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{saved.name}, {note}")
        if not self._workbench.read_only:
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        return item

    def _chosen(self) -> str:
        return str(self._list.currentIndex().data(ID_ROLE) or "")

    def _open(self) -> None:
        if self._chosen():
            self.open_wanted.emit(self._chosen())

    def _rename(self) -> None:
        if self._chosen():
            self._list.setFocus()
            self._list.editItem(self._list.currentItem())

    def _renamed(self, item: QListWidgetItem) -> None:
        library = self._workbench.library
        if library is not None:
            self._try(lambda: rename_comparison(library, item.data(ID_ROLE), item.text()))

    def _duplicate(self) -> None:
        library, chosen = self._workbench.library, self._chosen()
        if library is not None and chosen:
            self._try(lambda: duplicate_comparison(library, chosen))
            self._list.setCurrentRow(0)

    def _remove(self) -> None:
        library, chosen = self._workbench.library, self._chosen()
        if library is None or not chosen or self._workbench.read_only:
            return
        try:
            gone = remove_comparison(library, chosen)
        except CasebookError as error:
            self._workbench.problem.emit(str(error))
            return
        self.removed.emit(chosen)
        self.show_saved()
        told = self.tr("“{}” was deleted.").format(gone.name)
        self._workbench.told.emit(
            told, lambda: self._try(lambda: keep_comparison(library, gone.synthesis, gone.id))
        )

    def _try(self, work: Callable[[], object]) -> None:
        try:
            work()
        except CasebookError as error:
            self._workbench.problem.emit(str(error))
        self.show_saved()
