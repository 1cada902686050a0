"""The map as a picture: land, discs, what is drawn on it, and where one looks."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from casebook.domain.map_clusters import Cluster, ClusterLevels, cluster_levels
from casebook.domain.map_plane import x_of, y_of
from casebook.domain.map_shapes import Shape, extent
from casebook.domain.world import World
from casebook.ui.library.map_discs import APART, Disc, discs_in, paint_disc
from casebook.ui.library.map_land import LandLook, MapLand
from casebook.ui.library.map_names import MapNames
from casebook.ui.library.map_window import NEAREST, WHOLE, MapWindow
from casebook.ui.theme import BODY, SMALL, between, tokens_of

REST = 90
"""Milliseconds after the last zoom at which the land is drawn sharp."""
MARGIN = 48
"""Pixels left round what is fitted in, at 100 % text."""


class MapView(QWidget):
    """Shows clusters as discs; `country_name` puts a code into words."""

    def __init__(
        self,
        world: Callable[[], World],
        country_name: Callable[[str], str],
        parent: QWidget | None = None,
    ) -> None:
        """`world` gives the world; asked when the map is seen for the first time."""
        super().__init__(parent)
        self._world = world
        self._country_name = country_name
        self._land: MapLand | None = None
        self._names: MapNames | None = None
        self._levels = cluster_levels(())
        self._only: frozenset[str] | None = None
        self._counts: dict[Cluster, int] = {}
        self._marked = ""
        self._marks: dict[Cluster, bool] = {}
        self._shape: Shape | None = None
        self._sized = False
        self.current: Cluster | None = None
        """The disc that keys act on."""
        self.stroke: list[QPointF] = []
        """What is being drawn, in pixels."""
        self.looking = MapWindow(1, 1)
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self.update)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(560, 320)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 160)

    @property
    def ready(self) -> bool:
        """Whether land can be drawn; before that there is only the sea."""
        return self._land is not None

    @property
    def text_zoom(self) -> float:
        """How large text is, 1.0 at 100 %."""
        return max(self.fontInfo().pixelSize() / BODY, 1.0)

    @property
    def discs(self) -> list[Disc]:
        """The discs in view."""
        clusters = self._levels.at(APART * self.text_zoom / self.looking.scale)
        return discs_in(self.looking, clusters, self.count, self.text_zoom)

    def count(self, cluster: Cluster) -> int:
        """How many cases of a cluster are looked at."""
        if self._only is None:
            return cluster.count
        if cluster not in self._counts:
            self._counts[cluster] = len(cluster.case_ids() & self._only)
        return self._counts[cluster]

    def show_levels(self, levels: ClusterLevels) -> None:
        """Show other cases; where one looks stays."""
        self._levels = levels
        self._counts.clear()
        self._marks.clear()
        self.current = None
        self.update()

    def show_only(self, case_ids: frozenset[str] | None) -> None:
        """Count these cases only and grey out discs without any; None counts all."""
        self._only = case_ids
        self._counts.clear()
        self.update()

    def show_shape(self, shape: Shape | None) -> None:
        """Show what is drawn on the map."""
        self._shape = shape
        self.update()

    def mark(self, case_id: str) -> None:
        """Put a ring round the discs of a case; none for the empty id."""
        self._marked = case_id
        self._marks.clear()
        self.update()

    def look(self, window: MapWindow) -> None:
        """Look at another part of the world."""
        if window.scale != self.looking.scale:
            self._rest.start()
        self.looking = window
        self.update()

    def fit(self) -> None:
        """Look at all cases as near as they go, at the whole world when there are none."""
        box = extent((spot.x, spot.y) for spot in self._levels.spots)
        margin = MARGIN * self.text_zoom if box else 0
        self.look(self.looking.fitted(box or WHOLE, margin))

    def fit_cluster(self, cluster: Cluster) -> bool:
        """Come so near that a cluster is seen apart; False when it is a single spot, or one is there already."""
        places = {(x_of(point.longitude), y_of(point.latitude)) for point in cluster.all_points()}
        box = extent(places)
        if box is None or len(places) < 2:
            return False
        near = self.looking.fitted(box, MARGIN * self.text_zoom, NEAREST)
        if near.scale <= self.looking.scale * 1.05:
            return False
        self.look(near)
        return True

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Come nearer (above 1) or go further off, round a pixel or the middle."""
        around = at or QPointF(self.width() / 2, self.height() / 2)
        self.look(self.looking.zoomed(factor, around.x(), around.y()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.look(self.looking.resized(self.width(), self.height()))
        if not self._sized:
            self._sized = True
            self.fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        look = LandLook(tokens, self.devicePixelRatioF())
        if self._land is None:
            painter.fillRect(self.rect(), look.sea)
            QTimer.singleShot(0, self, self._load)
        else:
            self._land.paint(painter, self.looking, look, sharp=not self._rest.isActive())
        discs = self.discs
        font = self.font()
        font.setPixelSize(round(self.fontInfo().pixelSize() * SMALL / BODY))
        painter.setFont(font)
        painter.setPen(between(tokens.neutral[0], tokens.neutral[1], 0.8))
        if self._names is not None:
            self._names.paint(painter, self.looking, discs)
        self._paint_source(painter)
        self._paint_drawing(painter)
        font.setBold(True)
        painter.setFont(font)
        for disc in discs:
            current = self.hasFocus() and disc.cluster is self.current
            paint_disc(painter, disc, tokens, ringed=current or self._is_marked(disc.cluster))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def _load(self) -> None:
        """Read the world: a step by itself, and drawing it another, so that none is felt."""
        if self._land is None:
            self._land, self._names = MapLand(self._world()), MapNames(self._world(), self._country_name)
            self.update()

    def _is_marked(self, cluster: Cluster) -> bool:
        if not self._marked:
            return False
        if cluster not in self._marks:
            self._marks[cluster] = any(point.case_id == self._marked for point in cluster.all_points())
        return self._marks[cluster]

    def _paint_source(self, painter: QPainter) -> None:
        """Say where the borders come from, at the lower corner where reading begins."""
        side = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignBottom
        side = QStyle.visualAlignment(self.layoutDirection(), side)
        words = self.tr("Natural Earth · borders express no opinion")
        painter.drawText(self.rect().adjusted(8, 8, -8, -6), side, words)

    def _paint_drawing(self, painter: QPainter) -> None:
        accent = QColor(tokens_of(self).accent)
        painter.setPen(QPen(accent, 2))
        accent.setAlphaF(0.10)
        painter.setBrush(accent)
        if self.stroke:
            painter.drawPolygon(QPolygonF(self.stroke))
        elif self._shape is not None:
            turns = self.looking.turns()
            for turn in range(turns[0] - 1, turns[-1] + 2):
                corners = [self.looking.at(x + turn, y) for x, y in self._shape.corners]
                painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
