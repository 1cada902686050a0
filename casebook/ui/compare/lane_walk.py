"""Where the keyboard goes among the events of several lanes."""

from collections.abc import Sequence

from casebook.domain.lanes import Axis, Lane

Place = tuple[int, int]
"""Number of a lane, and of an event in it."""


def stepped(lanes: Sequence[Lane], place: Place | None, by: int) -> Place | None:
    """The next event of the lane, the last one at its end; the very first when there was none."""
    if place is None:
        return beside(lanes, None, None, 1)
    lane, at = place
    return lane, min(max(at + by, 0), len(lanes[lane].marks) - 1)


def beside(lanes: Sequence[Lane], axis: Axis | None, place: Place | None, by: int) -> Place | None:
    """The event of the next lane that has any which is nearest in time; None when there is no such lane."""
    number = (place[0] if place is not None else -1) + by
    while 0 <= number < len(lanes) and not lanes[number].marks:
        number += by
    if not 0 <= number < len(lanes):
        return None
    if place is None or axis is None:
        return number, 0
    before, lane = lanes[place[0]], lanes[number]
    day = axis.shown(before.marks[place[1]].span, before).middle
    nearest = min(
        range(len(lane.marks)), key=lambda at: abs(axis.shown(lane.marks[at].span, lane).middle - day)
    )
    return number, nearest
