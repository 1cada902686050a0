"""Reads numbers as people write them in different countries, and writes them so that they read back."""

import re
import unicodedata
from decimal import Decimal

from casebook.domain.errors import CasebookError
from casebook.domain.marking import _

LARGEST = 2**53
"""Whole numbers up to here are the same in every program that reads the library's files."""

_SPACE = r"[\s'’_]"
_BETWEEN_THOUSANDS = re.compile(rf"(?<=\d){_SPACE}(?=\d{{3}}(?!\d))")
_AROUND = re.compile(rf"(?<!\d){_SPACE}|{_SPACE}(?!\d)")
_POINTS = re.compile(r"[+-]?\d{1,3}\.\d{3}")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)*|[+-]?[.,]\d+")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+")
_SIGNS = str.maketrans({"−": "-", "–": "-", "٫": ".", "٬": ",", "，": ",", "．": "."})


class NumberError(CasebookError):
    """What was typed is not a number, or not one that fits."""


def number(text: str, unit: str = "") -> float | None:
    """The number typed; None when nothing was. Spaces, apostrophes and commas between thousands are let pass.

    A single comma before exactly three digits separates thousands ("8,296"), any other is a decimal comma ("12,5").

    Raises:
        NumberError: it is not a number.
    """
    typed = text.strip().removesuffix(unit).strip() if unit else text.strip()
    if not typed:
        return None
    digits = "".join(_digit(sign) for sign in typed.translate(_SIGNS))
    digits = _AROUND.sub("", _BETWEEN_THOUSANDS.sub("", digits))
    if len(digits) > 40 or not _NUMBER.fullmatch(digits):
        raise NumberError(
            _("“{typed}” is not a number; write it like 8,296 or 12.5.").format(typed=typed[:30])
        )
    return float(_pointed(digits, typed))


def _pointed(digits: str, typed: str) -> str:
    """`digits` with a point before the decimals and nothing between thousands."""
    bare = digits.lstrip("+-")
    marks = [sign for sign in bare if sign in ".,"]
    sign = digits[: len(digits) - len(bare)]
    if len(set(marks)) == 2 and marks.count(marks[-1]) == 1:
        group, point = marks[0], marks[-1]
        whole, decimals = bare.split(point)
        if _GROUPED.fullmatch(whole.replace(group, ",")):
            return f"{sign}{whole.replace(group, '')}.{decimals}"
    elif len(set(marks)) < 2 and (len(marks) != 1 or marks[0] == ","):
        if _GROUPED.fullmatch(bare.replace(".", ",")) and not bare.startswith("0"):
            return sign + bare.replace(",", "").replace(".", "")
        if len(marks) < 2:
            return sign + bare.replace(",", ".")
    elif len(marks) == 1:
        return sign + bare
    raise NumberError(
        _("“{typed}” can be read in more than one way; write it like 8,296 or 12.5.").format(typed=typed[:30])
    )


def whole_number(text: str, unit: str = "") -> int | None:
    """The whole number typed; None when nothing was. A point before exactly three digits separates thousands here.

    Raises:
        NumberError: it is not a whole number, or is larger than LARGEST.
    """
    bare = text.strip().removesuffix(unit).strip() if unit else text.strip()
    value = number(bare.replace(".", "") if _POINTS.fullmatch(bare) else bare)
    if value is None:
        return None
    if not value.is_integer():
        raise NumberError(_("Only whole numbers can be given here, such as 8,296."))
    if abs(value) > LARGEST:
        raise NumberError(_("That number is too large to be kept exactly."))
    return int(value)


def shown(value: float | None) -> str:
    """A number with commas between thousands and a point before decimals; empty for None."""
    return "" if value is None else f"{Decimal(repr(value)):,f}".removesuffix(".0")


def _digit(sign: str) -> str:
    digit = unicodedata.digit(sign, None)
    return sign if digit is None else str(digit)
