"""The declaration language: constructors that turn one line into an attrs field every consumer can read."""

from collections.abc import Callable
from enum import StrEnum
from functools import cache
from typing import Any, ParamSpec, TypeVar, cast

import attrs

P = ParamSpec("P")
T = TypeVar("T")

EVERY_RECORD = "*"
"""A link whose target may be any entry, or the case itself."""


class Kind(StrEnum):
    """What a field holds; each kind has one constructor, one editor, one column type and one HTML form."""

    LINE = "line"  # str, one line
    PROSE = "prose"  # str, Markdown
    TERM = "term"  # str | None, id of a term in `vocabulary`
    TERMS = "terms"  # tuple[str, ...], ids of terms in `vocabulary`
    SCALE = "scale"  # int | None, from `low` to `high`
    WHOLE = "whole"  # int | None
    NUMBER = "number"  # float | None
    FLAG = "flag"  # bool | None
    WHEN = "when"  # When | None
    LINK = "link"  # str | None, id of a record in section `to`
    LINKS = "links"  # tuple[str, ...], ids of records in section `to`
    CHIPS = "chips"  # tuple[str, ...], free words
    COUNTRY = "country"  # str | None, ISO 3166-1 alpha-2
    COUNTRIES = "countries"  # tuple[str, ...], ISO 3166-1 alpha-2
    LANGUAGE = "language"  # str | None, ISO 639 code
    URL = "url"  # str, http(s) address
    FILE = "file"  # str, SHA-256 of a blob kept in the library


MANY = frozenset({Kind.TERMS, Kind.LINKS, Kind.CHIPS, Kind.COUNTRIES})
"""Kinds whose value is a tuple."""

TEXT = frozenset({Kind.LINE, Kind.PROSE, Kind.URL, Kind.FILE})
"""Kinds whose value is a string, empty when not recorded."""

LINKING = frozenset({Kind.LINK, Kind.LINKS})
"""Kinds whose value names other records."""


@attrs.frozen(kw_only=True)
class FieldSpec:
    """One declared field of a record; `name` is filled in by `field_specs`."""

    kind: Kind
    label: str
    name: str = ""
    hint: str = ""
    required: bool = False
    expected: bool = True
    """Counts towards completeness."""
    summary: bool = False
    """The field a card shows as its title."""
    short_form: bool = False
    """Stands for the summary, where it is recorded: "ECOWAS" for the official name."""
    alias: bool = False
    """Holds further names of the same thing."""
    identifying: bool = False
    """Two shared records with the same value here are likely the same thing."""
    fact: bool = False
    """A field a card shows in its one line of facts."""
    compare_by: bool = False
    short: bool = False
    """Shares a row with its short neighbours in a form."""
    code: bool = False
    """Stands for something, as a reference or a number does; its letters are not words."""
    vocabulary: str = ""
    within: str = ""
    """Name of the term field of the same record whose narrower terms are offered."""
    low: int = 0
    high: int = 0
    words: tuple[str, ...] = ()
    """What each step of a scale means, from `low` to `high`."""
    to: str = ""
    """Section key that a link points into, or EVERY_RECORD."""
    unit: str = ""
    comma_within: bool = False
    """Words may hold a comma, as names written "Family, Given" do; it does not end one."""
    limit: int = 0
    """Advised length in characters; 0 for none."""
    part: str = ""
    """For fields of the case itself: the part of the outline it stands in."""

    @property
    def many(self) -> bool:
        """Whether the value is a tuple."""
        return self.kind in MANY

    @property
    def empty(self) -> Any:
        """The value that means "not recorded"."""
        if self.many:
            return ()
        return "" if self.kind in TEXT else None

    def is_empty(self, value: Any) -> bool:
        """Whether `value` means "not recorded"; zero and False are values."""
        return value is None or value == () or (isinstance(value, str) and not value.strip())


def _declare(kind: Kind, label: str, **options: Any) -> Any:
    spec = FieldSpec(kind=kind, label=label, **options)
    return attrs.field(default=spec.empty, metadata={"spec": spec})


