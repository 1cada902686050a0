"""Two cases made one: which one stays, what to take of the other, row by row, and one button that does it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from casebook.domain.case import Case
from casebook.domain.merge_plan import merge_plan
from casebook.domain.merge_rows import Choice, MergePlan
from casebook.ui.dialogs.plain_dialog import PlainDialog
from casebook.ui.icons import set_icon
from casebook.ui.likeness.merge_lines import MergeLine, merge_lines
from casebook.ui.likeness.merge_list import MergeList
from casebook.ui.tasks import Cancelled, Progress, Task
from casebook.ui.widgets.look import with_look
from casebook.ui.workbench import Workbench

WIDE = 920
"""Pixels at usual text size."""

Laid = tuple[MergePlan, tuple[MergeLine, ...]]


class MergeCasesDialog(PlainDialog):
    """Emits `merge_wanted(plan, choices)`; nothing is written here. The first of the two stays until they are swapped."""

    merge_wanted = Signal(object, object)

    def __init__(self, workbench: Workbench, cases: tuple[Case, Case], parent: QWidget | None = None) -> None:
        super().__init__(
            QCoreApplication.translate("MergeCasesDialog", "Merge two cases"), parent, WIDE, fills=True
        )
        self._workbench = workbench
        self._kept, self._other = cases
        self.add_text(
            self.tr("One case stays and takes in what you choose of the other, which goes to the Trash."),
            "muted",
        )
        self._heads = QLabel(), QLabel()
        self.body.addWidget(self._make_head())
        self.list = MergeList()
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self._make_foot())
        self.add_cancel()
        self._merge = self.add_button(self.tr("Merge"), "merge-do", primary=True)
        self._merge.clicked.connect(self._do)
        self.list.merge.decided.connect(self._count)
        QShortcut(QKeySequence(Qt.Key.Key_F8), self, self.list.go_to_open)
        self._task: Task | None = None
        self._lay_out()

    def done(self, result: int) -> None:
        """Stop what is under way when the dialog goes."""
        if self._task is not None:
            self._task.cancel()
        super().done(result)

    def _make_head(self) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for label, name in zip(self._heads, ("merge-kept", "merge-other"), strict=True):
            label.setObjectName(name)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._swap = QPushButton(self.tr("Swap"))
        self._swap.setObjectName("merge-swap")
        self._swap.setToolTip(self.tr("Let the other one stay"))
        self._swap.setAutoDefault(False)
        set_icon(self._swap, "refresh", "ink")
        self._swap.clicked.connect(self._exchange)
        row.addWidget(self._heads[0], 1)
        row.addWidget(self._swap)
        row.addWidget(self._heads[1], 1)
        return head

    def _make_foot(self) -> QWidget:
        foot = QWidget()
        column = QVBoxLayout(foot)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._only = QCheckBox(self.tr("Only what differs"))
        self._only.setObjectName("merge-only")
        self._only.setChecked(True)
        self._only.toggled.connect(self.list.merge.show_only_differences)
        self._words = with_look(QLabel(), "muted")
        self._words.setObjectName("merge-open")
        self._words.setWordWrap(True)
        self._keys = with_look(
            QLabel(
                self.tr("Click a side, or press 1 to keep, 2 to take, 3 for both. F8: the next open one.")
            ),
            "small",
        )
        self._keys.setWordWrap(True)
        for widget in (self._only, self._words, self._keys):
            column.addWidget(widget)
        return foot

    def _lay_out(self) -> None:
        kept, other, wording = self._kept, self._other, self._workbench.wording
        for label, case, word in zip(
            self._heads, (kept, other), (self.tr("Stays"), self.tr("Goes to the Trash")), strict=True
        ):
            name = case.title.strip() or self.tr("Untitled case")
            label.setText(f"{word}: {name} ({case.ref_code})" if case.ref_code else f"{word}: {name}")
        self._words.setText(self.tr("Laying the two side by side …"))
        self._merge.setEnabled(False)
        self._swap.setEnabled(False)

        def work(_progress: Progress, _cancelled: Cancelled) -> Laid:
            plan = merge_plan(kept, other, wording)
            return plan, merge_lines(plan, wording)

        title = self.tr("Laying two cases side by side")
        self._task = self._workbench.run(title, work, self._show, self._refuse)

    def _show(self, laid: Laid) -> None:
        self._task = None
        self.list.merge.show_plan(*laid)
        self._merge.setEnabled(True)
        self._swap.setEnabled(True)
        self.list.setFocus()

    def _refuse(self, sentence: str) -> None:
        self._task = None
        self._words.setText("")
        self.show_problem(sentence)

    def _exchange(self) -> None:
        self._kept, self._other = self._other, self._kept
        self._lay_out()

    def _count(self) -> None:
        count, stays = self.list.merge.open_count, self._kept.ref_code or self._kept.title
        if not count:
            self._words.setText(self.tr("Everything that differs is decided."))
        elif count == 1:
            self._words.setText(self.tr("1 undecided (?): it stays as in {}.").format(stays))
        else:
            self._words.setText(self.tr("{} undecided (?): they stay as in {}.").format(count, stays))

    def _do(self) -> None:
        plan = self.list.merge.plan
        if plan is not None:
            choices: dict[str, Choice] = dict(self.list.merge.choices)
            self.accept()
            self.merge_wanted.emit(plan, choices)
