"""What follows from the declaration: required, ranges, links into the Trash, terms."""

import json

import attrs
import pytest

from casebook.domain.case import CASE, Case
from casebook.domain.checks import find_problems
from casebook.domain.checks_fields import TOLD_BY_NAME
from casebook.domain.declaration import entries, section
from casebook.domain.fields import line, term
from casebook.domain.records import Absence, Entry, RecordId
from casebook.domain.sections.activities import Activity
from casebook.domain.sections.actors import Participant
from casebook.domain.sections.challenges import Challenge
from casebook.domain.sections.places import Place
from casebook.domain.sections.registry import Actor
from casebook.domain.sections.timeline import Event
from casebook.domain.vocabulary import vocabulary_of
from casebook.domain.wording import Wording

REQUIRED = [
    (key, spec.name)
    for key, held in CASE.sections.items()
    for spec in held.fields
    if spec.required and (key, spec.name) not in TOLD_BY_NAME
]
OTHER = RecordId("01910000-0000-7000-8000-000000000002")


def problems(case, rule, **options):
    return [found for found in find_problems(case, **options) if found.rule == rule]


@pytest.mark.parametrize(("key", "field"), REQUIRED)
def test_each_required_field_is_missed_until_it_is_answered(key, field):
    record = CASE.sections[key].entry_type()
    case = Case().with_section(key, (record,))
    missed = {(f.section, f.record_id, f.field) for f in problems(case, "required-missing")}
    assert (key, record.id, field) in missed
    marked = attrs.evolve(record, absences={field: Absence.NOT_APPLICABLE})
    left = {(f.section, f.field) for f in problems(Case().with_section(key, (marked,)), "required-missing")}
    assert (key, field) not in left


def test_numbers_outside_their_range():
    activity = Activity(title="Course", type="workshop", share_of_women=120.0)
    (found,) = problems(Case(activities=(activity,)), "out-of-range")
    assert found.message == "“Share of women” of “Course” is 120; it runs from 0 to 100."
    assert problems(Case(places=(Place(name="P", latitude=-91.0),)), "out-of-range")
    assert problems(Case(places=(Place(name="P", latitude=-90.0, longitude=180.0),)), "out-of-range") == []
    assert problems(Case(challenges=(Challenge(title="C", severity=9),)), "out-of-range")


def test_more_terms_than_advised():
    families = ("ddr", "ssr", "capacity-building", "gender-mainstreaming")
    (found,) = problems(Case(partnership_families=families), "too-many-terms")
    assert (found.field, found.section) == ("partnership_families", "overview")
    assert problems(Case(partnership_families=families[:3]), "too-many-terms") == []


def test_a_link_to_a_shared_record_in_the_trash():
    actor = Actor(name="ECOWAS", trashed=True)
    part, event = Participant(actor=actor.id), Event(title="Talks", actors=(actor.id,))
    found = problems(Case(actors=(part,), timeline=(event,), actor_records=(actor,)), "link-into-trash")
    assert [(f.record_id, f.field) for f in found] == [(part.id, "actor"), (event.id, "actors")]
    assert found[0].message == "“Actor” of “ECOWAS” points to “ECOWAS”, which is in the Trash."


def test_a_link_to_a_case_in_the_trash_is_known_only_to_the_library():
    case = Case(title="Part", parent_case=OTHER)
    assert problems(case, "link-into-trash") == []
    (found,) = problems(case, "link-into-trash", trashed=frozenset({OTHER}))
    assert "another case" in found.message


def test_terms_are_checked_against_the_vocabularies_that_are_given():
    eras = {
        "key": "era",
        "title": {"en": "Era"},
        "terms": [
            {"id": "old", "label": {"en": "Old"}, "deprecated_by": "new"},
            {"id": "new", "label": {"en": "New"}},
        ],
    }
    words = Wording(vocabularies={"era": vocabulary_of(json.loads(json.dumps(eras)))})
    assert problems(Case(era="gone"), "unknown-term") == []
    (unknown,) = problems(Case(era="gone", scope="anything"), "unknown-term", wording=words)
    assert (unknown.field, unknown.values["term"]) == ("era", "gone")
    (retired,) = problems(Case(era="old"), "retired-term", wording=words)
    assert retired.mend == "Choose “New” instead."
    assert problems(Case(era="new"), "unknown-term", wording=words) == []


def test_a_section_that_only_a_test_declares_is_checked_too():
    @section("songs", title="Songs", singular="Song")
    @attrs.frozen(kw_only=True)
    class Song(Entry):
        title: str = line("Title", required=True, summary=True)
        era: str | None = term("Era", "era", required=True)

    @attrs.frozen(kw_only=True)
    class SingingCase(Case):
        songs: tuple[Song, ...] = entries(Song)

    found = problems(SingingCase(songs=(Song(title="Anthem"),)), "required-missing")
    assert [(f.section, f.field) for f in found if f.section == "songs"] == [("songs", "era")]
