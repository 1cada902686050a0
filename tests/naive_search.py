"""What a search must answer, worked out slowly from whole cases: by walking the declaration, without any index."""

from collections.abc import Iterator
from datetime import date

from casebook.domain.case import Case
from casebook.domain.checks import find_problems
from casebook.domain.fields import FieldSpec, Kind, field_specs
from casebook.domain.records import Record
from casebook.storage.words import cut
from tests.strategies import everything

CHOSEN = {"term", "terms", "country", "countries", "chips", "language", "scale", "flag"}
WRITTEN = {Kind.LINE, Kind.PROSE, Kind.URL, Kind.CHIPS}

Counted = set[tuple[str, str]]


def counted(case: Case) -> Counted:
    """Every (facet, value) a case counts under that follows from the case itself."""
    found: Counted = {("sensitivity", case.sensitivity.name.lower())}
    for spec in field_specs(type(case)):
        found |= {(spec.name, value) for value in _choices(case, spec)}
        if not spec.is_empty(getattr(case, spec.name)):
            found.add(("has", spec.name))
    for key, section in case.declaration.sections.items():
        for record in case.section(key):
            found.add(("has", key))
            if section.shared:
                found.add((key, record.id))
            for spec in section.fields:
                if not (section.shared and spec.kind is Kind.CHIPS):
                    found |= {(f"{key}.{spec.name}", value) for value in _choices(record, spec)}
    return found | _dated(case) | _judged(case)


def _choices(record: Record, spec: FieldSpec) -> Iterator[str]:
    value = getattr(record, spec.name)
    if spec.kind.value in CHOSEN and not spec.is_empty(value):
        for one in value if spec.many else (value,):
            yield str(int(one)) if isinstance(one, bool) else str(one)


def _dated(case: Case) -> Counted:
    if case.period is None:
        return set()
    first, last = case.period.earliest, case.period.latest
    if first == date.min:
        first = last
    if last == date.max:
        last = first
    if first == date.max:  # open at both ends
        return set()
    return {("decade", str(year // 10 * 10)) for year in range(first.year, last.year + 1)}


def _judged(case: Case) -> Counted:
    found: Counted = set()
    letters = {source.id: source.reliability for source in case.source_records}
    for evidence in case.evidence:
        letter, figure = letters.get(evidence.source or ""), evidence.credibility
        if letter or figure:
            found.add(("grade", (letter or "–").upper() + (figure or "–")))
    if any(finding.rule == "outcome-without-evidence" for finding in find_problems(case)):
        found.add(("finding", "outcome-without-evidence"))
    return found


def texts(case: Case, section: str | None = None) -> Iterator[tuple[str, ...]]:
    """The words of every text of a case and of the shared records it holds, or only of one section."""
    for record in everything(case) if section is None else case.section(section):
        for spec in field_specs(type(record)):
            value = getattr(record, spec.name)
            if spec.kind in WRITTEN and value:
                yield from map(cut, value if spec.many else (value,))


def has_words(case: Case, text: str, *, whole: bool, section: str | None = None) -> bool:
    """Whether words stand side by side in one of the texts, the last as the beginning of one unless `whole`."""
    words = cut(text)
    for held in texts(case, section):
        for at in range(len(held) - len(words) + 1):
            *same, last = held[at : at + len(words)]
            if same == list(words[:-1]) and (last == words[-1] if whole else last.startswith(words[-1])):
                return True
    return False


def touches_years(case: Case, first: int, last: int) -> bool:
    """Whether the period of a case touches one of these years."""
    period = case.period
    if period is None or (period.earliest, period.latest) == (date.min, date.max):
        return False
    return period.earliest.year <= last and period.latest.year >= first
