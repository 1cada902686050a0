"""What a case study is: every field, option and finding that the case model names is declared."""

import attrs
import pytest

from casebook.domain.case import CASE
from casebook.domain.findings import RULES
from casebook.domain.records import Absence, Record, Sensitivity
from tests.strategies import VOCABULARIES

HEADER = """ref_code title brief era period scope countries conflict_phase partnership_families intensity language authors
consent_notes tags parent_case status"""
NARRATIVE = "context problem entry_points approach coordination influence analysis"
FIELDS = {
    "places": "name admin_area latitude longitude precision",
    "actors": "actor* role* strand contribution motivation influence period",
    "relations": "actor type* counterpart formality strength",
    "frameworks": "framework* elements mode fidelity evidence_of_use worked not_worked",
    "activities": "title type* providers audience participants share_of_women period technologies*",
    "training_results": "level instrument before after sample",
    "challenges": "title category* severity description response affected resolved",
    "outcomes": "statement domain* direction intended level contribution contribution_strength durability",
    "indicators": "name* unit direction baseline baseline_date target disaggregation method limits",
    "measurements": "value date",
    "testimonies": "text speaker_role perception language consent",
    "assessment": "criterion* rating rationale",
    "timeline": "date title type* turning_point place actors",
    "adaptations": "learned changed date",
    "lessons": """title* kind* observation discussion conclusion recommendation addressee capability_area conditions
        status""",
    "teaching_kits": "audience duration aim objectives reveal facilitator_notes",
    "questions": "text type expected_points follow_ups minutes",
    "exercises": "method instructions materials minutes",
    "evidence": "claim source locator quote stance credibility",
    "attachments": "digest caption attribution origin kind",
    "actor_records": "name short_name type parent_actor country pseudonym",
    "source_records": """type title authors issued publisher url reliability connection confidential consent
        citation_key""",
}
"""A star: cases are compared by it."""

PARENTS = {
    "training_results": "activities", "indicators": "outcomes", "measurements": "indicators",
    "testimonies": "outcomes", "questions": "teaching_kits", "exercises": "teaching_kits",
}  # fmt: skip
SCALES = {
    ("actors", "influence"): (1, 5), ("relations", "strength"): (1, 3), ("frameworks", "fidelity"): (0, 3),
    ("challenges", "severity"): (1, 5),
}  # fmt: skip
TERMS = {
    "era": "cold-war post-cold-war contemporary",
    "scope": "local sub-national national cross-border regional multinational",
    "conflict-phase": "latent escalation open-violence ceasefire transition post-conflict",
    "partnership-family": """capacity-building peacekeeping-deployment ddr ssr police-community-platform
        gender-mainstreaming national-platform cimic ceasefire-monitoring protection-of-civilians
        counter-insurgency-assistance other""",
    "intensity": "coexistence deconfliction coordination cooperation integration",
    "status": "draft ready-for-review in-review changes-requested approved published archived",
    "actor-role": "lead partner host funder implementer trainer mediator observer beneficiary spoiler",
    "strand": "diplomacy development defence other",
    "relation-type": "commands coordinates-with funds trains reports-to supplies shares-intelligence-with opposes",
    "formality": "mandate mou informal",
    "activity-type": """joint-exercise workshop mentoring pre-deployment-course train-the-trainer
        institution-building law-enforcement-support justice-sector-support resource-sharing policy-development
        joint-patrol humanitarian-assistance""",
    "technology": "data-analytics ai drones surveillance cybersecurity simulation none",
    "kirkpatrick": "level-1 level-2 level-3 level-4",
    "resolved": "yes partly no",
    "outcome-domain": """violence-security disarmament governance local-security-capacity justice humanitarian
        trust-legitimacy regional-stability""",
    "outcome-direction": "positive negative mixed none",
    "change-level": "individual relationship institution policy conflict-dynamics",
    "perception": "positive mixed negative",
    "consent": "none internal anonymised named",
    "dac-criterion": "relevance coherence effectiveness efficiency impact sustainability",
    "dac-rating": "not-assessed 1 2 3 4",
    "event-type": """context-shock political agreement operation deployment meeting training incident decision
        evaluation adaptation handover""",
    "lesson-kind": "sustain improve avoid open-question",
    "capability-area": """doctrine organisation training materiel leadership personnel facilities policy
        interoperability""",
    "lesson-status": "observation identified endorsed assigned learned rejected",
    "evidence-stance": "supports contradicts context",
    "credibility": "1 2 3 4 5 6",
    "reliability": "a b c d e f",
    "source-connection": "direct-witness participant second-hand institutional",
    "place-precision": "exact area region withheld",
    "actor-type": """nation-state national-military foreign-military police government-ministry local-authority
        international-organisation regional-organisation ngo-international ngo-national civilian-agency
        community-leader local-community armed-group private-sector donor media academia""",
    "framework": """3d-approach 3d-diplomacy 3d-development 3d-defence protection-of-civilians poc-dialogue
        poc-physical poc-environment stakeholder-engagement comprehensive-approach cimic un-cimic un-cmcoord
        human-security women-peace-security wps-participation wps-prevention wps-protection wps-relief-recovery ssr
        ddr do-no-harm local-ownership conflict-sensitivity stabilisation""",
    "challenge": """divergent-national-interests mandate-gap caveats-roe decision-making exit-timelines
        cultural-differences doctrine operational-style communication-language institutional-culture
        resource-constraints funding personnel-rotation training-facilities equipment-logistics evolving-threats
        threat-technology asymmetric-warfare spoilers-splinters cross-border-threats coordination command-control
        information-sharing overload civil-military-roles legitimacy-conduct civilian-perception neutrality
        abuse-misconduct gender-blind-spots lack-of-local-ownership access-security sustainability dependency
        hand-over institutional-memory""",
}
FINDINGS = """outcome-without-evidence indicator-without-baseline measured-before-baseline lesson-incomplete
one-kind-of-source only-positive-outcomes only-positive-lessons actor-without-role testimony-without-consent
acronym-not-expanded event-outside-period link-into-trash weak-sources-only"""

