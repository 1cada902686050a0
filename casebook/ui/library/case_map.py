"""A map of the cases that were found: told in words, asked by clicking, narrowed by drawing."""

from collections.abc import Collection, Iterable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from casebook.domain.case_points import CasePoint
from casebook.domain.map_clusters import Cluster
from casebook.domain.map_contents import MapContents
from casebook.domain.map_shapes import Shape, rectangle
from casebook.iso_names import country_name
from casebook.services.world_map import world
from casebook.ui.library.map_canvas import NEARER, MapCanvas
from casebook.ui.library.map_tools import MapTools
from casebook.ui.library.map_words import (
    case_points,
    cases_words,
    disc_words,
    placed_words,
    point_words,
    without_words,
)
from casebook.ui.widgets.flow_layout import FlowLayout
from casebook.ui.widgets.look import with_look

LISTED = 20
"""Cases a menu lists."""


class CaseMap(QWidget):
    """Feed it with what the search found, not with what was then drawn round: it greys out the others itself."""

    case_chosen = Signal(str)
    case_opened = Signal(str)
    drawn = Signal(object)
    """A frozenset of the ids of the cases that were drawn round, in view, or without a place."""
    cleared = Signal()
    """Nothing is drawn any more."""

    def __init__(self, language: str = "en", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._contents = MapContents.of(())
        self._picked: frozenset[str] | None = None
        self._shape: Shape | None = None
        self._within: frozenset[str] | None = None
        self.canvas = MapCanvas(world, lambda code: country_name(code, language), self._words_of)
        self.canvas.setAccessibleName(self.tr("Map of cases"))
        self._build()
        self._connect()
        self._tell()

    @property
    def picked(self) -> frozenset[str] | None:
        """The cases that were drawn round; None when nothing is drawn."""
        return self._picked

    def show_points(self, points: Iterable[CasePoint], without: Collection[str] = ()) -> None:
        """Show points of cases, and count those `without` any; for many thousands prepare `MapContents` in a task."""
        self.show_contents(MapContents.of(points, without))

    def show_contents(self, contents: MapContents) -> None:
        """Show other cases, all in view; what is drawn stays and takes in those that lie within now."""
        same = contents.placed == self._contents.placed
        self._contents = contents
        self.canvas.show_levels(contents.levels)
        if self._shape is not None:
            self._pick(self._cases_within(self._shape), self._shape)
        elif self._picked is not None:
            self._pick(self._picked & (contents.placed | contents.without), None)
        elif not same:
            self.canvas.fit()
        self._tell()

    def show_only(self, case_ids: frozenset[str] | None) -> None:
        """Grey out all other cases, for what was chosen elsewhere; None shows all."""
        self._within = case_ids
        self._show_allowed()

    def mark_case(self, case_id: str) -> None:
        """Put a ring round the case that is chosen in the list; none for the empty id."""
        self.canvas.mark(case_id)

    def clear_drawing(self) -> None:
        """Take away what is drawn."""
        if self._picked is None:
            return
        self._picked = self._shape = None
        self.canvas.show_shape(None)
        self._show_allowed()
        self.cleared.emit()

    def _build(self) -> None:
        self._tools = MapTools()
        self._empty = with_look(QLabel(), "panel")
        self._empty.setObjectName("map-empty")
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setContentsMargins(12, 8, 12, 8)
        grid = QGridLayout(self.canvas)
        grid.setContentsMargins(8, 8, 8, 8)
        grid.addWidget(self._empty, 0, 0, Qt.AlignmentFlag.AlignCenter)
        grid.addWidget(self._tools, 0, 1, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(0, 1)
        self._placed = QLabel()
        self._placed.setObjectName("map-placed")
        self._without = with_look(QPushButton(), "link")
        self._without.setObjectName("map-without")
        self._without.setToolTip(self.tr("Show only the cases that are not on the map"))
        self._chosen = with_look(QLabel(), "card-title")
        self._chosen.setObjectName("map-chosen")
        self._clear = with_look(QPushButton(self.tr("Show all again")), "link")
        self._clear.setObjectName("map-clear")
        foot = with_look(QFrame(), "bar")
        row = FlowLayout(foot, spacing=12)
        row.setContentsMargins(12, 4, 12, 4)
        for label in (self._placed, self._chosen):
            label.setContentsMargins(0, 3, 0, 3)  # as high as the links beside them
        for widget in (self._placed, self._without, self._chosen, self._clear):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.canvas, 1)
        column.addWidget(foot)

    def _connect(self) -> None:
        canvas, tools = self.canvas, self._tools
        canvas.clicked.connect(self._ask)
        canvas.opened.connect(self._open)
        canvas.menu_wanted.connect(self._list)
        canvas.stepped_to.connect(lambda _cluster: self._tell())
        canvas.shape_drawn.connect(self._draw)
        canvas.escaped.connect(self.clear_drawing)
        tools.nearer.connect(lambda: canvas.zoom(NEARER))
        tools.further.connect(lambda: canvas.zoom(1 / NEARER))
        tools.everything.connect(canvas.fit)
        tools.drawing.connect(canvas.set_drawing)
        tools.view_wanted.connect(self._draw_view)
        self._without.clicked.connect(lambda: self._pick(self._contents.without, None))
        self._clear.clicked.connect(self.clear_drawing)

    @property
    def _allowed(self) -> frozenset[str] | None:
        """The cases that are looked at, by drawing and from elsewhere."""
        if self._picked is None or self._within is None:
            return self._within if self._picked is None else self._picked
        return self._picked & self._within

    def _show_allowed(self) -> None:
        self.canvas.show_only(self._allowed)
        self._tell()

    def _draw(self, shape: Shape) -> None:
        self._tools.draw.setChecked(False)
        self._pick(self._cases_within(shape), shape)

    def _cases_within(self, shape: Shape) -> frozenset[str]:
        """The cases that have a point in the shape, and all of a disc that stands in it: so it is seen."""
        seen = (disc.cluster for disc in self.canvas.discs)
        discs = (cluster.case_ids() for cluster in seen if shape.holds(cluster.x, cluster.y))
        return self._contents.levels.cases_within(shape).union(*discs)

    def _draw_view(self) -> None:
        box = self.canvas.looking.box
        self._draw(rectangle((box.left, box.top), (box.right, box.bottom)))

    def _pick(self, case_ids: frozenset[str], shape: Shape | None) -> None:
        changed = case_ids != self._picked
        self._picked, self._shape = case_ids, shape
        self.canvas.show_shape(shape)
        self._show_allowed()
        if changed:
            self.drawn.emit(case_ids)

    def _ask(self, cluster: Cluster) -> None:
        """Choose the only case of a disc, come nearer to one that falls apart, list the cases of any other."""
        points = case_points(cluster, self._allowed)
        if len(points) == 1:
            self.case_chosen.emit(points[0].case_id)
        elif points and not self.canvas.fit_cluster(cluster):
            self._list(cluster, self.canvas.place_of(cluster))

    def _open(self, cluster: Cluster) -> None:
        points = case_points(cluster, self._allowed)
        if len(points) == 1:
            self.case_opened.emit(points[0].case_id)

    def _list(self, cluster: Cluster, at: QPoint) -> None:
        points = case_points(cluster, self._allowed)
        menu = QMenu(self)
        menu.setObjectName("map-cases")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        metrics = self.fontMetrics()
        for point in points[:LISTED]:
            words = metrics.elidedText(point_words(point), Qt.TextElideMode.ElideMiddle, self.width())
            action = menu.addAction(words.replace("&", "&&"))
            action.triggered.connect(lambda _on, case_id=point.case_id: self.case_chosen.emit(case_id))
        if len(points) > 1:
            menu.addSeparator()
            only = menu.addAction(self.tr("Only these {}").format(cases_words(len(points))))
            only.setObjectName("map-only-these")
            ids = frozenset(point.case_id for point in points)
            only.triggered.connect(lambda _on: self._pick(ids, None))
        menu.popup(at)

    def _words_of(self, cluster: Cluster) -> str:
        return disc_words(cluster, self._allowed)

    def _tell(self) -> None:
        """Say in words what is shown."""
        contents = self._contents
        without, chosen = without_words(contents), self._picked is not None
        self._placed.setText(placed_words(contents))
        self._without.setText(without)
        self._without.setVisible(bool(without))
        allowed = self._allowed
        self._chosen.setText(
            self.tr("{} chosen on the map").format(cases_words(len(allowed or ()))) if chosen else ""
        )
        self._chosen.setVisible(chosen)
        self._clear.setVisible(chosen)
        self._empty.setText(self._emptiness())
        self._empty.setVisible(not contents.placed)
        said = "; ".join(filter(None, (placed_words(contents), without, self._chosen.text()))) + "."
        if self.canvas.current is not None:
            said += " " + self._words_of(self.canvas.current).replace("\n", "; ") + "."
        keys = self.tr(
            "Arrow keys move, + and − zoom, 0 shows all; Page Down goes to the next disc, Enter asks it."
        )
        self.canvas.setAccessibleDescription(f"{said} {keys}")

    def _emptiness(self) -> str:
        if self._contents.without:
            return self.tr(
                "None of the cases found has a country or a place. Add one under Overview or Places."
            )
        return self.tr("No case to show on the map.")
