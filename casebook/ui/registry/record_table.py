"""The table of shared records: sorts by its header, is written in with F2, gives way when it is narrow."""

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from casebook.ui.registry.record_columns import COLUMNS, NAME, NARROWEST_NAME
from casebook.ui.registry.record_delegate import RecordDelegate
from casebook.ui.registry.record_model import RecordModel
from casebook.ui.theme import BODY
from casebook.ui.widgets.look import with_look


class RecordTable(QTableView):
    """Emits `chosen` when the choice changes; `opened`, `trash_wanted` and `new_wanted` are wishes by key or mouse."""

    chosen = Signal()
    opened = Signal()
    trash_wanted = Signal()
    new_wanted = Signal()

    def __init__(self, model: RecordModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("records")
        with_look(self, "records")
        self.setAccessibleName(self.tr("Actors and sources"))
        self.setProperty("pane", True)
        self._records = model
        self.setModel(model)
        self.setItemDelegate(RecordDelegate(model, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._set_up_header()
        self.doubleClicked.connect(lambda _index: self.opened.emit())
        self.selectionModel().selectionChanged.connect(lambda _now, _before: self.chosen.emit())

    def chosen_ids(self) -> tuple[str, ...]:
        """Ids of the chosen records, in the order of the list."""
        rows: set[int] = set()
        for part in self.selectionModel().selection().toList():
            rows.update(range(part.top(), part.bottom() + 1))
        ids = self._records.ids
        return tuple(ids[row] for row in sorted(rows) if row < len(ids))

    def choose(self, *record_ids: str) -> bool:
        """Choose records and bring the first into view; False when none of them is shown."""
        rows = [row for row in map(self._records.row_of, record_ids) if row >= 0]
        flags = QItemSelectionModel.SelectionFlag
        chosen = QItemSelection()
        for row in rows:
            chosen.select(self._records.index(row, NAME), self._records.index(row, NAME))
        if rows:
            first = self._records.index(rows[0], NAME)
            self.selectionModel().setCurrentIndex(first, flags.NoUpdate)
            self.selectionModel().select(chosen, flags.ClearAndSelect | flags.Rows)
            self.scrollTo(first)
        return bool(rows)

    def rename(self) -> None:
        """Write the name of the current record in its row."""
        index = self._records.index(self.currentIndex().row(), NAME)
        if index.isValid():
            self.setFocus()
            self.edit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = event.key(), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        editing = self.state() is QAbstractItemView.State.EditingState
        if plain and not editing and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif plain and not editing and key == Qt.Key.Key_F2:
            self.rename()
        elif plain and not editing and key == Qt.Key.Key_Delete:
            self.trash_wanted.emit()
        elif plain and not editing and key == Qt.Key.Key_Insert:
            self.new_wanted.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_columns()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.fit_columns()

    def fit_columns(self) -> None:
        """Give columns and rows the size the text asks for; those that do not fit are left out."""
        zoom = max(self.fontInfo().pixelSize() / BODY, 1)
        left = self.viewport().width() / zoom - sum(column.width for column in COLUMNS)
        hidden = set()
        for column in sorted((one for one in COLUMNS if one.gives_way), key=lambda one: one.gives_way):
            if left < NARROWEST_NAME:
                hidden.add(column.key)
                left += column.width
        for at, column in enumerate(COLUMNS):
            self.setColumnHidden(at, column.key in hidden)
            if column.width:
                self.horizontalHeader().resizeSection(at, round(column.width * zoom))
        self.verticalHeader().setDefaultSectionSize(round(self.fontMetrics().height() * 1.3) + 14)

    def _set_up_header(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setMinimumSectionSize(24)
        header.setAccessibleName(self.tr("Columns; press to sort"))
        for at, column in enumerate(COLUMNS):
            stretched = QHeaderView.ResizeMode.Fixed if column.width else QHeaderView.ResizeMode.Stretch
            header.setSectionResizeMode(at, stretched)
        header.setSortIndicatorClearable(False)
        header.setSortIndicator(NAME, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
