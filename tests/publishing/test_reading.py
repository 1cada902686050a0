import attrs
import pytest

from casebook.domain.case import Case
from casebook.domain.records import Absence, Sensitivity
from casebook.domain.redaction import redact
from casebook.domain.sections.challenges import Challenge
from casebook.domain.sections.evidence import Evidence
from casebook.domain.sections.outcomes import Indicator, Measurement, Outcome
from casebook.domain.sections.registry import Actor, Source
from casebook.publishing.bibliography import Bibliography
from casebook.publishing.names import wording_of
from casebook.publishing.reading import Reading
from tests.publishing.planted import CaseWithRumours, filled


@pytest.fixture
def read(materials):
    def reading(case, audience=Sensitivity.INTERNAL):
        clean, receipt = redact(case, audience)
        return Reading(
            case=clean, receipt=receipt, wording=wording_of(materials, "en"), bibliography=Bibliography()
        )

    return reading


def test_every_section_and_field_is_read_by_its_declaration(read):
    case = filled(CaseWithRumours)
    reading = read(case)
    assert [part.key for part in reading.parts()] == ["overview", "narrative"]
    sections = reading.sections(case.declaration.sections.values())
    assert [section.key for section in sections] == list(case.declaration.sections)
    for section in sections:
        specs = case.declaration.sections[section.key].fields
        (entry,) = section.entries
        assert [view.name for view in entry.fields] == [spec.name for spec in specs]
        assert all(
            view.recorded for view in entry.fields if view.name not in ("parent_actor", "confidential")
        )
    rumour = (
        sections[-1].entries[0]
        if sections[-1].key == "rumours"
        else next(s for s in sections if s.key == "rumours").entries[0]
    )
    assert rumour.field("strength").html == "7 dB" and rumour.field("believed").html == "yes"


def test_children_stand_in_their_parent(read):
    outcome = Outcome(statement="O")
    one, two = Indicator(name="I1", parent=outcome.id), Indicator(name="I2", parent="other")
    value = Measurement(value=102193, parent=one.id)
    case = Case(outcomes=(outcome,), indicators=(one, two), measurements=(value,))
    entry = read(case).entry(outcome)
    assert [inner.plain_title for inner in entry.child("indicators").entries] == ["I1"]
    measured = entry.child("indicators").entries[0].child("measurements").entries[0]
    assert measured.field("value").html == "102,193"


def test_empty_fields_say_why_and_withheld_ones_say_nothing(read):
    challenge = Challenge(
        title="C",
        description="secret",
        absences={"response": Absence.NONE_FOUND, "affected": Absence.NOT_APPLICABLE},
        field_sensitivities={"description": Sensitivity.PARTNER},
    )
    entry = read(Case(challenges=(challenge,)), Sensitivity.PUBLIC).entry(challenge)
    assert entry.field("response").absence == "looked for, none found"
    assert (
        entry.field("affected").absence == "not applicable"
        and entry.field("severity").absence == "not recorded"
    )
    entry = (
        read(Case(challenges=(challenge,)), Sensitivity.PUBLIC)
        .sections([Case().declaration.sections["challenges"]])[0]
        .entries[0]
    )
    assert entry.field("description").withheld and "What happened" not in str(entry.missing)


def test_an_empty_section_says_why_unless_all_of_it_was_withheld(read):
    case = Case(
        absences={"lessons": Absence.NONE_FOUND}, challenges=(Challenge(sensitivity=Sensitivity.PARTNER),)
    )
    sections = {s.key: s for s in read(case, Sensitivity.PUBLIC).sections(case.declaration.top_sections)}
    assert sections["lessons"].absence == "looked for, none found"
    assert sections["timeline"].absence == "not recorded" and sections["challenges"].absence == ""


def test_evidence_comes_with_its_grade_best_first_and_contradiction_last(read):
    outcome = Outcome(statement="O")
    sources = tuple(Source(title=letter, reliability=letter) for letter in "bca")
    stances = (("contradicts", "1"), ("supports", "1"), ("supports", "3"))
    evidence = tuple(
        Evidence(claim=outcome.id, source=source.id, stance=stance, credibility=figure)
        for source, (stance, figure) in zip(sources, stances, strict=True)
    )
    entry = read(Case(outcomes=(outcome,), evidence=evidence, source_records=sources)).entry(outcome)
    assert [view.grade.code for view in entry.evidence] == ["C1", "A3", "B1"]
    assert entry.grade.code == "A3" and entry.evidence[-1].stance_words == "Contradicts"


def test_evidence_for_no_entry_is_not_lost(read):
    actor = Actor(name="A")
    kept = (Evidence(claim=None), Evidence(claim=actor.id), Evidence(claim="gone"))
    case = Case(actor_records=(actor,), evidence=kept)
    case = attrs.evolve(case, evidence=(*kept, Evidence(claim=case.id)))
    reading = read(case)
    assert len(reading.loose_evidence()) == 3 and len(reading.evidence_for(case.id)) == 1


def test_links_read_as_names_and_a_case_elsewhere_as_one(read):
    actor = Actor(name="Economic Community", short_name="ECOWAS")
    case = Case(parent_case="019b0000", challenges=(Challenge(affected=(actor.id,)),), actor_records=(actor,))
    reading = read(case)
    assert reading.entry(case.challenges[0]).field("affected").html == "ECOWAS"
    header = {view.name: view for view in reading.parts()[0].fields}
    assert header["parent_case"].html == "another case"
