"""What will be withheld for the chosen audience, counted, with each thing on request."""

from collections.abc import Sequence

import attrs
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from casebook.domain.case import Case
from casebook.domain.receipt import Receipt
from casebook.ui.publish.receipt_words import count_lines
from casebook.ui.widgets.look import set_style_property, with_look
from casebook.ui.workbench import Workbench


@attrs.frozen
class Reckoning:
    """What one case loses for an audience: its receipt, or the sentence that refuses it."""

    case: Case
    receipt: Receipt | None
    refusal: str = ""


class WithheldPanel(QFrame):
    """Shows the reckonings of all chosen cases; emits `details_wanted`."""

    details_wanted = Signal()

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        with_look(self, "receipt")
        self.setAccessibleName(self.tr("What will be withheld"))
        self._workbench = workbench
        self._words = QLabel()
        self._words.setObjectName("withheld")
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._each = with_look(QPushButton(self.tr("Show each…")), "link")
        self._each.setObjectName("withheld-each")
        self._each.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._each.clicked.connect(self.details_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        column.addWidget(self._words)
        column.addWidget(self._each)
        self.show_reckonings(())

    def show_waiting(self) -> None:
        """Say that it is being reckoned."""
        self._say(self.tr("Looking …"), "neutral", details=False)

    def show_reckonings(self, reckonings: Sequence[Reckoning]) -> None:
        """Show what is withheld from these cases."""
        if not reckonings:
            self._say(self.tr("Choose a case first."), "neutral", details=False)
            return
        refused = [one.refusal for one in reckonings if one.refusal]
        totals: list[str] = []
        for one in reckonings:
            if one.receipt is None:
                continue
            lines = count_lines(one.receipt, one.case, self._workbench.wording.translate)
            if lines and len(reckonings) > 1:
                totals.append(f"{one.case.ref_code or one.case.title}")
            totals += [f"– {line}" if len(reckonings) > 1 else line for line in lines]
        named = sum(len(one.receipt.named) for one in reckonings if one.receipt is not None)
        if named:
            totals.append(self.tr("Names of somebody withheld still stand in texts: {}").format(named))
        if refused:
            self._say("\n".join([*refused, *totals]), "danger", details=bool(totals))
        elif totals:
            self._say("\n".join(totals), "warning", details=True)
        else:
            self._say(self.tr("Nothing: this audience may see all of it."), "ok", details=False)

    def _say(self, words: str, state: str, *, details: bool) -> None:
        for widget in (self, self._words):
            set_style_property(widget, "state", state)
        self._words.setText(words)
        self._each.setVisible(details)
