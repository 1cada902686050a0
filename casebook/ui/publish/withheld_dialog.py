"""Everything that will be withheld, one by one, with the reason, and the way to it in Write."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from casebook.domain.case import Case
from casebook.domain.wording import Wording
from casebook.ui.dialogs.plain_dialog import PlainDialog
from casebook.ui.publish.receipt_words import WithheldLine, each_line, name_warnings
from casebook.ui.publish.withheld_panel import Reckoning
from casebook.ui.publish.withheld_row import WithheldRow
from casebook.ui.widgets.look import with_look


class WithheldDialog(PlainDialog):
    """One block for each case; emits `entry_wanted(case id, record id, field)` and closes when a line is gone to."""

    entry_wanted = Signal(str, str, str)

    def __init__(
        self, reckonings: Sequence[Reckoning], wording: Wording, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            QCoreApplication.translate("WithheldDialog", "What will be withheld"), parent, 560, fills=True
        )
        self._words = with_look(QLabel(self.tr("Choose a line to go to it in Write.")), "muted")
        self._words.setWordWrap(True)
        page = QWidget()
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(4)
        for one in reckonings:
            if one.receipt is None:
                continue
            self._add(one.case.title or wording.title(one.case, one.case), "label")
            for line in each_line(one.receipt, one.case, wording):
                self._add_line(one.case, line)
            warnings = name_warnings(one.receipt, one.case, wording)
            if warnings:
                self._add(
                    self.tr(
                        "These names still stand in texts that will be published; take them out by hand:"
                    ),
                    "problem",
                )
            for line in warnings:
                self._add_line(one.case, line)
            self._column.addSpacing(8)
        self._column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setMinimumHeight(360)
        scroll.setAccessibleName(self.windowTitle())
        scroll.setWidget(page)
        self.body.addWidget(self._words)
        self.body.addWidget(scroll, 1)
        self.add_button(self.tr("Close"), "close", primary=True).clicked.connect(self.accept)

    def _add_line(self, case: Case, line: WithheldLine) -> None:
        row = WithheldRow(line)
        row.clicked.connect(lambda: self._go(case.id, line))
        self._column.addWidget(row)

    def _go(self, case_id: str, line: WithheldLine) -> None:
        self.accept()
        self.entry_wanted.emit(case_id, line.record_id, line.field)

    def _add(self, text: str, look: str) -> None:
        label = with_look(QLabel(text), look)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        self._column.addWidget(label)
