"""Partial, fuzzy and open dates as EDTF (ISO 8601-2:2019, levels 0 and 1 and the level-2 forms people need)."""

import calendar
import re
from datetime import date

import attrs

from casebook.domain.errors import DateError

MONTHS = tuple(calendar.month_name)
SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
QUARTERS = {33: "first quarter", 34: "second quarter", 35: "third quarter", 36: "fourth quarter"}
HALVES = {40: "first half", 41: "second half"}
DIVISIONS = SEASONS | QUARTERS | HALVES
"""EDTF's numbers for parts of a year (ISO 8601-2, table 1), in words."""

FIRST_MONTH = {21: 3, 22: 6, 23: 9, 24: 12, 33: 1, 34: 4, 35: 7, 36: 10, 40: 1, 41: 7}
"""Month each part of a year begins in; seasons as in the northern hemisphere, as EDTF leaves open."""
LENGTH = dict.fromkeys(SEASONS, 3) | dict.fromkeys(QUARTERS, 3) | dict.fromkeys(HALVES, 6)

_POINT = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX)(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?(?P<mark>[~?%]?)\Z",
    re.ASCII,
)
_SET = re.compile(r"\[(?:\.\.(?P<before>[^.\[\]]+)|(?P<after>[^.\[\]]+)\.\.)\]\Z")
_MARKS = {"~": "about ", "?": "perhaps ", "%": "perhaps about "}


@attrs.frozen
class Point:
    """One EDTF date: `year` may end in X, `month` may be a part of the year, `mark` is "", "~", "?" or "%"."""

    year: str
    month: int = 0
    day: int = 0
    mark: str = ""

    @classmethod
    def of(cls, edtf: str) -> "Point":
        """Read one EDTF date.

        Raises:
            DateError: it is not one, or there is no such day.
        """
        match = _POINT.match(edtf)
        if match is None:
            raise DateError(f"“{edtf}” is not a date in EDTF.")
        month, day = int(match["month"] or 0), int(match["day"] or 0)
        point = cls(match["year"], month, day, match["mark"])
        if match["month"] and ("X" in point.year or not (1 <= month <= 12 or month in DIVISIONS)):
            raise DateError(f"“{edtf}” names a month that does not exist.")
        if match["day"] and (
            month > 12 or not 1 <= day <= calendar.monthrange(max(int(point.year), 1), month)[1]
        ):
            raise DateError(f"“{edtf}” names a day that does not exist.")
        if point.year == "0000":
            raise DateError("There is no year 0.")
        return point

    def bounds(self) -> tuple[date, date]:
        """First and last day it may mean, the mark aside."""
        first_year = max(int(self.year.replace("X", "0")), 1)
        last_year = int(self.year.replace("X", "9"))
        if not self.month:
            return date(first_year, 1, 1), date(last_year, 12, 31)
        start = FIRST_MONTH.get(self.month, self.month)
        if self.day:
            return date(first_year, start, self.day), date(first_year, start, self.day)
        last = start + LENGTH.get(self.month, 1) - 1
        end_year, end_month = (first_year, last) if last <= 12 else (min(first_year + 1, 9999), last - 12)
        return date(first_year, start, 1), date(
            end_year, end_month, calendar.monthrange(end_year, end_month)[1]
        )

    def words(self) -> str:
        """As a reader would write it: "about June 2003"."""
        if self.year.endswith("XX"):
            text = f"{ordinal(int(self.year[:2]) + 1)} century"
        elif self.year.endswith("X"):
            text = f"{self.year[:3]}0s"
        elif self.day:
            text = f"{self.day} {MONTHS[self.month]} {self.year}"
        elif self.month in SEASONS:
            text = f"{SEASONS[self.month]} {self.year}"
        elif self.month > 12:
            text = f"{DIVISIONS[self.month]} of {self.year}"
        elif self.month:
            text = f"{MONTHS[self.month]} {self.year}"
        else:
            text = self.year
        return _MARKS.get(self.mark, "") + text

    def edtf(self) -> str:
        """Its EDTF text."""
        month = f"-{self.month:02d}" if self.month else ""
        day = f"-{self.day:02d}" if self.day else ""
        return f"{self.year}{month}{day}{self.mark}"


