"""What can be done with the rows of a comparison: walking, deciding, moving, copying, going to the passage."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from casebook.domain.comparison import RowKind
from casebook.domain.synthesis import Finding, FindingState
from casebook.ui.compare.comparison_desk import ComparisonDesk
from casebook.ui.compare.comparison_table import ComparisonTable, Key
from casebook.ui.compare.copied_lines import as_mime, picture_of, table_of
from casebook.ui.compare.line_widgets import LineWidgets
from casebook.ui.compare.lines import Line
from casebook.ui.compare.passages import Passages
from casebook.ui.compare.row_keys import ROW_KEYS
from casebook.ui.workbench import Workbench


class RowActions(QObject):
    """One method for each, called by keys, buttons and menus alike."""

    entry_wanted = Signal(int, int, str)
    """Line, case, and the entry that is to be looked into."""

    def __init__(
        self, desk: ComparisonDesk, workbench: Workbench, table: ComparisonTable, widgets: LineWidgets
    ) -> None:
        super().__init__(table)
        self._desk, self._workbench = desk, workbench
        self._table, self._widgets = table, widgets
        self._model = table.lines
        self._passages = Passages(workbench)

    def keys(self) -> dict[Key, Callable[[], object]]:
        """What does what, for the table."""
        doers = self._doers()
        return {chord: doers[row.name] for row in ROW_KEYS.values() for chord in row.chords}

    def _doers(self) -> dict[str, Callable[[], object]]:
        return {
            "open-row": self.enter,
            "write-finding": self.write,
            "decided": lambda: self.set_state(FindingState.DECIDED),
            "waiting": lambda: self.set_state(FindingState.NEEDS_INFORMATION),
            "next-difference": lambda: self.step("difference", 1),
            "previous-difference": lambda: self.step("difference", -1),
            "next-undecided": lambda: self.step("undecided", 1),
            "previous-undecided": lambda: self.step("undecided", -1),
            "passage": self.go_to_passage,
            "other-entry": lambda: self.next_entry(1),
            "previous-entry": lambda: self.next_entry(-1),
            "not-same": lambda: self._widgets.decide_here(same=False),
            "move-back": lambda: self.move_current(-1),
            "move-on": lambda: self.move_current(1),
            "copy-table": self.copy_table,
            "copy-picture": self.copy_picture,
        }

    def step(self, to: str, by: int) -> None:
        """Walk to the next difference, or the next row that is open; round at the end."""
        lines, here = self._model.lines, self._table.currentIndex().row()
        order = [(here + by * far) % len(lines) for far in range(1, len(lines) + 1)] if lines else []
        found = next((at for at in order if self._stops_at(lines[at], to)), None)
        if found is None:
            done = self.tr("No difference is shown.")
            self._workbench.told.emit(done if to == "difference" else self.tr("Every row is decided."), None)
            return
        self._table.go(found)
        self._table.setFocus()

    def set_state(self, state: FindingState) -> None:
        """Set how far the reviewer has got with the chosen rows; again, and they are open."""
        if self._desk.read_only:
            return
        self._widgets.flush()
        for at in self._chosen():
            line = self._model.line(at)
            if line is not None and line.finds:
                held = self._desk.synthesis.finding(line.key)
                now = FindingState.OPEN if held.state is state else state
                self._desk.set_finding(line.key, Finding(text=held.text, state=now))

    def go_to_passage(self) -> None:
        """Open the case of the current cell in Write, where it says this."""
        line, column = self._table.current_line, self._table.currentIndex().column()
        sight = self._model.sight
        if line is not None and line.row is not None and sight is not None:
            column = min(column, len(sight.comparison.cases) - 1)
            self._widgets.end()
            self._passages.show(line, sight, column)

    def open_case(self, column: int) -> None:
        """Open a case in Write, at its beginning."""
        sight = self._model.sight
        if sight is not None:
            self._widgets.end()
            self._passages.open_case(sight, column)

    def toggle_current(self) -> None:
        """Open or close the current line."""
        self._table.toggle_wanted.emit(self._table.currentIndex().row())

    def write(self) -> None:
        """Write the finding of the current line."""
        self._widgets.write(self._table.currentIndex().row())

    def move_case(self, old: int, new: int) -> None:
        """Put a case into another place."""
        ids = list(self._desk.case_ids)
        if 0 <= new < len(ids) and old != new:
            ids.insert(new, ids.pop(old))
            self._desk.set_cases(ids, self.tr("Case moved"))
            self._table.go(self._table.currentIndex().row(), new)

    def swap_cases(self, one: int, other: int) -> None:
        """Put each of two cases into the place of the other."""
        ids = list(self._desk.case_ids)
        ids[one], ids[other] = ids[other], ids[one]
        self._desk.set_cases(ids, self.tr("Cases swapped"))

    def copy_table(self) -> None:
        """Put the chosen lines on the clipboard as a table."""
        QGuiApplication.clipboard().setMimeData(as_mime(table_of(self._model, self._chosen())))
        self._workbench.told.emit(self.tr("Copied as a table."), None)

    def copy_picture(self) -> None:
        """Put the chosen lines on the clipboard as a picture."""
        QGuiApplication.clipboard().setPixmap(picture_of(self._table, self._chosen()))
        self._workbench.told.emit(self.tr("Copied as a picture."), None)

    def _stops_at(self, line: Line, to: str) -> bool:
        if to == "difference":
            return line.differs
        if not line.finds or line.row is None:
            return False
        # An entry by itself owes nothing; its section does.
        owed = line.row.kind is not RowKind.ENTRIES or line.key in self._desk.synthesis.findings
        return owed and self._desk.synthesis.finding(line.key).state is FindingState.OPEN

    def _chosen(self) -> list[int]:
        return sorted({index.row() for index in self._table.selectionModel().selectedRows()})

    def enter(self) -> None:
        at = self._table.currentIndex()
        line = self._table.current_line
        if self._widgets.decide_here(same=True) or line is None:
            return
        if at.column() == self._model.finding_column and line.finds:
            self._widgets.write(at.row())
        else:
            self._table.toggle_wanted.emit(at.row())

    def move_current(self, by: int) -> None:
        side = -1 if self._table.layoutDirection() == Qt.LayoutDirection.RightToLeft else 1
        at = self._table.currentIndex().column()
        if at < self._model.finding_column:
            self.move_case(at, at + by * side)

    def next_entry(self, by: int) -> None:
        """Look into the next entry of the current cell."""
        line, column = self._table.current_line, self._table.currentIndex().column()
        sight = self._model.sight
        if line is None or not line.is_open or line.row is None or sight is None:
            return
        entries = line.row.cells[column].entries if column < len(sight.comparison.cases) else ()
        if len(entries) > 1:
            ids: list[str] = [held.id for held in entries]
            now = sight.chosen.get(line.key, {}).get(sight.comparison.cases[column].id, ids[0])
            at = ids.index(now) if now in ids else 0
            self.entry_wanted.emit(self._table.currentIndex().row(), column, ids[(at + by) % len(ids)])
