"""The sample library: six real cases that together show every section, absence, audience and evidence grade."""

import hashlib
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from casebook.domain.case import CASE, Case
from casebook.domain.checks import find_problems
from casebook.domain.citing import cited_keys
from casebook.domain.fields import LINKING, TEXT, Kind, field_specs
from casebook.domain.plain import plain, record_of
from casebook.domain.records import Absence, Record, Sensitivity
from casebook.domain.vocabulary import Vocabulary, vocabulary_of

RESOURCES = Path(__file__).parents[2] / "resources"
SAMPLE = RESOURCES / "sample"
SLUGS = ("afghanistan", "iraq", "liberia", "nato-african-union", "philippines", "sierra-leone")
WORDS_IN_A_TITLE = 10
EXPECTED_FINDINGS = {
    "acronym-not-expanded", "event-outside-period", "indicator-without-baseline", "lesson-incomplete",
    "testimony-without-consent", "weak-sources-only",
}  # fmt: skip
"""What the checks may find: real gaps, left in to show what the app says of them."""


@cache
def document(slug: str) -> dict[str, Any]:
    """The sample file as plain JSON."""
    data: dict[str, Any] = json.loads((SAMPLE / f"{slug}.json").read_text(encoding="utf-8"))
    return data


@cache
def sample(slug: str) -> Case:
    """The sample file as a case value."""
    data = document(slug)
    case = record_of(Case, data["case"])
    for key, section in CASE.sections.items():
        rows = data.get(key, []) if section.shared else data["case"].get(key, [])
        case = case.with_section(key, tuple(record_of(section.entry_type, row) for row in rows))
    return case


@cache
def vocabularies() -> dict[str, Vocabulary]:
    """Every vocabulary by key."""
    files = (RESOURCES / "vocabularies").glob("*.json")
    return {file.stem: vocabulary_of(json.loads(file.read_text(encoding="utf-8"))) for file in files}


def records(case: Case) -> Iterator[tuple[str, Record]]:
    """The case itself under "case", then every record with its section."""
    yield "case", case
    for key in CASE.sections:
        for record in case.section(key):
            yield key, record


def all_records() -> Iterator[tuple[str, Record]]:
    """Every record of the six cases."""
    for slug in SLUGS:
        yield from records(sample(slug))


@pytest.mark.parametrize("slug", SLUGS)
def test_file_is_canonical(slug: str) -> None:
    data, case = document(slug), sample(slug)
    assert data["format"] == "casebook.case/1"
    assert {key for key in data if key not in ("format", "case")} <= {
        spec.key for spec in CASE.shared_sections
    }
    assert not [(key, record.extra) for key, record in records(case) if key != "case" and record.extra]
    assert set(data["case"]) == set(plain(case)) | {
        key for key, spec in CASE.sections.items() if not spec.shared and case.section(key)
    }


@pytest.mark.parametrize("slug", SLUGS)
def test_required_fields_and_advised_lengths_are_kept(slug: str) -> None:
    case = sample(slug)
    assert len(case.title.split()) <= WORDS_IN_A_TITLE
    for key, record in records(case):
        for spec in field_specs(type(record)):
            value = getattr(record, spec.name)
            assert not (spec.required and spec.is_empty(value)), (key, spec.name, record)
            assert not spec.limit or len(value) <= spec.limit, (key, spec.name, value)
            assert spec.is_empty(value) or spec.name not in record.absences, (key, spec.name, record)
            if spec.kind is Kind.SCALE and value is not None:
                assert spec.low <= value <= spec.high, (key, spec.name, value)


@pytest.mark.parametrize("slug", SLUGS)
def test_every_term_is_in_its_vocabulary(slug: str) -> None:
    for key, record in records(sample(slug)):
        for spec in field_specs(type(record)):
            value = getattr(record, spec.name)
            if spec.vocabulary and value:
                for term in value if spec.many else (value,):
                    assert vocabularies()[spec.vocabulary].get(term), (key, spec.name, term)


@pytest.mark.parametrize("slug", SLUGS)
def test_links_parents_and_citations_resolve(slug: str) -> None:
    case = sample(slug)
    ids = [record.id for _, record in records(case)]
    assert len(ids) == len(set(ids))
    keys = {source.citation_key for source in case.source_records}
    for key, record in records(case):
        parent = CASE.sections[key].parent if key != "case" else ""
        if parent:
            assert plain(record)["parent"] in {entry.id for entry in case.section(parent)}, (key, record)
        for spec in field_specs(type(record)):
            value = getattr(record, spec.name)
            if spec.kind in LINKING and spec.to != "case" and value:
                assert set(value if spec.many else (value,)) <= set(ids), (key, spec.name, record)
            if spec.kind in TEXT:
                assert cited_keys(value) <= keys, (key, spec.name, cited_keys(value) - keys)


