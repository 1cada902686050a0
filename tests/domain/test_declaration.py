"""What a case consists of is read off its class; a section declared anywhere else is a section too."""

import attrs
import pytest

from casebook.domain.case import CASE, Case
from casebook.domain.declaration import declaration_of, entries, section, section_of
from casebook.domain.fields import Kind, line, prose
from casebook.domain.records import Entry
from casebook.domain.sections.challenges import Challenge

NESTED = {
    "training_results": "activities",
    "indicators": "outcomes",
    "measurements": "indicators",
    "testimonies": "outcomes",
    "questions": "teaching_kits",
    "exercises": "teaching_kits",
}


@section("songs", title="Songs", singular="Song")
@attrs.frozen(kw_only=True)
class Song(Entry):
    """A section that only this test declares."""

    text: str = prose("Text")
    title: str = line("Title", summary=True)


@section("verses", title="Verses", singular="Verse", parent="songs")
@attrs.frozen(kw_only=True)
class Verse(Entry):
    """A section that stands in it."""

    text: str = line("Text")


@attrs.frozen(kw_only=True)
class SingingCase(Case):
    """A case with both."""

    songs: tuple[Song, ...] = entries(Song)
    verses: tuple[Verse, ...] = entries(Verse)


def test_every_header_field_stands_in_a_part():
    parts = {part.key for part in CASE.parts}
    assert parts == {"overview", "narrative"}
    assert {spec.part for spec in CASE.header} == parts
    assert len(CASE.part_fields("narrative")) == 7


def test_sections_nest_as_the_case_model_says():
    assert {key: spec.parent for key, spec in CASE.sections.items() if spec.parent} == NESTED
    assert [spec.key for spec in CASE.children("outcomes")] == ["indicators", "testimonies"]
    assert {spec.key for spec in CASE.shared_sections} == {"actor_records", "source_records"}
    assert not {spec.key for spec in CASE.top_sections} & {*NESTED, "actor_records", "source_records"}


def test_every_section_has_the_words_its_form_needs():
    for spec in CASE.sections.values():
        assert spec.title and spec.singular and spec.guidance and spec.example and spec.grow, spec.key
        assert spec.summary in spec.fields


def test_links_vocabularies_and_withins_point_at_something():
    targets = {*CASE.sections, "case", "*"}
    for _, record_type in CASE.record_types():
        specs = CASE.header if record_type is Case else section_of(record_type).fields
        names = {spec.name for spec in specs}
        for spec in specs:
            assert not spec.to or spec.to in targets
            assert not spec.within or spec.within in names
            assert bool(spec.vocabulary) == (spec.kind in (Kind.TERM, Kind.TERMS))


def test_a_section_declared_elsewhere_is_a_section():
    declared = declaration_of(SingingCase)
    assert list(declared.sections)[-2:] == ["songs", "verses"]
    assert declared.sections["songs"].summary.name == "title"
    assert declared.children("songs")[0].entry_type is Verse
    assert SingingCase().declaration is declared
    assert "songs" not in Case().declaration.sections
    assert ("songs", Song) in list(declared.record_types())


def test_the_first_field_names_an_entry_when_none_is_marked():
    assert section_of(Verse).summary.name == "text"


def test_an_attribute_must_bear_the_key_of_its_section():
    @attrs.frozen(kw_only=True)
    class Misnamed(Case):
        tunes: tuple[Song, ...] = entries(Song)

    with pytest.raises(ValueError, match="'songs' is held by attribute 'tunes'"):
        declaration_of(Misnamed)


def test_a_section_stands_after_its_parent():
    @attrs.frozen(kw_only=True)
    class Upside(Case):
        verses: tuple[Verse, ...] = entries(Verse)

    with pytest.raises(ValueError, match="'verses' stands before its parent 'songs'"):
        declaration_of(Upside)


def test_a_class_without_a_section_has_none():
    with pytest.raises(AttributeError):
        section_of(Entry)
    assert section_of(Challenge).key == "challenges"
