"""One source behind a claim: its grade, title and page; pressed, it opens."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from casebook.domain.case import Case
from casebook.domain.grades import grade_of
from casebook.domain.sections.evidence import Evidence
from casebook.domain.sections.registry import Source
from casebook.domain.wording import Wording
from casebook.ui.icons import set_icon
from casebook.ui.theme import State
from casebook.ui.widgets.chip import Chip
from casebook.ui.widgets.elided_label import ElidedLabel
from casebook.ui.widgets.look import with_look

STRONG, WEAK = frozenset("AB12"), frozenset("DE45")
"""Letters and figures of the Admiralty code (NATO AJP-2.1) that speak well and badly of a piece of evidence."""

STANCES: dict[str, State] = {"contradicts": "danger", "context": "neutral"}
"""Stances that are named; that a source supports the claim goes without saying."""


class EvidenceRow(QFrame):
    """Emits `opened` on a click, Enter or Space, and `removed` on its button or Delete."""

    opened = Signal()
    removed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until `show_evidence`."""
        super().__init__(parent)
        with_look(self, "row")
        self.setObjectName("evidence-row")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.grade = Chip(parent=self)
        self.title = ElidedLabel(parent=self)
        self.locator = QLabel(self)
        self.locator.setTextFormat(Qt.TextFormat.PlainText)
        self.stance = Chip(parent=self)
        self.remove_button = with_look(QToolButton(self), "plain")
        self.remove_button.setObjectName("remove-evidence")
        self.remove_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        set_icon(self.remove_button, "x", "muted")
        self.remove_button.clicked.connect(self.removed)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.grade)
        row.addWidget(self.title, 1)
        for part in (self.locator, self.stance, self.remove_button):
            row.addWidget(part)

    def show_evidence(self, case: Case, evidence: Evidence, wording: Wording, *, read_only: bool) -> None:
        """Show a piece of evidence of the case."""
        source = case.find(evidence.source)
        title = wording.title(source, case) if source is not None else self.tr("No source")
        grade = grade_of(evidence, source if isinstance(source, Source) else None, wording)
        code = grade.code if grade is not None else self.tr("ungraded")
        words = (
            grade.words if grade is not None else self.tr("neither the source nor the information is graded")
        )
        self.grade.show_term(code, _state(code) if grade is not None else "neutral")
        self.grade.setToolTip(words[:1].upper() + words[1:])
        self.grade.setAccessibleName(f"{code}, {words}")
        self.title.setText(title)
        locator = " ".join(evidence.locator.split())
        self.locator.setText(self.fontMetrics().elidedText(locator, Qt.TextElideMode.ElideRight, 160))
        self.locator.setToolTip(locator)
        self.locator.setVisible(bool(locator))
        stance = evidence.stance or ""
        self.stance.setVisible(stance in STANCES)
        self.stance.show_term(wording.term("evidence-stance", stance), STANCES.get(stance, "neutral"))
        self.remove_button.setVisible(not read_only)
        self.remove_button.setToolTip(self.tr("Remove this link"))
        self.remove_button.setAccessibleName(self.tr("Remove the link to {title}").format(title=title))
        said = (title, locator, f"{code}, {words}", self.stance.text() if stance in STANCES else "")
        self.setAccessibleName(", ".join(part for part in said if part))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Delete and not event.modifiers():
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.opened.emit()


def _state(code: str) -> State:
    signs = set(code)
    if signs & WEAK:
        return "warning"
    return "ok" if signs <= STRONG else "notice"
