"""Understands the cells of a list as values of declared fields."""

import math
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import attrs

from casebook.domain.clean_text import LONGEST, cleaned, one_line
from casebook.domain.date_text import parse
from casebook.domain.dates import When
from casebook.domain.errors import CasebookError
from casebook.domain.fields import MANY, TEXT, FieldSpec, Kind
from casebook.domain.list_file import Cell, shown_cell
from casebook.domain.marking import _
from casebook.domain.number_text import number, whole_number
from casebook.services.lists.names import Names, folded
from casebook.services.lists.records import Records, UnknownNameError

LONGEST_LINE = 2_000
"""Characters of one line of text."""
LONGEST_VALUE, LONGEST_MANY = 300, 20_000
"""Characters of a cell that is looked at at all for one value, and for several, other than text."""
LONGEST_WORD = 200
"""Characters of one word among several."""
SPREADSHEET_ERRORS = frozenset(
    {"#N/A", "#NV", "#DIV/0!", "#REF!", "#VALUE!", "#WERT!", "#NAME?", "#NUM!", "#NULL!"}
)
NOTHING_SAID = frozenset({"-", "–", "—", "n/a", "?"})
"""What people put into a cell to leave it empty; in a field of text it is text."""
FIRST_YEAR, LAST_YEAR = 1000, 2999
"""A bare number between these is a year."""


@attrs.frozen(kw_only=True)
class Manner:
    """How the cells of one column are taken."""

    commas: bool = True
    """Whether a comma parts several values; not where the column parts them with semicolons."""
    lenient: bool = False
    """Whether names that nothing goes by are left out instead of refused."""


@attrs.frozen
class Understood:
    """A value, and the names that were left out on the way to it."""

    value: Any
    left_out: tuple[str, ...] = ()


class Understanding:
    """Turns cells into values; what it cannot turn is refused with a reason."""

    def __init__(self, names: Names, records: Records) -> None:
        self.names = names
        self.records = records

    def read(self, spec: FieldSpec, cell: Cell, manner: Manner) -> Understood:
        """The value of a field that a cell gives; empty for an empty cell.

        Raises:
            CasebookError: the cell cannot be such a value; the sentence names what stands in it.
        """
        text = cleaned(shown_cell(cell)).strip()
        if not text or (spec.kind not in TEXT and text.lower() in NOTHING_SAID):
            return Understood(spec.empty)
        if text.upper() in SPREADSHEET_ERRORS:
            raise CasebookError(_("“{text}” is an error of the spreadsheet.").format(text=text))
        if spec.kind not in TEXT and len(text) > (LONGEST_MANY if spec.many else LONGEST_VALUE):
            raise CasebookError(_("“{text}…” is too long for this field.").format(text=text[:40]))
        if spec.kind in MANY:
            return self._several(spec, text, manner)
        try:
            return Understood(self._one(spec, cell, text))
        except UnknownNameError:
            if not manner.lenient:
                raise
            return Understood(spec.empty, (text,))

    def _several(self, spec: FieldSpec, text: str, manner: Manner) -> Understood:
        values: list[Any] = []
        left_out: list[str] = []
        for part in self._parts(spec, text, manner):
            try:
                values.append(self._one(spec, part, part))
            except UnknownNameError:
                if not manner.lenient:
                    raise
                left_out.append(part)
        kept = tuple(dict.fromkeys(values))
        if spec.high and len(kept) > spec.high:
            raise CasebookError(
                _("“{text}” names more than {count}.").format(text=text[:60], count=spec.high)
            )
        return Understood(kept, tuple(left_out))

    def _parts(self, spec: FieldSpec, text: str, manner: Manner) -> list[str]:
        """What stands between semicolons or line breaks; else, where that fits, between commas."""
        if self._is_known(spec, text):
            return [text]
        if ";" in text or "\n" in text:
            parts = text.replace("\n", ";").split(";")
        else:
            parts = text.split(",") if manner.commas and not spec.comma_within else [text]
        return [part for part in (one_line(part, LONGEST) for part in parts) if part]

    def _is_known(self, spec: FieldSpec, text: str) -> bool:
        if spec.kind in (Kind.TERM, Kind.TERMS):
            return self.names.term(spec.vocabulary, text) is not None
        if spec.kind is Kind.COUNTRIES:
            return self.names.country(text) is not None
        return bool(spec.to) and self.records.known(spec.to, text)

    def _one(self, spec: FieldSpec, cell: Cell, text: str) -> Any:
        match spec.kind:
            case Kind.TERM | Kind.TERMS:
                return self._named(self.names.term(spec.vocabulary, text), spec, text)
            case Kind.COUNTRY | Kind.COUNTRIES:
                return self._named(self.names.country(text), spec, text)
            case Kind.LANGUAGE:
                return self._named(self.names.language(text), spec, text)
            case Kind.FLAG:
                return self._named(self.names.flag(text), spec, text)
            case Kind.LINK | Kind.LINKS:
                return self.records.find(spec.to, one_line(text, LONGEST))
            case Kind.WHEN:
                return _when(cell, text)
            case Kind.SCALE:
                return _step(spec, text)
            case Kind.NUMBER | Kind.WHOLE:
                return _number(spec, cell, text)
            case Kind.PROSE:
                return text
            case _:
                return _line(text, LONGEST_WORD if spec.many else LONGEST_LINE)

    @staticmethod
    def _named(value: Any, spec: FieldSpec, text: str) -> Any:
        if value is None:
            reason = _("“{text}” is none of the words for “{field}”.")
            if spec.kind in (Kind.COUNTRY, Kind.COUNTRIES):
                reason = _("“{text}” is not a country by any name known here.")
            elif spec.kind is Kind.FLAG:
                reason = _("“{text}” is neither yes nor no.")
            raise UnknownNameError(reason.format(text=text[:60], field=spec.label))
        return value


