"""The indicators of many cases as small charts beside one another, one scale for each unit."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QWidget

from casebook.domain.panels import Panel, panels_grid, panels_of
from casebook.services.tallying import Reader
from casebook.ui.compare.across_view import AcrossView, Reading
from casebook.ui.compare.copying import CopyButton, copy_picture, copy_table, picture_of
from casebook.ui.compare.indicator_panel import NARROWEST, IndicatorPanel
from casebook.ui.compare.labelled_box import LabelledBox
from casebook.ui.theme import BODY
from casebook.ui.widgets.flow_layout import FlowLayout
from casebook.ui.widgets.look import with_look
from casebook.ui.workbench import Workbench

MOST = 120
"""Charts shown at most; the table that is copied has all."""
GAP = 12


class IndicatorsView(AcrossView):
    """One chart for each name and unit."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(workbench, parent)
        self.setObjectName("indicators-view")
        self._all: tuple[Panel, ...] = ()
        self.panels: list[IndicatorPanel] = []
        self._laid_out: tuple[int, tuple[int, ...]] = (0, ())
        self._choice = LabelledBox("units", self.tr("Show"))
        self._scale = LabelledBox("scale", self.tr("Scale"))
        self._scale.offer([(self.tr("One for each unit"), False), (self.tr("One for each chart"), True)])
        self.copy = CopyButton()
        bar = with_look(QFrame(), "bar")
        row = FlowLayout(bar, spacing=8)
        row.setContentsMargins(16, 8, 16, 8)
        for widget in (self._choice, self._scale, self.copy):
            row.addWidget(widget)
        self._page = with_look(QWidget(), "paper")
        self._grid = QGridLayout(self._page)
        self._grid.setContentsMargins(16, 16, 16, 16)
        self._grid.setSpacing(GAP)
        self._area = QScrollArea()
        self._area.setObjectName("indicators")
        self._area.setProperty("pane", True)
        self._area.setAccessibleName(self.tr("Indicators"))
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self._page)
        self._area.viewport().installEventFilter(self)
        self._words = with_look(QLabel(), "status")
        self._words.setObjectName("indicators-words")
        self._words.setWordWrap(True)
        self._words.setContentsMargins(16, 6, 16, 6)
        self.column.addWidget(bar)
        self.column.addWidget(self._area, 1)
        self.column.addWidget(self._words)
        self._choice.chosen.connect(self._show)
        self._scale.chosen.connect(self._show)
        self.copy.table.triggered.connect(self._copy_table)
        self.copy.picture.triggered.connect(self._copy_picture)
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self._area)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._copy_table)

    def reading(self) -> Reading:
        wording, case_ids = self.workbench.wording, self.case_ids

        def read(reader: Reader) -> tuple[Panel, ...]:
            return panels_of(reader.cases(case_ids), wording)

        return read

    def take(self, result: tuple[Panel, ...]) -> None:
        self._all = result
        if not result:
            self.say_empty(
                self.tr("No figures yet"),
                self.tr(
                    "None of these cases has an indicator with a value. Record them in Write, under Outcomes."
                ),
            )
            return
        units = dict.fromkeys(panel.unit for panel in result)
        every = [(self.tr("All units"), None)]
        self._choice.offer(
            [*every, *((unit or self.tr("no unit"), unit) for unit in units)], self._choice.value
        )
        self._show()

    def picture(self) -> QImage:
        """All charts, also those scrolled out of view."""
        self._page.resize(self._page.width(), max(self._page.height(), self._grid.sizeHint().height()))
        return picture_of(self._page)

    def shown_panels(self) -> tuple[Panel, ...]:
        """The charts of the chosen unit."""
        unit = self._choice.value
        return tuple(panel for panel in self._all if unit is None or panel.unit == unit)

    def _show(self) -> None:
        wording, shown = self.workbench.wording, self.shown_panels()
        for old in self.panels:
            old.hide()
            old.deleteLater()
        own = bool(self._scale.value)
        self.panels = [
            IndicatorPanel(panel.on_its_own() if own else panel, wording) for panel in shown[:MOST]
        ]
        for panel in self.panels:
            panel.opened.connect(self._go_to)
        self._lay_out()
        said = [
            self.tr("○ baseline   • measured earlier   ● last measured   | target"),
            self.tr("Each chart has a scale of its own.")
            if own
            else self.tr("All charts of a unit have the same scale."),
            self.tr("{} charts more are in the copied table.").format(len(shown) - MOST)
            if len(shown) > MOST
            else "",
        ]
        self._words.setText("   ·   ".join(part for part in said if part))

    def _lay_out(self) -> None:
        """As many beside one another as there is room for."""
        zoom = max(self.fontInfo().pixelSize() / BODY, 1.0)
        many = max(1, int((self._area.viewport().width() - 32 + GAP) // (NARROWEST * zoom + GAP)))
        laid_out = (many, tuple(map(id, self.panels)))
        if laid_out == self._laid_out:
            return
        self._laid_out = laid_out
        for panel in self.panels:
            self._grid.removeWidget(panel)
        for at in range(max(self._grid.columnCount(), many)):
            self._grid.setColumnStretch(at, 1 if at < many else 0)
        for at in range(self._grid.rowCount()):
            self._grid.setRowStretch(at, 0)
        for at, panel in enumerate(self.panels):
            self._grid.addWidget(panel, at // many, at % many, Qt.AlignmentFlag.AlignTop)
        self._grid.setRowStretch(len(self.panels) // many + 1, 1)
        self._grid.activate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._area.viewport():
            self._lay_out()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._laid_out = (0, ())
            self._lay_out()

    def _go_to(self, case_id: str, record_id: str) -> None:
        if self.workbench.open_case(case_id):
            self.workbench.workspace_requested.emit("write")
            self.workbench.go_to.emit(record_id, "")

    def _copy_table(self) -> None:
        copy_table(panels_grid(self.shown_panels(), self.workbench.wording))
        self.workbench.told.emit(self.tr("The indicators are on the clipboard as a table."), None)

    def _copy_picture(self) -> None:
        copy_picture(self.picture())
        self.workbench.told.emit(self.tr("The charts are on the clipboard as a picture."), None)
