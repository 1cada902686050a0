"""The pane beside the list: what the chosen case is about, without opening it."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from casebook.domain.case import Case
from casebook.domain.errors import CasebookError
from casebook.ui.library.case_digest import CaseDigest, OutcomeDigest, digest_of
from casebook.ui.library.mini_timeline import MiniTimeline
from casebook.ui.status_state import sensitivity_state, status_state
from casebook.ui.theme import State
from casebook.ui.widgets.card import Card
from casebook.ui.widgets.chip import Chip
from casebook.ui.widgets.flow_layout import FlowLayout
from casebook.ui.widgets.look import with_look
from casebook.ui.workbench import Workbench

PAUSE = 90
"""Milliseconds to wait before loading, so that walking down the list stays quick."""
MOST = 10
"""Chips shown at most under one heading."""
OUTCOMES = 6
"""Outcomes shown at most."""


class PreviewPane(QScrollArea):
    """Shows one case; emits `open_wanted(id)`."""

    open_wanted = Signal(str)

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        with_look(self, "aside")
        self.setObjectName("preview")
        self.setProperty("pane", True)
        self.setAccessibleName(self.tr("Preview"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(220)
        self._workbench = workbench
        self._wanted = ""
        self.shown = ""
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._load)
        workbench.tag_colours.changed.connect(self._show_colours)
        self.clear()

    def show_later(self, case_id: str) -> None:
        """Show a case once the choice has rested on it for a moment."""
        self._wanted = case_id
        self._timer.start()

    def clear(self, words: str = "") -> None:
        """Show no case."""
        self._timer.stop()
        self.shown = ""
        page, column = self._page()
        label = with_look(QLabel(words or self.tr("Choose a case to see what it is about.")), "muted")
        label.setWordWrap(True)
        column.addWidget(label)
        column.addStretch(1)
        self.setWidget(page)

    def _show_colours(self) -> None:
        if self.shown:
            self._timer.start()

    def _load(self) -> None:
        library = self._workbench.library
        if library is None or not self._wanted:
            return
        open_case = self._workbench.case
        try:
            case = (
                open_case
                if open_case is not None and open_case.id == self._wanted
                else library.cases.load(self._wanted)
            )
        except CasebookError as error:
            self.clear(str(error))
            return
        self._show(case)

    def _show(self, case: Case) -> None:
        digest = digest_of(case, self._workbench.wording)
        page, column = self._page()
        self._add_head(column, case, digest)
        self._add_chips(column, self.tr("Countries"), digest.countries, "neutral")
        self._add_chips(column, self.tr("Actors"), digest.actors, "notice")
        self._add_chips(column, self.tr("Frameworks"), digest.frameworks, "notice")
        self._add_tags(column, case.tags)
        self._add_outcomes(column, digest.outcomes)
        if digest.moments:
            self._add_caps(column, self.tr("Timeline"))
            timeline = MiniTimeline()
            timeline.show_moments(digest.moments)
            column.addWidget(timeline)
        column.addStretch(1)
        self.setWidget(page)
        self.shown = case.id

    def _page(self) -> tuple[QWidget, QVBoxLayout]:
        page = QWidget()
        page.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(page)
        column.setContentsMargins(18, 18, 18, 18)
        column.setSpacing(4)
        return page, column

    def _add_head(self, column: QVBoxLayout, case: Case, digest: CaseDigest) -> None:
        wording = self._workbench.wording
        reference = " · ".join(part for part in (digest.reference, digest.period) if part)
        if reference:
            column.addWidget(self._words(reference, "small"))
        title = self._words(digest.title, "page-title")
        title.setObjectName("preview-title")
        column.addWidget(title)
        chips = [(wording.sensitivity(case.sensitivity), sensitivity_state(case.sensitivity))]
        if case.status:
            chips.insert(0, (wording.term("status", case.status), status_state(case.status)))
        column.addWidget(_row_of(chips))
        column.addSpacing(4)
        if case.brief:
            column.addWidget(self._words(case.brief))
        button = QPushButton(self.tr("Open in Write"))
        button.setObjectName("preview-open")
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda: self.open_wanted.emit(case.id))
        column.addSpacing(4)
        column.addWidget(button)

    def _add_chips(self, column: QVBoxLayout, title: str, words: Iterable[str], state: State) -> None:
        every = list(words)
        chips = [(word, state) for word in every[:MOST]]
        if len(every) > MOST:
            rest: tuple[str, State] = (self.tr("and {} more").format(len(every) - MOST), "neutral")
            chips.append(rest)
        if chips:
            self._add_caps(column, title)
            column.addWidget(_row_of(chips))

    def _add_tags(self, column: QVBoxLayout, tags: Iterable[str]) -> None:
        colours = self._workbench.tag_colours
        chips = [(tag, colours.state(tag)) for tag in tags][:MOST]
        if chips:
            self._add_caps(column, self.tr("Tags"))
            column.addWidget(_row_of(chips))

    def _add_outcomes(self, column: QVBoxLayout, outcomes: tuple[OutcomeDigest, ...]) -> None:
        if outcomes:
            self._add_caps(column, self.tr("Outcomes"))
        for outcome in outcomes[:OUTCOMES]:
            grade = outcome.grade
            chips: list[tuple[str, State]] = [(grade.code, _grade_state(grade.code))] if grade else []
            card = Card(outcome.statement, outcome.facts, chips)
            card.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            card.setToolTip(grade.words if grade else self.tr("No source"))
            column.addWidget(card)
            column.addSpacing(2)
        if len(outcomes) > OUTCOMES:
            column.addWidget(self._words(self.tr("and {} more").format(len(outcomes) - OUTCOMES), "small"))

    def _add_caps(self, column: QVBoxLayout, title: str) -> None:
        column.addSpacing(10)
        column.addWidget(self._words(title.upper(), "caps"))

    def _words(self, text: str, look: str = "") -> QLabel:
        label = with_look(QLabel(text), look)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setMinimumWidth(1)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label


def _row_of(chips: Iterable[tuple[str, State]]) -> QWidget:
    row = QWidget()
    flow = FlowLayout(row)
    for text, state in chips:
        flow.addWidget(Chip(text, state))
    return row


def _grade_state(code: str) -> State:
    """A and B are good, C is fair, the rest is weak (Admiralty code)."""
    return "ok" if code[0] in "AB" else "warning" if code[0] == "C" else "danger"
