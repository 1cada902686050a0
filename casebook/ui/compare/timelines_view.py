"""The timelines of many cases on one axis, by calendar or from the start of each."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QLabel, QToolButton, QVBoxLayout, QWidget

from casebook.domain.lanes import Lane, axis_of, lane_of, lanes_grid
from casebook.services.tallying import Reader
from casebook.ui.compare.across_view import AcrossView, Reading
from casebook.ui.compare.copying import CopyButton, copy_picture, copy_table
from casebook.ui.compare.glyphs import GlyphKey
from casebook.ui.compare.labelled_box import LabelledBox
from casebook.ui.compare.timelines_canvas import CLOSER, TimelinesCanvas
from casebook.ui.icons import set_icon
from casebook.ui.widgets.flow_layout import FlowLayout
from casebook.ui.widgets.look import with_look
from casebook.ui.workbench import Workbench

TYPES = "event-type"


class TimelinesView(AcrossView):
    """One lane for each case."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(workbench, parent)
        self.setObjectName("timelines-view")
        self._lanes: tuple[Lane, ...] = ()
        self.canvas = TimelinesCanvas()
        self._axis = LabelledBox("axis", self.tr("Time"))
        self._axis.offer([(self.tr("By calendar"), False), (self.tr("From the start of each case"), True)])
        self.copy = CopyButton()
        bar = with_look(QFrame(), "bar")
        row = FlowLayout(bar, spacing=8)
        row.setContentsMargins(16, 8, 16, 8)
        row.addWidget(self._axis)
        for button in (
            self._button("zoom-in", "plus", self.tr("Closer (+)"), lambda: self.canvas.zoom(CLOSER)),
            self._button(
                "zoom-out", "minus", self.tr("Further off (−)"), lambda: self.canvas.zoom(1 / CLOSER)
            ),
            self._button("zoom-fit", "fit-width", self.tr("All of it (0)"), self.canvas.fit),
            self.copy,
        ):
            row.addWidget(button)
        self._key = QWidget()
        self._signs = FlowLayout(self._key, spacing=12)
        self._signs.setContentsMargins(16, 6, 16, 2)
        self._words = QLabel()
        self._words.setObjectName("timelines-words")
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setContentsMargins(16, 2, 16, 6)
        foot = with_look(QFrame(), "status")
        under = QVBoxLayout(foot)
        under.setContentsMargins(0, 0, 0, 0)
        under.setSpacing(0)
        under.addWidget(self._key)
        under.addWidget(self._words)
        self.column.addWidget(bar)
        self.column.addWidget(self.canvas, 1)
        self.column.addWidget(foot)
        self._connect()

    def reading(self) -> Reading:
        wording, case_ids = self.workbench.wording, self.case_ids

        def read(reader: Reader) -> tuple[Lane, ...]:
            return tuple(lane_of(case, wording) for case in reader.cases(case_ids))

        return read

    def take(self, result: tuple[Lane, ...]) -> None:
        self._lanes = result
        if not any(lane.marks or lane.period for lane in result):
            self.say_empty(
                self.tr("No dates yet"),
                self.tr(
                    "None of these cases has a period or a dated event. Record them in Write, under Timeline."
                ),
            )
            return
        self._show()

    def _connect(self) -> None:
        self._axis.chosen.connect(self._show)
        self.canvas.told.connect(self._words.setText)
        self.canvas.opened.connect(self._go_to)
        self.copy.table.triggered.connect(self._copy_table)
        self.copy.picture.triggered.connect(self._copy_picture)
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self.canvas)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(self._copy_table)
        self.canvas.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.canvas.customContextMenuRequested.connect(
            lambda at: self.copy.menu().popup(self.canvas.viewport().mapToGlobal(at))
        )

    def _show(self) -> None:
        aligned = bool(self._axis.value)
        kinds = self._kinds()
        self.canvas.show_lanes(self._lanes, axis_of(self._lanes, aligned=aligned), kinds)
        self._signs.clear()
        wording = self.workbench.wording
        used = {mark.type for lane in self._lanes for mark in lane.marks}
        for term, kind in kinds.items():
            if term in used:
                self._signs.addWidget(GlyphKey(kind, wording.term(TYPES, term)))
        undated = sum(lane.undated for lane in self._lanes)
        said = [
            self.tr(
                "Filled: known to the day. Hollow, with soft edges: some time within. Ringed: turning point."
            ),
            self.tr("{} events without a date are left out.").format(undated) if undated else "",
        ]
        self._words.setText(" ".join(part for part in said if part))

    def _kinds(self) -> dict[str, int]:
        """Which sign each type of event has: always the same, in the order of the list of types."""
        vocabulary = self.workbench.vocabularies.get(TYPES)
        known = [term.id for _depth, term in vocabulary.walk()] if vocabulary is not None else []
        others = sorted({mark.type for lane in self._lanes for mark in lane.marks} - {*known, ""})
        return {term: kind for kind, term in enumerate([*known, *others])}

    def _go_to(self, case_id: str, record_id: str) -> None:
        if self.workbench.open_case(case_id):
            self.workbench.workspace_requested.emit("write")
            self.workbench.go_to.emit(record_id, "")

    def _button(self, name: str, icon: str, words: str, do: Callable[[], object]) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setToolTip(words)
        button.setAccessibleName(words)
        set_icon(button, icon)
        button.clicked.connect(lambda: do())
        return button

    def _copy_table(self) -> None:
        copy_table(lanes_grid(self._lanes, self.workbench.wording))
        self.workbench.told.emit(self.tr("The events are on the clipboard as a table."), None)

    def _copy_picture(self) -> None:
        copy_picture(self.canvas.picture())
        self.workbench.told.emit(self.tr("The timelines are on the clipboard as a picture."), None)
