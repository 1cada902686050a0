"""How complete a case is, part by part and section by section, counted off the declaration."""

from collections.abc import Iterable, Mapping

import attrs

from casebook.domain.case import Case
from casebook.domain.fields import FieldSpec
from casebook.domain.records import Record


@attrs.frozen(kw_only=True)
class Completeness:
    """Per cent answered: `total` over parts and essential sections, `by_key` for each part and section."""

    total: int
    by_key: Mapping[str, int]


def completeness(case: Case) -> Completeness:
    """Count what is answered: a value, or a word on why there is none.

    A part is the share of its expected fields that are answered. A section is the same share over all its
    entries and those standing in them; it is 0 without entries, and 100 when marked as absent. `total` is
    the mean of the parts and the essential sections, rounded down, so that 100 means nothing is left.
    """
    declaration = case.declaration
    shares: dict[str, float] = {}
    for part in declaration.parts:
        shares[part.key] = _share([_counts(case, declaration.part_fields(part.key))])
    for key in declaration.sections:
        shares[key] = _section_share(case, key)
    weighing = [part.key for part in declaration.parts]
    weighing += [spec.key for spec in declaration.top_sections if spec.essential]
    total = sum(shares[key] for key in weighing) / len(weighing)
    return Completeness(total=int(total), by_key={key: int(share) for key, share in shares.items()})


def answered(record: Record, spec: FieldSpec) -> bool:
    """Whether a field holds a value or says why it holds none."""
    return not spec.is_empty(getattr(record, spec.name)) or spec.name in record.absences


def _section_share(case: Case, key: str) -> float:
    if not case.section(key):
        return 100.0 if key in case.absences else 0.0
    counts, waiting = [], [key]
    while waiting:
        spec = case.declaration.sections[waiting.pop()]
        counts += [_counts(entry, spec.fields) for entry in case.section(spec.key)]
        waiting += [child.key for child in case.declaration.children(spec.key)]
    return _share(counts)


def _counts(record: Record, specs: Iterable[FieldSpec]) -> tuple[int, int]:
    expected = [spec for spec in specs if spec.expected or spec.required]
    return sum(answered(record, spec) for spec in expected), len(expected)


def _share(counts: Iterable[tuple[int, int]]) -> float:
    done, expected = (sum(column) for column in zip(*counts, strict=True))
    return 100.0 * done / expected if expected else 100.0
