"""What a change to many cases comes to: how many change, are so already, or are refused and why, each by its title."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QLabel, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from casebook.services.bulk import IN_TRASH, Line, Plan
from casebook.ui.i18n import translated
from casebook.ui.widgets.look import with_look
from casebook.ui.workbench import Workbench

NAMED = 200
"""Cases of a group that are named."""
ID = int(Qt.ItemDataRole.UserRole)
REASON = ID + 1


class PlanView(QWidget):
    """A double click or Enter opens a case in Write."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._words = with_look(QLabel(), "label")
        self._words.setObjectName("plan-words")
        self._words.setWordWrap(True)
        self._tree = QTreeWidget()
        self._tree.setObjectName("plan")
        self._tree.setAccessibleName(self.tr("What would change"))
        self._tree.setHeaderHidden(True)
        self._tree.setColumnCount(2)
        self._tree.header().setStretchLastSection(False)
        self._tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._tree.setUniformRowHeights(True)
        self._tree.setExpandsOnDoubleClick(False)
        self._tree.setMinimumHeight(160)
        self._tree.itemActivated.connect(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._words)
        column.addWidget(self._tree, 1)

    def say(self, words: str) -> None:
        """Show a sentence instead of a plan."""
        self._words.setText(words)
        self._tree.clear()

    def show_plan(self, plan: Plan) -> None:
        """Show a plan."""
        self._words.setText(self.summary(plan))
        self._tree.clear()
        for words, lines in self._groups(plan):
            group = QTreeWidgetItem(self._tree, [words])
            group.setFirstColumnSpanned(True)
            for line in lines[:NAMED]:
                item = QTreeWidgetItem(group, [line.title or self.tr("Untitled case"), line.ref_code])
                item.setData(0, ID, line.case_id)
                item.setData(0, REASON, line.reason)
                item.setToolTip(0, line.title)
            if len(lines) > NAMED:
                QTreeWidgetItem(group, [self.tr("and {} more").format(f"{len(lines) - NAMED:n}")])
            group.setExpanded(lines is not plan.same)
        self._tree.setCurrentIndex(self._tree.model().index(0, 0))

    def summary(self, plan: Plan) -> str:
        """The plan in one line."""
        words = [self._changing(len(plan.changing))]
        if plan.same:
            words.append(self._same(len(plan.same)))
        if plan.refused:
            words.append(self.tr("{} refused").format(f"{len(plan.refused):n}"))
        return " · ".join(words)

    def _changing(self, count: int) -> str:
        return self.tr("1 changes") if count == 1 else self.tr("{} change").format(f"{count:n}")

    def _same(self, count: int) -> str:
        return self.tr("1 is so already") if count == 1 else self.tr("{} are so already").format(f"{count:n}")

    def _groups(self, plan: Plan) -> Iterator[tuple[str, Sequence[Line]]]:
        for reason, lines in plan.reasons.items():
            words = self.tr("{n} refused: {why}")
            yield words.format(n=f"{len(lines):n}", why=translated(reason)), lines
        if plan.changing:
            yield self._changing(len(plan.changing)), plan.changing
        if plan.same:
            yield self._same(len(plan.same)), plan.same

    def _open(self, item: QTreeWidgetItem) -> None:
        case_id = str(item.data(0, ID) or "")
        if not case_id:
            item.setExpanded(not item.isExpanded())
        elif item.data(0, REASON) == IN_TRASH:
            self._workbench.problem.emit(self.tr("This case is in the Trash; restore it to work on it."))
        elif self._workbench.open_case(case_id):
            self._workbench.workspace_requested.emit("write")
