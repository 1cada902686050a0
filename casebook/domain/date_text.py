"""Understands dates as people type them: "about June 2003", "2003–2018", "since 2005", "before 2010", "06/2003"."""

import re
import unicodedata

from casebook.domain.dates import HALVES, MONTHS, QUARTERS, SEASONS, Point, When, shifted
from casebook.domain.errors import DateError

LONGEST = 80
"""Characters a typed date may have; anything longer is not a date."""

_MONTH_NUMBERS = {name.lower(): number for number, name in enumerate(MONTHS) if number}
_MONTH_NUMBERS |= {name[:3]: number for name, number in _MONTH_NUMBERS.items()} | {"sept": 9}
_SEASON_NUMBERS = {name: number for number, name in SEASONS.items()} | {"fall": 23}
_ABOUT = re.compile(r"(?:about|around|circa|approximately|approx\.?|ca?\.?|~)\s*(?=[\w])")
_PERHAPS = re.compile(r"(?:perhaps|maybe|possibly|probably)\s+")
_DASH = re.compile(r"\s*[–—]\s*|\s+-\s+|\s+(?:to|until|till|through)\s+|(?<=\d{4})-(?=\d{4}\b)")
_OPEN_END = re.compile(r"\s*(?:[–—-]|to|until|/)\s*(?:now|present|today|ongoing|open|\.\.)?\Z")
_OR = re.compile(r"(.+?),? (?:or|and) (?:(earlier|before)|(?:later|after))\Z")
_UNKNOWN = "unknown"
_OPEN_ENDS = ("now", "present", "today", "ongoing", "open", "..")


def parse(text: str) -> When | None:
    """Read a typed date; None when nothing was typed. What is EDTF already is taken as it stands.

    Raises:
        DateError: it cannot be understood; the sentence shows forms that can.
    """
    typed = " ".join(text.split())
    if not typed:
        return None
    if len(typed) > LONGEST:
        raise DateError(_unclear(typed[:20] + "…"))
    typed = _western(typed)
    try:
        return When(typed.upper() if "x" in typed else typed)
    except DateError:
        pass
    return When(_interval(_plain(typed), typed))


def _western(text: str) -> str:
    """`text` with the digits of any script as 0 to 9."""
    return text if text.isascii() else "".join(str(unicodedata.decimal(sign, sign)) for sign in text)


def _plain(typed: str) -> str:
    return re.sub(r"(?<=\d)(?:st|nd|rd|th)\b|,", "", typed.lower()).strip()


def _interval(typed: str, original: str) -> str:
    for words, left in (("since", True), ("from", True), ("until", False), ("till", False), ("up to", False)):
        rest = typed.removeprefix(words + " ")
        if rest != typed and not (words == "from" and _DASH.search(rest)):
            point = _point(rest, original).edtf()
            return f"{point}/.." if left else f"../{point}"
        typed = rest if words == "from" else typed
    for word, step in (("before ", -1), ("after ", 1)):
        if typed.startswith(word):
            point = shifted(_point(typed.removeprefix(word), original), step).edtf()
            return f"[..{point}]" if step < 0 else f"[{point}..]"
    either = _OR.match(typed)
    if either is not None:
        point = _point(either[1], original).edtf()
        return f"[..{point}]" if either[2] else f"[{point}..]"
    if typed.startswith("between ") and " and " in typed:
        typed = typed.removeprefix("between ").replace(" and ", " – ", 1)
    ends = [end.strip() for end in _DASH.split(typed, maxsplit=1)]
    if len(ends) == 1:
        open_end = _OPEN_END.search(typed)
        if open_end is not None and typed[: open_end.start()].strip():
            return f"{_point(typed[: open_end.start()], original).edtf()}/.."
        return _point(typed, original).edtf()
    return _two_ends(ends[0], ends[1], original)


def _two_ends(start: str, end: str, original: str) -> str:
    if end == _UNKNOWN:
        return f"{_point(start, original).edtf()}/"
    if start == _UNKNOWN:
        return f"/{_point(end, original).edtf()}"
    if not end or end in _OPEN_ENDS:
        return f"{_point(start, original).edtf()}/.."
    if not start or start == "..":
        return f"../{_point(end, original).edtf()}"
    last = _point(end, original)
    return f"{_borrowing(start, last, original).edtf()}/{last.edtf()}"


