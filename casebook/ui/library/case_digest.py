"""What the preview of a case shows: a special view that picks out the few things a reader looks for first."""

from collections.abc import Iterable

import attrs

from casebook.domain.case import Case
from casebook.domain.dates import When
from casebook.domain.grades import Grade, best, grade_of
from casebook.domain.records import RecordId
from casebook.domain.sections.evidence import Evidence
from casebook.domain.sections.outcomes import Indicator, Outcome
from casebook.domain.wording import Wording, number_words


@attrs.frozen(kw_only=True)
class OutcomeDigest:
    """An outcome on its card: what changed, from where to where, and how well it is supported."""

    statement: str
    facts: str
    grade: Grade | None
    direction: str


@attrs.frozen(kw_only=True)
class Moment:
    """A dated event; `turning` for a turning point."""

    when: When
    words: str
    turning: bool


@attrs.frozen(kw_only=True)
class CaseDigest:
    """Everything in words, ready to be shown."""

    title: str
    reference: str
    period: str
    countries: tuple[str, ...]
    actors: tuple[str, ...]
    frameworks: tuple[str, ...]
    outcomes: tuple[OutcomeDigest, ...]
    moments: tuple[Moment, ...]


def digest_of(case: Case, wording: Wording) -> CaseDigest:
    """Pick the digest out of a case."""
    actors = (case.find(participant.actor) for participant in case.actors)
    return CaseDigest(
        title=wording.title(case, case),
        reference=case.ref_code,
        period=str(case.period) if case.period is not None else "",
        countries=tuple(wording.country(code) for code in case.countries),
        actors=_distinct(wording.name(actor, case) for actor in actors if actor is not None),
        frameworks=_distinct(wording.term("framework", use.framework) for use in case.frameworks),
        outcomes=tuple(_outcome(case, outcome, wording) for outcome in case.outcomes),
        moments=_moments(case),
    )


def _outcome(case: Case, outcome: Outcome, wording: Wording) -> OutcomeDigest:
    indicators = case.children("indicators", outcome.id)
    testimonies = case.children("testimonies", outcome.id)
    shifts = (_shift(case, indicator) for indicator in indicators)
    facts = [wording.term("outcome-direction", outcome.direction), *shifts]
    claims = [outcome.id, *(item.id for item in (*indicators, *testimonies))]
    claims += [value.id for item in indicators for value in case.children("measurements", item.id)]
    return OutcomeDigest(
        statement=wording.title(outcome, case),
        facts=" · ".join(fact for fact in facts if fact),
        grade=best(_grades(case, claims, wording)),
        direction=outcome.direction or "",
    )


def _shift(case: Case, indicator: Indicator) -> str:
    """From baseline to the latest measurement: "0 → 3,500 officers"."""
    dated = [item for item in case.children("measurements", indicator.id) if item.value is not None]
    if not dated and indicator.baseline is None:
        return ""
    latest = max(
        dated, key=lambda item: item.date.sort_key if item.date else When("0001").sort_key, default=None
    )
    before = number_words(indicator.baseline) if indicator.baseline is not None else "?"
    after = number_words(latest.value) if latest is not None else "?"
    return f"{before} → {after} {indicator.unit}".strip()


def _grades(case: Case, claims: Iterable[RecordId], wording: Wording) -> list[Grade | None]:
    found: list[Evidence] = [item for claim in claims for item in case.evidence_for(claim)]
    return [
        grade_of(item, case.find(item.source), wording) for item in found if item.stance in (None, "supports")
    ]


def _moments(case: Case) -> tuple[Moment, ...]:
    moments = [
        Moment(when=event.date, words=f"{event.date}: {event.title}", turning=bool(event.turning_point))
        for event in case.timeline
        if event.date is not None
    ]
    return tuple(sorted(moments, key=lambda moment: moment.when.sort_key))


def _distinct(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in words if word))
