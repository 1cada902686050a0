"""Everything that will be withheld, one by one, with the reason."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from casebook.domain.wording import Wording
from casebook.ui.dialogs.plain_dialog import PlainDialog
from casebook.ui.publish.receipt_words import WithheldLine, each_line, name_warnings
from casebook.ui.publish.withheld_panel import Reckoning
from casebook.ui.widgets.look import with_look


class WithheldDialog(PlainDialog):
    """One block for each case."""

    def __init__(
        self, reckonings: Sequence[Reckoning], wording: Wording, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            QCoreApplication.translate("WithheldDialog", "What will be withheld"), parent, 560, fills=True
        )
        page = QWidget()
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(4)
        for one in reckonings:
            if one.receipt is None:
                continue
            self._add(one.case.title or wording.title(one.case, one.case), "label")
            for line in each_line(one.receipt, one.case, wording):
                self._add_line(line)
            warnings = name_warnings(one.receipt, one.case, wording)
            if warnings:
                self._add(
                    self.tr(
                        "These names still stand in texts that will be published; take them out by hand:"
                    ),
                    "problem",
                )
            for line in warnings:
                self._add_line(line)
            self._column.addSpacing(8)
        self._column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setMinimumHeight(360)
        scroll.setAccessibleName(self.windowTitle())
        scroll.setWidget(page)
        self.body.addWidget(scroll, 1)
        self.add_button(self.tr("Close"), "close", primary=True).clicked.connect(self.accept)

    def _add_line(self, line: WithheldLine) -> None:
        self._add(line.what, "")
        self._add(" · ".join(part for part in (line.where, line.why) if part), "small")

    def _add(self, text: str, look: str) -> None:
        label = with_look(QLabel(text), look)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        self._column.addWidget(label)
