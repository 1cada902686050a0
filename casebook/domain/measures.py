"""What a cell can tell beside how often: the highest step of a scale, or which way things went."""

import attrs

from casebook.domain.declaration import Declaration
from casebook.domain.fields import FieldSpec, Kind
from casebook.domain.grounds import Ground
from casebook.domain.marking import _
from casebook.domain.vocabulary import Vocabularies, Vocabulary

Marks = tuple[str, ...]
"""The different values of the measured field in a cell, as text."""

UNGRADED = "•"
"""Stands in a cell whose entries say nothing of what is measured."""


@attrs.frozen(kw_only=True)
class Measure:
    """A way to read cells: by number of entries, by a scale (`high` is its end), or by the symbols of a vocabulary."""

    key: str
    label: str
    spec: FieldSpec | None = None
    high: int = 0
    levels: tuple[tuple[str, int], ...] = ()
    """The step each value stands for; empty for a measure that is no scale."""
    symbols: tuple[tuple[str, str], ...] = ()
    """Each value's symbol, in the order of the vocabulary; empty for a measure that is a scale."""

    def level(self, marks: Marks) -> int | None:
        """The highest step among the values; None when there is none."""
        known = dict(self.levels)
        return max((known[mark] for mark in marks if mark in known), default=None)

    def signs(self, marks: Marks) -> str:
        """The symbols of the values side by side."""
        return "".join(symbol for value, symbol in self.symbols if value in marks)


COUNT = Measure(key="count", label=_("Number of entries"))


def measures(ground: Ground, declaration: Declaration, vocabularies: Vocabularies) -> tuple[Measure, ...]:
    """All ways to read the cells of a ground; the number of entries comes first."""
    section = declaration.sections.get(ground.section)
    found = [COUNT]
    for spec in section.fields if section else ():
        measure = None if spec == ground.spec else _measure(spec, vocabularies)
        if measure is not None:
            found.append(measure)
    return tuple(found)


def measure_named(name: str, offered: tuple[Measure, ...]) -> Measure:
    """The measure called so; the number of entries when none is."""
    return next((one for one in offered if one.key == name), offered[0])


def _measure(spec: FieldSpec, vocabularies: Vocabularies) -> Measure | None:
    if spec.kind is Kind.SCALE:
        steps = range(spec.low, spec.high + 1)
        levels = tuple((str(step), step) for step in steps)
        return Measure(key=spec.name, label=spec.label, spec=spec, high=spec.high, levels=levels)
    vocabulary = vocabularies.get(spec.vocabulary) if spec.kind is Kind.TERM else None
    if vocabulary is None or not all(term.symbol for term in vocabulary.terms):
        return None
    steps_of = graded(vocabulary)
    if steps_of:
        high = max(step for _value, step in steps_of)
        return Measure(key=spec.name, label=spec.label, spec=spec, high=high, levels=steps_of)
    symbols = tuple((term.id, term.symbol) for term in vocabulary.terms)
    return Measure(key=spec.name, label=spec.label, spec=spec, symbols=symbols)


def graded(vocabulary: Vocabulary) -> tuple[tuple[str, int], ...]:
    """The step each term stands for where the symbols are steps, as in ratings; nothing where they are signs."""
    steps = tuple(
        (term.id, int(term.symbol))
        for term in vocabulary.terms
        if term.symbol.isascii() and term.symbol.isdigit()
    )
    return steps if len(steps) >= len(vocabulary.terms) - 1 and len(steps) > 1 else ()
