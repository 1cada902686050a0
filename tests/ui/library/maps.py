"""Points of cases for the tests of the map, and how to touch it."""

from PySide6.QtCore import QPoint, Qt

from casebook.domain.case_points import CasePoint, Exactness


def point(case_id, latitude, longitude, where="Tubmanburg", exactness=Exactness.PLACE, countries=("LR",)):
    return CasePoint(case_id, f"Case {case_id}", latitude, longitude, exactness, where, countries)


LIBERIA = point("liberia", 6.45, -9.3)
LEONE = point("leone", 8.5, -11.8, "Sierra Leone", Exactness.COUNTRY, ("SL",))
IRAQ = point("iraq", 33.3, 44.4, "Baghdad", Exactness.AREA, ("IQ",))
TWINS = (
    point("one", -8.5, 125.6, "Dili", countries=("TL",)),
    point("two", -8.5, 125.6, "Dili", countries=("TL",)),
)
POINTS = (LIBERIA, LEONE, IRAQ, *TWINS)


def pixel(canvas, case_id):
    """Where the disc of a case stands."""
    disc = next(disc for disc in canvas.discs if case_id in disc.cluster.case_ids())
    return QPoint(round(disc.x), round(disc.y))


def drag(qtbot, widget, way, modifier=Qt.KeyboardModifier.NoModifier):
    """Press at the first pixel, go to each other, release at the last; as a hand does."""
    from PySide6.QtCore import QEvent, QPointF
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QApplication

    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    steps = [(QEvent.Type.MouseButtonPress, way[0], left, left)]
    steps += [(QEvent.Type.MouseMove, at, none, left) for at in way[1:]]
    steps += [(QEvent.Type.MouseButtonRelease, way[-1], left, none)]
    for kind, at, button, buttons in steps:
        place = QPointF(at)
        event = QMouseEvent(kind, place, widget.mapToGlobal(place), button, buttons, modifier)
        QApplication.sendEvent(widget, event)


def round_about(middle, size=40):
    """A way round a pixel."""
    corners = ((-1, -1), (1, -1), (1, 1), (-1, 1))
    return [middle + QPoint(x * size, y * size) for x, y in corners]
