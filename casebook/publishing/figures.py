"""The charts a template may ask for: each drawn when it is asked for, and laid out beside the report's pictures."""

from collections.abc import Mapping, MutableMapping
from pathlib import Path
from types import MappingProxyType

import attrs

from casebook.domain.case import Case
from casebook.domain.wording import Wording
from casebook.publishing.charts.chart import EVERYTHING, chart
from casebook.publishing.pictures import FOLDER, SVG, Picture


@attrs.frozen(kw_only=True)
class Figure:
    """A chart as a template sees it: where the picture lies, what it shows in words, its data as a table of words."""

    kind: str
    title: str
    alt: str
    path: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Charts:
    """The charts of one case, which must be redacted already; what has nothing to draw is None."""

    def __init__(
        self,
        case: Case,
        wording: Wording,
        resources: Path,
        laid_out: tuple[Path, MutableMapping[str, Picture]],
        colours: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """`laid_out` is the job's folder and the pictures in it by name, to which each drawn chart is added."""
        self._case, self._wording, self._resources = case, wording, resources
        self._folder, self._pictures = laid_out
        self._colours = colours
        self._drawn: dict[tuple[str, frozenset[str]], Figure | None] = {}

    @property
    def timeline(self) -> Figure | None:
        """Every dated event, with where it lies in time."""
        return self._figure("timeline")

    @property
    def turning_points(self) -> Figure | None:
        """The timeline of the events marked as turning points alone, for a short report."""
        turns = frozenset(event.id for event in self._case.timeline if event.turning_point)
        return self._figure("timeline", turns) if turns else None

    @property
    def indicators(self) -> Figure | None:
        """Every indicator with two values or more: baseline, measurements, target."""
        return self._figure("indicator")

    def indicators_of(self, record_id: str) -> Figure | None:
        """The indicators of one outcome, or one indicator by its own id."""
        return self._figure("indicator", frozenset({record_id}))

    @property
    def relations(self) -> Figure | None:
        """Who commanded, paid, trained or opposed whom."""
        return self._figure("relations")

    @property
    def severity(self) -> Figure | None:
        """Challenges, the gravest first."""
        return self._figure("severity")

    @property
    def directions(self) -> Figure | None:
        """Outcomes by domain and direction."""
        return self._figure("directions")

    def _figure(self, kind: str, chosen: frozenset[str] = EVERYTHING) -> Figure | None:
        wanted = (kind, chosen)
        if wanted not in self._drawn:
            self._drawn[wanted] = self._drawing(kind, chosen)
        return self._drawn[wanted]

    def _drawing(self, kind: str, chosen: frozenset[str]) -> Figure | None:
        made = chart(kind, self._case, self._wording, self._resources, colours=self._colours, chosen=chosen)
        if made is None:
            return None
        (self._folder / FOLDER).mkdir(exist_ok=True)
        path = f"{FOLDER}/{len(list((self._folder / FOLDER).iterdir())) + 1}.svg"
        (self._folder / path).write_bytes(made.svg)
        self._pictures[path] = Picture(path, SVG)
        return Figure(
            kind=kind, title=made.title, alt=made.alt, path=path, columns=made.columns, rows=made.rows
        )
