"""Change many cases: on the left what is to change, on the right what would come of it, before anything does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget

from casebook.services.bulk import Plan
from casebook.ui.dialogs.plain_dialog import PlainDialog
from casebook.ui.organise.lookahead import Lookahead
from casebook.ui.organise.plan_view import PlanView
from casebook.ui.organise.wish_form import WishForm
from casebook.ui.sweep_step import SweepStep
from casebook.ui.tasks import Task
from casebook.ui.workbench import Workbench

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
        self._build()
        self._ahead = Lookahead(workbench, self)
        self._ahead.planned.connect(self._show)
        self._ahead.failed.connect(self._shown.say)
        self._form.changed.connect(self._wish_changed)
        workbench.library_changed.connect(self.close)
        workbench.cases_changed.connect(self._wish_changed)
        self._wish_changed()
        self._reading = self._read_tags()

    def _read_tags(self) -> Task | None:
        """Offer the tags that the cases have, once they are read off the GUI thread."""
        library, ids = self._library, self._case_ids
        if library is None:
            return None
        opening = library.opening_apart()

        def work(_progress: object, _cancelled: object) -> list[tuple[str, int]]:
            with opening() as apart:
                facts = apart.facts.read(ids, ("tags",))
            return list(Counter(tag for one in facts.values() for tag in one.values["tags"]).items())

        return self._workbench.run(self.tr("Looking at the cases"), work, self._offer_tags)

    def _offer_tags(self, tags: list[tuple[str, int]]) -> None:
        self._reading = None
        self._form.offers.offer(tags)

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
        self._shown = PlanView(self._workbench)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(scroll, 4)
        row.addWidget(self._shown, 5)
        self.body.addLayout(row, 1)
        self.add_cancel()
        self._do = self.add_button(self.tr("Change"), "change", primary=True)
        self._do.clicked.connect(self._change)

    def _wish_changed(self) -> None:
        wish = self._form.wish()
        self._plan = None
        self._do.setEnabled(False)
        if wish.empty:
            self._ahead.stop()
            self._do.setText(self.tr("Change"))
            self._shown.say(
                self.tr("Choose what is to change; nothing happens before you have seen the plan.")
            )
            return
        self._shown.say(self.tr("Looking at the cases…"))
        self._ahead.ask(lambda _library: self._case_ids, wish)

    def _show(self, made: Plan) -> None:
        self._plan = made
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

    def done(self, result: int) -> None:
        """However it is left, nothing is planned any longer."""
        self._ahead.stop()
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None
        super().done(result)