def _borrowing(start: str, last: Point, original: str) -> Point:
    """The start of "4 August – 30 September 2003" or "7–17 December 2003", which lends from its end."""
    try:
        return _point(start, original)
    except DateError:
        if start.isdecimal() and last.day and 1 <= int(start) <= 31:
            return Point.of(Point(last.year, last.month, int(start)).edtf())
        return _point(f"{start} {last.year}", original)


def _point(text: str, original: str) -> Point:
    rest = text.strip()
    perhaps = _PERHAPS.match(rest)
    rest = rest[perhaps.end() :] if perhaps else rest
    about = _ABOUT.match(rest)
    rest = rest[about.end() :] if about else rest
    mark = {(False, False): "", (True, False): "?", (False, True): "~", (True, True): "%"}[
        bool(perhaps), bool(about)
    ]
    for reading in (_numeric, _division, _decade, _worded):
        edtf = reading(rest)
        if edtf:
            return Point.of(edtf + (mark if edtf[-1] not in "~?%" else ""))
    raise DateError(_unclear(original))


def _numeric(text: str) -> str:
    if re.fullmatch(r"\d{3,4}[\dx]?(?:-\d{2}){0,2}[~?%]?", text):
        return text.upper() if re.match(r"\d{4}|\d{3}x", text) else ""
    match = re.fullmatch(r"(\d{1,2})[/.](\d{4})", text)
    if match:
        return f"{match[2]}-{int(match[1]):02d}"
    match = re.fullmatch(r"(\d{4})[/.](\d{1,2})(?:[/.](\d{1,2}))?", text)
    if match:
        return f"{match[1]}-{int(match[2]):02d}" + (f"-{int(match[3]):02d}" if match[3] else "")
    match = re.fullmatch(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})", text)
    if match is None:
        return ""
    one, two = int(match[1]), int(match[2])
    if one <= 12 and two <= 12 and one != two:
        raise DateError(f"“{text}” could be two days; write the month as a word, such as “4 August 2003”.")
    day, month = (one, two) if two <= 12 else (two, one)
    return f"{match[3]}-{month:02d}-{day:02d}"


def _division(text: str) -> str:
    match = re.fullmatch(r"(?:the )?(spring|summer|autumn|fall|winter)(?: of)? (\d{4})", text)
    if match:
        return f"{match[2]}-{_SEASON_NUMBERS[match[1]]}"
    for number, name in (QUARTERS | HALVES).items():
        if re.fullmatch(rf"(?:the )?{name}(?: of)? \d{{4}}", text):
            return f"{text[-4:]}-{number}"
    return ""


def _decade(text: str) -> str:
    match = re.fullmatch(r"(?:the )?(\d{3})0s", text)
    if match:
        return f"{match[1]}X"
    match = re.fullmatch(r"(?:the )?(\d{1,3})(?:st|nd|rd|th)? century", text)
    # EDTF writes a century in two digits: 00XX, the first, to 99XX, the hundredth.
    return f"{int(match[1]) - 1:02d}XX" if match and 1 <= int(match[1]) <= 100 else ""


def _worded(text: str) -> str:
    match = re.fullmatch(r"(?:(\d{1,2}) (?:of )?)?([a-z]+)\.?(?: of)? (\d{4})", text)
    day, name, year = match.groups() if match else (None, "", "")
    if match is None:
        match = re.fullmatch(r"([a-z]+)\.? (\d{1,2}) (\d{4})", text)
        if match is None:
            return ""
        name, day, year = match.groups()
    month = _MONTH_NUMBERS.get(name, 0)
    if not month:
        return ""
    return f"{year}-{month:02d}" + (f"-{int(day):02d}" if day else "")


def _unclear(typed: str) -> str:
    return f"“{typed}” is not a date I know; try “June 2003”, “about 2003”, “2003–2018”, “since 2005” or “before 2010”."