STAMPED = "created_at created_by updated_at updated_by"


def test_the_header_and_the_seven_headings_are_there():
    overview, narrative = CASE.parts
    assert set(HEADER.split()) <= {spec.name for spec in CASE.part_fields(overview.key)}
    assert [spec.name for spec in CASE.part_fields(narrative.key)] == NARRATIVE.split()


def test_no_section_is_missing_or_unnamed():
    assert set(CASE.sections) == set(FIELDS)
    assert {key: spec.parent for key, spec in CASE.sections.items() if spec.parent} == PARENTS


@pytest.mark.parametrize("key", FIELDS)
def test_a_section_has_its_fields_and_is_compared_by_the_right_ones(key):
    declared = {spec.name: spec for spec in CASE.sections[key].fields}
    for word in FIELDS[key].split():
        name = word.rstrip("*")
        assert name in declared, name
        if word.endswith("*"):
            assert declared[name].compare_by, name


@pytest.mark.parametrize(("section", "field"), SCALES)
def test_scales_run_as_far_as_they_should(section, field):
    (spec,) = (spec for spec in CASE.sections[section].fields if spec.name == field)
    assert (spec.low, spec.high) == SCALES[section, field]


@pytest.mark.parametrize("key", TERMS)
def test_a_vocabulary_has_its_terms(key):
    missing = [term for term in TERMS[key].split() if VOCABULARIES[key].get(term) is None]
    assert missing == []


def test_every_finding_has_its_rule():
    assert set(FINDINGS.split()) <= set(RULES)


def test_every_record_has_an_audience_stamps_and_ways_to_be_empty():
    assert [level.key for level in Sensitivity] == ["public", "training", "partner", "internal"]
    assert list(Sensitivity) == sorted(Sensitivity)
    assert {absence.value for absence in Absence} == {"none-found", "not-applicable"}
    for key, record_type in CASE.record_types():
        assert issubclass(record_type, Record), key
        record = record_type()
        assert record.id and record.absences == {} and record.field_sensitivities == {}
        assert [spec.name for spec in attrs.fields(type(record.stamp))] == STAMPED.split()
