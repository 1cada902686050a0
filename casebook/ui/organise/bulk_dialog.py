"""Change many cases: on the left what is to change, on the right what would come of it, before anything does."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget

from casebook.services.bulk import IN_TRASH, Plan, Wish, plan
from casebook.ui.dialogs.plain_dialog import PlainDialog
from casebook.ui.organise.plan_view import PlanView
from casebook.ui.organise.wish_form import WishForm
from casebook.ui.sweep_step import SweepStep
from casebook.ui.tasks import Cancelled, Progress, Task
from casebook.ui.workbench import Workbench

WAIT = 150
"""Milliseconds after a change of the wish at which it is planned anew."""
WIDTH = 920
LOWEST = 380
"""Pixels of height that form and plan have at least, where the screen allows."""


class BulkDialog(PlainDialog):
    """Stands beside the window, which stays usable; closes when another library is opened."""

    def __init__(self, workbench: Workbench, case_ids: Sequence[str], parent: QWidget | None = None) -> None:
        title = (
            QCoreApplication.translate("BulkDialog", "Change 1 case")
            if len(case_ids) == 1
            else QCoreApplication.translate("BulkDialog", "Change {} cases").format(f"{len(case_ids):n}")
        )
        super().__init__(title, parent, WIDTH, fills=True)
        self._workbench = workbench
        self._library = workbench.library
        self._case_ids = tuple(case_ids)
        self._plan: Plan | None = None
        self._planning: Task | None = None
        self._asked = Wish()
        self._build()
        self._soon = QTimer(self, singleShot=True, interval=WAIT)
        self._soon.timeout.connect(self._look_ahead)
        self._form.changed.connect(self._wish_changed)
        self._shown.case_wanted.connect(self._open)
        workbench.library_changed.connect(self.close)
        workbench.cases_changed.connect(self._wish_changed)
        self._wish_changed()

    def _build(self) -> None:
        self._form = WishForm(self._workbench)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(self.tr("What is to change"))
        scroll.setMinimumHeight(min(LOWEST, self.screen().availableGeometry().height() - 240))
        scroll.setWidget(self._form)
        scroll.setMinimumWidth(
            self._form.minimumSizeHint().width() + scroll.verticalScrollBar().sizeHint().width()
        )
        self._shown = PlanView()
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(scroll, 2)
        row.addWidget(self._shown, 3)
        self.body.addLayout(row, 1)
        self.add_cancel()
        self._do = self.add_button(self.tr("Change"), "change", primary=True)
        self._do.clicked.connect(self._change)

    def _wish_changed(self) -> None:
        wish = self._form.wish()
        if self._planning is not None:
            self._planning.cancel()
            self._planning = None
        self._plan = None
        self._do.setEnabled(False)
        if wish.empty:
            self._soon.stop()
            self._do.setText(self.tr("Change"))
            self._shown.say(
                self.tr("Choose what is to change; nothing happens before you have seen the plan.")
            )
            return
        self._shown.say(self.tr("Looking at the cases…"))
        self._soon.start()

    def _look_ahead(self) -> None:
        library, wish, ids = self._library, self._form.wish(), self._case_ids
        if library is None or library is not self._workbench.library:
            return
        self._workbench.flush()
        opening, vocabularies = library.opening_apart(), self._workbench.vocabularies

        def work(progress: Progress, cancelled: Cancelled) -> Plan:
            def look(at: int, of: int) -> bool:
                if at % 20 == 0:
                    progress(at, of)
                return not cancelled()

            with opening() as apart:
                return plan(apart, ids, wish, look, vocabularies)

        self._planning = self._workbench.run(
            self.tr("Planning"), work, lambda made: self._show(wish, made), self._shown.say
        )

    def _show(self, wish: Wish, made: Plan) -> None:
        if wish != self._form.wish():
            return
        self._planning, self._plan = None, made
        count = len(made.changing)
        self._shown.show_plan(made)
        words = self.tr("Change 1 case") if count == 1 else self.tr("Change {} cases").format(f"{count:n}")
        self._do.setText(words if count else self.tr("Nothing to change"))
        self._do.setEnabled(bool(count) and not self._workbench.read_only)

    def _change(self) -> None:
        made = self._plan
        if made is None or self._library is not self._workbench.library:
            return
        one, many = self.tr("1 case was changed."), self.tr("{} cases were changed.")
        step = SweepStep(
            self._workbench,
            made.changes,
            self.tr("Change cases"),
            lambda count: one if count == 1 else many.format(f"{count:n}"),
        )
        self.accept()
        step.start()

    def _open(self, case_id: str) -> None:
        lines = self._plan.refused if self._plan is not None else ()
        if any(line.case_id == case_id and line.reason == IN_TRASH for line in lines):
            self._workbench.problem.emit(self.tr("This case is in the Trash; restore it to work on it."))
        elif self._workbench.open_case(case_id):
            self._workbench.workspace_requested.emit("write")

    def done(self, result: int) -> None:
        """However it is left, nothing is planned any longer."""
        self._soon.stop()
        if self._planning is not None:
            self._planning.cancel()
        super().done(result)