@attrs.frozen(order=False)
class When:
    """A date or interval in EDTF, such as `2003-06~`, `2003/2018`, `2005/..` or `[..2009]`."""

    edtf: str = attrs.field()

    @edtf.validator
    def _check(self, _attribute: object, value: str) -> None:
        if len(value) > 40:
            raise DateError("A date in EDTF is at most 40 characters long.")
        matched = _SET.match(value)
        if matched is not None:
            Point.of(matched["before"] or matched["after"])
            return
        ends = value.split("/")
        if len(ends) > 2 or set(ends) <= {"..", ""}:
            raise DateError(f"“{value}” is not a date in EDTF.")
        points = [Point.of(end) for end in ends if end not in ("..", "")]
        if len(points) == 2 and points[0].bounds()[0] > points[1].bounds()[1]:
            raise DateError(f"“{words(value)}” ends before it begins.")

    @property
    def is_interval(self) -> bool:
        """Whether it has a start and an end of its own."""
        return "/" in self.edtf

    @property
    def is_fuzzy(self) -> bool:
        """Whether any part is approximate, uncertain, unspecified or bounded on one side only."""
        return any(sign in self.edtf for sign in "~?%X[")

    @property
    def earliest(self) -> date:
        """First day it may mean; `date.min` when its start is open."""
        matched = _SET.match(self.edtf)
        start = (matched["after"] or "") if matched else self.edtf.split("/")[0]
        return date.min if start in ("", "..") else Point.of(start).bounds()[0]

    @property
    def latest(self) -> date:
        """Last day it may mean; `date.max` when its end is open."""
        matched = _SET.match(self.edtf)
        end = (matched["before"] or "") if matched else self.edtf.split("/")[-1]
        return date.max if end in ("", "..") else Point.of(end).bounds()[1]

    @property
    def sort_key(self) -> tuple[date, date]:
        """Orders by start, then end; what only has an end stands at its end."""
        start = self.latest if self.earliest == date.min else self.earliest
        return start, self.latest

    def __str__(self) -> str:
        """As a reader would write it: "about June 2003", "2003 – 2018", "since 2005", "before 2010"."""
        return words(self.edtf)

    def __lt__(self, other: "When") -> bool:
        """Earlier start first."""
        return self.sort_key < other.sort_key


def words(edtf: str) -> str:
    """The readable form of an EDTF text.

    Raises:
        DateError: `edtf` is not a date.
    """
    matched = _SET.match(edtf)
    if matched is not None:
        return _one_sided(matched["before"], matched["after"])
    start, slash, end = edtf.partition("/")
    if not slash:
        return Point.of(start).words()
    if end in ("..", ""):
        return f"since {Point.of(start).words()}" if end else f"{Point.of(start).words()} – unknown"
    if start in ("..", ""):
        return f"until {Point.of(end).words()}" if start else f"unknown – {Point.of(end).words()}"
    return f"{Point.of(start).words()} – {Point.of(end).words()}"


def _one_sided(before: str | None, after: str | None) -> str:
    point = Point.of(before or after or "")
    try:
        neighbour = shifted(point, 1 if before else -1)
    except DateError:
        return f"{point.words()} or {'earlier' if before else 'later'}"
    return f"before {neighbour.words()}" if before else f"after {neighbour.words()}"


def ordinal(number: int) -> str:
    """A number from 1 up as "1st", "2nd", "3rd", "11th"."""
    teens = number % 100 in (11, 12, 13)
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def shifted(point: Point, step: int) -> Point:
    """The next (`step` 1) or previous (-1) day, month or year, whichever `point` is precise to.

    Raises:
        DateError: the neighbour is not a year from 1 to 9999, or `point` is a decade or part of a year.
    """
    if "X" in point.year or point.month > 12:
        raise DateError("“Before” and “after” need a year, a month or a day.")
    year = int(point.year)
    try:
        if point.day:
            moved = date.fromordinal(date(year, point.month, point.day).toordinal() + step)
            return Point(f"{moved.year:04d}", moved.month, moved.day, point.mark)
        if point.month:
            months = year * 12 + point.month - 1 + step
            moved = date(months // 12, months % 12 + 1, 1)
            return Point(f"{moved.year:04d}", moved.month, 0, point.mark)
        moved = date(year + step, 1, 1)
    except ValueError as error:
        raise DateError("Dates run from the year 1 to the year 9999.") from error
    return Point(f"{moved.year:04d}", 0, 0, point.mark)