def line(label: str, **options: Any) -> Any:
    """One line of text."""
    return _declare(Kind.LINE, label, **options)


def prose(label: str, **options: Any) -> Any:
    """Running text in Markdown."""
    return _declare(Kind.PROSE, label, **options)


def term(label: str, vocabulary: str, **options: Any) -> Any:
    """One term of a vocabulary."""
    return _declare(Kind.TERM, label, vocabulary=vocabulary, **{"short": True, **options})


def terms(label: str, vocabulary: str, **options: Any) -> Any:
    """Several terms of a vocabulary, in the order chosen."""
    return _declare(Kind.TERMS, label, vocabulary=vocabulary, **options)


def scale(label: str, low: int, high: int, *, words: tuple[str, ...], **options: Any) -> Any:
    """A whole number from `low` to `high`, each step with a word."""
    if len(words) != high - low + 1:
        raise ValueError(f"{label}: a scale from {low} to {high} needs {high - low + 1} words")
    return _declare(Kind.SCALE, label, low=low, high=high, words=words, **{"short": True, **options})


def whole(label: str, **options: Any) -> Any:
    """A count; `unit` says of what."""
    return _declare(Kind.WHOLE, label, **{"short": True, **options})


def number(label: str, **options: Any) -> Any:
    """A measured number; `unit` says of what."""
    return _declare(Kind.NUMBER, label, **{"short": True, **options})


def flag(label: str, **options: Any) -> Any:
    """Yes, no, or not recorded."""
    return _declare(Kind.FLAG, label, **{"short": True, **options})


def when(label: str, **options: Any) -> Any:
    """A partial, fuzzy or open date or interval."""
    return _declare(Kind.WHEN, label, **{"short": True, **options})


def link(label: str, to: str, **options: Any) -> Any:
    """One record of section `to`."""
    return _declare(Kind.LINK, label, to=to, **{"short": True, **options})


def links(label: str, to: str, **options: Any) -> Any:
    """Several records of section `to`."""
    return _declare(Kind.LINKS, label, to=to, **options)


def chips(label: str, **options: Any) -> Any:
    """Free words, each its own chip."""
    return _declare(Kind.CHIPS, label, **options)


def country(label: str, **options: Any) -> Any:
    """One country (ISO 3166-1 alpha-2)."""
    return _declare(Kind.COUNTRY, label, **{"short": True, **options})


def countries(label: str, **options: Any) -> Any:
    """Several countries (ISO 3166-1 alpha-2)."""
    return _declare(Kind.COUNTRIES, label, **options)


def language(label: str, **options: Any) -> Any:
    """A language (ISO 639)."""
    return _declare(Kind.LANGUAGE, label, **{"short": True, **options})


def url(label: str, **options: Any) -> Any:
    """A web address, kept as text; nothing is fetched."""
    return _declare(Kind.URL, label, **options)


def file(label: str, **options: Any) -> Any:
    """A file kept in the library under its SHA-256."""
    return _declare(Kind.FILE, label, **options)


def remembered(function: Callable[P, T]) -> Callable[P, T]:
    """Call `function` once for each set of arguments; keeps its signature for the type checker."""
    return cast("Callable[P, T]", cache(function))


@remembered
def field_specs(record_type: type) -> tuple[FieldSpec, ...]:
    """The declared fields of `record_type` in the order they were written."""
    return tuple(
        attrs.evolve(attribute.metadata["spec"], name=attribute.name)
        for attribute in attrs.fields(record_type)
        if "spec" in attribute.metadata
    )


@remembered
def field_spec(record_type: type, name: str) -> FieldSpec:
    """The declared field `name` of `record_type`.

    Raises:
        KeyError: no such field is declared.
    """
    for spec in field_specs(record_type):
        if spec.name == name:
            return spec
    raise KeyError(f"{record_type.__name__} has no field {name!r}")
