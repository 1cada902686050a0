"""What would come of a list: how many rows come in, what is made on the way, and every row that is refused."""

from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from casebook.domain.list_file import ListFile
from casebook.services.lists.plan import Plan
from casebook.ui.lists.refused_model import RefusedModel
from casebook.ui.widgets.look import set_style_property, with_look

BEGINNING = 0.3
"""Share of the width in which a row is named."""
NAMED = 3
"""New records that are called by name."""


class _LowTable(QTableView):
    """Asks for no more than its head and three rows; takes its share of the room there is."""

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), 7 * self.fontMetrics().lineSpacing())


class PlanPanel(QWidget):
    """Emits `save_wanted` when the refused rows are to be written into a file."""

    save_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = with_look(QFrame(), "receipt")
        self._box.setProperty("state", "neutral")
        self._said = QLabel()
        self._said.setObjectName("plan")
        self._said.setWordWrap(True)
        self._more = with_look(QLabel(), "small")
        self._more.setObjectName("plan-notes")
        self._more.setWordWrap(True)
        self._save = QPushButton(self.tr("Save refused rows…"))
        self._save.setObjectName("save-refused")
        self._save.setAutoDefault(False)
        self._save.clicked.connect(self.save_wanted)
        inside = QVBoxLayout(self._box)
        inside.setContentsMargins(12, 8, 12, 8)
        inside.setSpacing(2)
        inside.addWidget(self._said)
        inside.addWidget(self._more)
        self._model = RefusedModel(self)
        self._table = self._make_table()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._box)
        column.addWidget(self._table, 1)
        column.addWidget(self._save, 0, Qt.AlignmentFlag.AlignLeading)
        self.show_waiting()

    def show_waiting(self) -> None:
        """Say that the list is being looked through; what was said before stays until it is known."""
        self._said.setText(self.tr("Looking through the list …"))
        set_style_property(self._box, "state", "neutral")
        self._save.setEnabled(False)

    def show_plan(self, listed: ListFile, plan: Plan) -> None:
        """Say what would come of the list."""
        refused = len(plan.refused)
        self._said.setText(
            self.tr("{count} of {all} rows can come in; none is refused.")
            if not refused
            else self.tr("{count} of {all} rows can come in, {refused} refused.")
        )
        self._said.setText(
            self._said.text().format(
                count=f"{plan.count:,}", all=f"{len(listed.rows):,}", refused=f"{refused:,}"
            )
        )
        set_style_property(self._box, "state", "danger" if not plan.count else "warning" if refused else "ok")
        notes = " ".join((listed.note, *self._notes(plan))).strip()
        self._more.setText(notes)
        self._more.setVisible(bool(notes))
        self._model.show_refused(listed, plan.refused)
        self._table.setVisible(bool(refused))
        self._save.setVisible(bool(refused))
        self._save.setEnabled(bool(refused))

    def _notes(self, plan: Plan) -> Iterator[str]:
        for key, records in plan.fresh.items():
            names = [str(getattr(record, "name", "") or getattr(record, "title", "")) for record in records]
            shown = "; ".join(names[:NAMED]) + (" …" if len(names) > NAMED else "")
            if key == "actor_records":
                words = self.tr("1 new actor: {}.") if len(names) == 1 else self.tr("{n} new actors: {}.")
            else:
                words = self.tr("1 new source: {}.") if len(names) == 1 else self.tr("{n} new sources: {}.")
            yield words.format(shown, n=f"{len(names):,}")
        for heading, count in plan.left_out.items():
            words = self.tr("1 word left out") if count == 1 else self.tr("{} words left out").format(count)
            yield f"{heading}: {words}."

    def _make_table(self) -> QTableView:
        table = with_look(_LowTable(), "rows")
        table.setObjectName("refused")
        table.setAccessibleName(self.tr("Refused rows"))
        table.setModel(self._model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        table.setColumnWidth(0, self.fontMetrics().averageCharWidth() * 8)
        return table

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The reason has the most room."""
        super().resizeEvent(event)
        self._table.setColumnWidth(1, round(event.size().width() * BEGINNING))