def _line(text: str, longest: int) -> str:
    line = one_line(text, LONGEST)
    if len(line) > longest:
        raise CasebookError(
            _("“{text}…” is longer than {count} characters.").format(text=line[:40], count=f"{longest:,}")
        )
    return line


def _when(cell: Cell, text: str) -> When | None:
    if isinstance(cell, datetime):
        return When(cell.date().isoformat())
    if isinstance(cell, date):
        return When(cell.isoformat())
    if isinstance(cell, (int, float)) and not (FIRST_YEAR <= cell <= LAST_YEAR and float(cell).is_integer()):
        raise CasebookError(_("“{text}” is a number, not a date.").format(text=text[:30]))
    return parse(text)


def _step(spec: FieldSpec, text: str) -> int:
    """A step of a scale by its number, by its word, or by both as in "4 (major)"."""
    words = {folded(word): spec.low + at for at, word in enumerate(spec.words)}
    words |= {f"{value} ({word})": value for word, value in words.items()}
    if folded(text) in words:
        return words[folded(text)]
    value = whole_number(text)
    if value is None or not spec.low <= value <= spec.high:
        raise CasebookError(
            _("“{text}” is not on the scale from {low} to {high}.").format(
                text=text[:30], low=spec.low, high=spec.high
            )
        )
    return value


def _number(spec: FieldSpec, cell: Cell, text: str) -> float | int | None:
    if isinstance(cell, (bool, date)):
        raise CasebookError(_("“{text}” is not a number.").format(text=text[:30]))
    if text.endswith("%") and spec.unit != "%":
        raise CasebookError(
            _("“{text}” could be the number or a share of one; write it without the sign.").format(
                text=text[:30]
            )
        )
    value: float | int | None
    if isinstance(cell, (int, float)) and spec.kind is Kind.NUMBER:
        value = float(cell)
    else:
        read: Callable[[str, str], float | int | None] = whole_number if spec.kind is Kind.WHOLE else number
        value = read(text, spec.unit)
    if value is not None and not math.isfinite(value):
        raise CasebookError(_("“{text}” is not a number.").format(text=text[:30]))
    if value is not None and spec.high and not spec.low <= value <= spec.high:
        raise CasebookError(
            _("“{text}” is not between {low} and {high}.").format(
                text=text[:30], low=spec.low, high=spec.high
            )
        )
    return value
