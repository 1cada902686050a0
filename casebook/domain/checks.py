"""Checks: reads a whole case and says what is missing, contradictory or weak, and where."""

from collections.abc import Callable, Iterator

from casebook.domain.case import Case
from casebook.domain.case_index import CaseIndex
from casebook.domain.checks_fields import field_findings, link_findings, term_findings
from casebook.domain.checks_text import text_findings
from casebook.domain.completeness import Completeness, answered, completeness
from casebook.domain.fields import field_spec
from casebook.domain.findings import RULES, Finding
from casebook.domain.records import Record
from casebook.domain.sections.lessons import Lesson
from casebook.domain.sections.outcomes import Indicator
from casebook.domain.sections.registry import Source
from casebook.domain.wording import Wording

__all__ = ["Completeness", "Finding", "completeness", "find_problems"]

LESSON_PARTS = ("observation", "discussion", "conclusion", "recommendation")
"""The four parts of a lesson, as in the NATO observation form."""

KINDS = field_spec(Source, "type").vocabulary

WEAK = frozenset("def")
"""Reliability grades of the Admiralty code (NATO AJP-2.1) below "fairly reliable"."""


def find_problems(
    case: Case, trashed: frozenset[str] = frozenset(), wording: Wording | None = None
) -> tuple[Finding, ...]:
    """Everything worth mending in `case`, in the order of the outline.

    `trashed` are ids of cases and shared records in the Trash. `wording` names terms and translates labels;
    terms are checked against its vocabularies, so not at all without it.
    """
    index = CaseIndex(case, wording or Wording(vocabularies={}))
    found = [*field_findings(index), *link_findings(index, trashed), *term_findings(index)]
    found += text_findings(index)
    for rule in NAMED_RULES:
        found += rule(index)
    return tuple(sorted(found, key=_order(index)))


def _order(index: CaseIndex) -> Callable[[Finding], tuple[int, int, int]]:
    declaration = index.case.declaration
    outline = {key: place for place, key in enumerate(declaration.sections)}
    parts = {part.key: place - len(declaration.parts) for place, part in enumerate(declaration.parts)}
    sections = outline | parts
    records = {record_id: place for place, record_id in enumerate(index.records)}
    rules = {key: place for place, key in enumerate(RULES)}

    def key(finding: Finding) -> tuple[int, int, int]:
        return sections[finding.section], records[finding.record_id], rules[finding.rule]

    return key


def _about(index: CaseIndex, rule: str, record: Record, field: str = "", **values: str) -> Finding:
    named = {"name": index.name(record), **values}
    key = index.keys[record.id]
    return Finding(rule=rule, section=key, record_id=record.id, field=field, values=named)


def _whole(index: CaseIndex, rule: str, section: str, **values: str) -> Finding:
    return Finding(rule=rule, section=section, record_id=index.case.id, values=values)


def _sections_say_something(index: CaseIndex) -> Iterator[Finding]:
    for spec in index.case.declaration.top_sections:
        if spec.essential and not index.case.section(spec.key) and spec.key not in index.case.absences:
            yield _whole(index, "section-empty", spec.key, title=index.wording.translate(spec.title))


def _outcomes_have_evidence(index: CaseIndex) -> Iterator[Finding]:
    for outcome in index.case.outcomes:
        if not any(index.backing(record_id) for record_id in index.within(outcome.id)):
            yield _about(index, "outcome-without-evidence", outcome)


def _indicators_have_baselines(index: CaseIndex) -> Iterator[Finding]:
    for indicator in index.case.indicators:
        if indicator.baseline is None and "baseline" not in indicator.absences:
            yield _about(index, "indicator-without-baseline", indicator, "baseline")


def _measurements_follow_baselines(index: CaseIndex) -> Iterator[Finding]:
    indicators: dict[str, Indicator] = {indicator.id: indicator for indicator in index.case.indicators}
    for measurement in index.case.measurements:
        indicator = indicators.get(measurement.parent or "")
        if indicator is None or indicator.baseline_date is None or measurement.date is None:
            continue
        if measurement.date.latest < indicator.baseline_date.earliest:
            yield _about(
                index,
                "measured-before-baseline",
                measurement,
                "date",
                name=index.name(indicator),
                measured=str(measurement.date),
                baseline=str(indicator.baseline_date),
            )


def _lessons_have_four_parts(index: CaseIndex) -> Iterator[Finding]:
    for lesson in index.case.lessons:
        specs = [field_spec(Lesson, part) for part in LESSON_PARTS]
        missing = [spec for spec in specs if not answered(lesson, spec)]
        if missing:
            parts = " and ".join(index.wording.translate(spec.label).lower() for spec in missing)
            yield _about(index, "lesson-incomplete", lesson, missing[0].name, parts=parts)


def _actors_have_roles(index: CaseIndex) -> Iterator[Finding]:
    for participant in index.case.actors:
        if participant.role is None and "role" not in participant.absences:
            yield _about(index, "actor-without-role", participant, "role")


def _testimonies_have_consent(index: CaseIndex) -> Iterator[Finding]:
    for testimony in index.case.testimonies:
        if testimony.consent in (None, "none") and "consent" not in testimony.absences:
            yield _about(index, "testimony-without-consent", testimony, "consent")


def _events_lie_in_the_period(index: CaseIndex) -> Iterator[Finding]:
    period = index.case.period
    for event in index.case.timeline:
        # A shock from outside is told because it came first; it contradicts nothing.
        if period is None or event.date is None or event.type == "context-shock":
            continue
        if event.date.latest < period.earliest or event.date.earliest > period.latest:
            yield _about(
                index, "event-outside-period", event, "date", date=str(event.date), period=str(period)
            )


def _sources_are_of_several_kinds(index: CaseIndex) -> Iterator[Finding]:
    used = {item.source for item in index.case.evidence}
    kinds = {source.type for source in index.case.source_records if source.id in used}
    only = kinds.pop() if len(kinds) == 1 else None
    if only:
        yield _whole(index, "one-kind-of-source", "evidence", kind=index.wording.term(KINDS, only))


def _not_all_went_well(index: CaseIndex) -> Iterator[Finding]:
    if {outcome.direction for outcome in index.case.outcomes} == {"positive"}:
        yield _whole(index, "only-positive-outcomes", "outcomes")
    if {lesson.kind for lesson in index.case.lessons} == {"sustain"}:
        yield _whole(index, "only-positive-lessons", "lessons")


def _claims_rest_on_reliable_sources(index: CaseIndex) -> Iterator[Finding]:
    grades: dict[str, str] = {source.id: source.reliability or "" for source in index.case.source_records}
    for claim in index.claims():
        backing = index.backing(claim)
        if backing and {grades.get(item.source or "", "") for item in backing} <= WEAK:
            record = index.records.get(claim)
            if record is index.case:
                yield _whole(index, "weak-sources-only", "evidence", name=index.name(record))
            elif record is not None:
                yield _about(index, "weak-sources-only", record)


NAMED_RULES: tuple[Callable[[CaseIndex], Iterator[Finding]], ...] = (
    _sections_say_something,
    _outcomes_have_evidence,
    _indicators_have_baselines,
    _measurements_follow_baselines,
    _lessons_have_four_parts,
    _actors_have_roles,
    _testimonies_have_consent,
    _events_lie_in_the_period,
    _sources_are_of_several_kinds,
    _not_all_went_well,
    _claims_rest_on_reliable_sources,
)
"""Rules that know what the fields they read mean; all others are read off the declaration."""