@pytest.mark.parametrize("slug", SLUGS)
def test_every_figure_stands_on_a_graded_source(slug: str) -> None:
    case = sample(slug)
    measured = {measurement.parent for measurement in case.measurements}
    assert case.indicators and {indicator.id for indicator in case.indicators} == measured
    for measurement in case.measurements:
        assert case.evidence_for(measurement.id), (measurement.value, measurement.note)
    for item in case.evidence:
        assert item.credibility and item.stance and case.find(item.claim) and case.find(item.source)
    for outcome in case.outcomes:
        assert case.evidence_for(outcome.id), outcome.statement


@pytest.mark.parametrize("slug", SLUGS)
def test_praise_stands_beside_criticism(slug: str) -> None:
    case = sample(slug)
    directions = {outcome.direction for outcome in case.outcomes}
    assert "negative" in directions and directions & {"positive", "mixed"}
    assert any(challenge.resolved != "yes" for challenge in case.challenges)
    assert "sustain" in {lesson.kind for lesson in case.lessons} != {"sustain"}
    assert len({item.criterion for item in case.assessment}) == len(case.assessment) == 6


@pytest.mark.parametrize("slug", SLUGS)
def test_checks_find_only_what_was_left_open_on_purpose(slug: str) -> None:
    findings = find_problems(sample(slug))
    assert {finding.rule for finding in findings} <= EXPECTED_FINDINGS
    assert len(findings) <= 12


@pytest.mark.parametrize("slug", SLUGS)
def test_teaching_kits_fit_their_time(slug: str) -> None:
    case = sample(slug)
    for kit in case.teaching_kits:
        parts = [*case.children("questions", kit.id), *case.children("exercises", kit.id)]
        assert parts and sum(part.minutes for part in parts) <= kit.duration, kit.audience


def test_every_section_is_shown() -> None:
    assert {key for key in CASE.sections if not any(sample(slug).section(key) for slug in SLUGS)} == set()


def test_every_kind_of_absence_and_every_audience_is_shown() -> None:
    everything = [record for _, record in all_records()]
    assert {absence for record in everything for absence in record.absences.values()} == set(Absence)
    assert {record.sensitivity for record in everything} == set(Sensitivity)
    assert {level for record in everything for level in record.field_sensitivities.values()} >= {
        Sensitivity.TRAINING,
        Sensitivity.INTERNAL,
    }
    assert any(
        spec.expected and spec.is_empty(getattr(record, spec.name)) and spec.name not in record.absences
        for record in everything
        for spec in field_specs(type(record))
    )


def test_every_grade_of_evidence_is_shown() -> None:
    cases = [sample(slug) for slug in SLUGS]
    assert {source.reliability for case in cases for source in case.source_records} == set("abcdef")
    assert {item.credibility for case in cases for item in case.evidence} == set("123456")
    assert {item.stance for case in cases for item in case.evidence} == {"supports", "contradicts", "context"}
    assert any(item.quote and item.locator for case in cases for item in case.evidence)


def test_a_shared_record_is_the_same_in_every_case() -> None:
    seen: dict[str, Record] = {}
    by_name: dict[str, str] = {}
    for slug in SLUGS:
        case = sample(slug)
        for record in (*case.actor_records, *case.source_records):
            assert seen.setdefault(record.id, record) == record, (slug, record)
        for actor in case.actor_records:
            assert by_name.setdefault(actor.name, actor.id) == actor.id, (slug, actor.name)
    assert len({sample(slug).ref_code for slug in SLUGS}) == len(SLUGS)


def test_attached_files_lie_beside_the_cases() -> None:
    shipped = {hashlib.sha256(file.read_bytes()).hexdigest(): file for file in (SAMPLE / "files").iterdir()}
    attached = [item for slug in SLUGS for item in sample(slug).attachments]
    assert attached and {item.digest for item in attached} == set(shipped)
    for item in attached:
        assert (item.file_name, item.size) == (shipped[item.digest].name, shipped[item.digest].stat().st_size)
