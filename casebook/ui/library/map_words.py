"""What the map says in words: how many cases are where, and what a disc stands for."""

from PySide6.QtCore import QCoreApplication

from casebook.domain.case_points import CasePoint, Exactness
from casebook.domain.map_clusters import Cluster
from casebook.domain.map_contents import MapContents

SHOWN = 8
"""Cases that are named before the others are counted."""
LONGEST = 120
"""Letters of a title that are shown."""


def placed_words(contents: MapContents) -> str:
    """How many cases are on the map: "24 cases in 9 countries"."""
    cases = cases_words(len(contents.placed))
    if not contents.countries:
        return cases
    one = QCoreApplication.translate("MapWords", "{} in 1 country").format(cases)
    many = QCoreApplication.translate("MapWords", "{} in {} countries").format(
        cases, f"{contents.countries:n}"
    )
    return one if contents.countries == 1 else many


def cases_words(count: int) -> str:
    """A number of cases: "1 case", "24 cases"."""
    if count == 1:
        return QCoreApplication.translate("MapWords", "1 case")
    return QCoreApplication.translate("MapWords", "{} cases").format(f"{count:n}")


def without_words(contents: MapContents) -> str:
    """How many have no place: "3 without a place"; empty when all have one."""
    count = len(contents.without)
    return QCoreApplication.translate("MapWords", "{} without a place").format(f"{count:n}") if count else ""


def case_points(cluster: Cluster, only: frozenset[str] | None) -> list[CasePoint]:
    """One point for each case of a cluster that is looked at, by title."""
    each: dict[str, CasePoint] = {}
    for point in cluster.all_points():
        if only is None or point.case_id in only:
            each.setdefault(point.case_id, point)
    return sorted(each.values(), key=lambda point: point.title.casefold())


def disc_words(cluster: Cluster, only: frozenset[str] | None) -> str:
    """What a disc stands for, line by line: titles with their places, and how many more there are."""
    points = case_points(cluster, only)
    lines = [point_words(point) for point in points[:SHOWN]]
    if len(points) > SHOWN:
        more = QCoreApplication.translate("MapWords", "… and {} more")
        lines.append(more.format(f"{len(points) - SHOWN:n}"))
    return "\n".join(lines) or QCoreApplication.translate("MapWords", "None of the chosen cases is here")


def point_words(point: CasePoint) -> str:
    """A case and where it is: "Police reform · Tubmanburg"."""
    title = point.title if len(point.title) <= LONGEST else f"{point.title[: LONGEST - 1]}…"
    if not point.where:
        return title
    if point.exactness is Exactness.PLACE:
        return f"{title} · {point.where}"
    if point.exactness is Exactness.AREA:
        near = QCoreApplication.translate("MapWords", "around {}")
    else:
        near = QCoreApplication.translate("MapWords", "somewhere in {}")
    return f"{title} · {near.format(point.where)}"
