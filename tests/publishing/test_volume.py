"""What a report of many cases is given: chapters, and what is gathered from all of them."""

import attrs
import pytest

from casebook.domain.case import Case
from casebook.domain.records import RecordId, Sensitivity
from casebook.domain.redaction import redact
from casebook.domain.sections.actors import Participant
from casebook.domain.sections.lessons import Lesson
from casebook.domain.sections.registry import Actor, Source
from casebook.publishing.bibliography import Bibliography
from casebook.publishing.context import context
from casebook.publishing.figures import Charts
from casebook.publishing.names import wording_of
from casebook.publishing.order import Order
from casebook.publishing.reading import Reading
from casebook.publishing.report_facts import report_facts
from casebook.publishing.volume import volume_context

UN, AU = Actor(id=RecordId("un"), name="united nations"), Actor(id=RecordId("au"), name="African Union")
BOOK, PAPER = Source(id=RecordId("b"), title="A book"), Source(id=RecordId("p"), title="A paper")


@pytest.fixture
def given(materials, tmp_path):
    def make(*cases):
        order, wording = Order(folder=tmp_path), wording_of(materials, "en")
        ids = {"p": "s1", "b": "s2"}
        works = Bibliography(ids=ids, sources={"s2": "first", "s1": "second"})
        chapters = []
        for case in cases:
            clean, receipt = redact(case, Sensitivity.INTERNAL)
            reading = Reading(case=clean, receipt=receipt, wording=wording, bibliography=works)
            charts = Charts(clean, wording, materials.resources, (tmp_path, {}))
            chapters.append(context(reading, report_facts((clean,), order, "R", wording), {}, charts))
        return volume_context(chapters, report_facts(cases, order, "Digest", wording), wording, works)

    return make


def test_chapters_are_numbered_and_have_anchors_no_heading_can_have(given):
    made = given(Case(title="One"), Case(title="Two"))
    assert [(c["number"], c["anchor"], c["report"].title) for c in made["cases"]] == [
        (1, "Case_1", "One"),
        (2, "Case_2", "Two"),
    ]
    assert (made["report"].title, made["report"].reference) == ("Digest", "2 cases")


def test_entries_are_gathered_by_term_in_the_order_of_the_vocabulary(given):
    def lesson(title, area):
        return Lesson(title=title, capability_area=area)

    one = Case(title="One", lessons=(lesson("L1", None), lesson("L2", "training"), lesson("L3", "made-up")))
    two = Case(title="Two", lessons=(lesson("L4", "doctrine"), lesson("L5", "training")))
    groups = given(one, two)["gathered"]("lessons", "capability_area")
    found = [
        (group.title, [(e.entry.plain_title, e.chapters[0]["number"]) for e in group.entries])
        for group in groups
    ]
    assert found == [
        ("Doctrine", [("L4", 2)]),
        ("Training", [("L2", 1), ("L5", 2)]),
        ("made-up", [("L3", 1)]),
        ("", [("L1", 1)]),
    ]


def test_actors_are_indexed_once_by_name_with_every_case_that_has_them(given):
    def with_actors(title, *actors):
        parts = tuple(Participant(actor=actor.id) for actor in actors)
        return Case(title=title, actors=parts, actor_records=actors)

    index = given(with_actors("One", UN), with_actors("Two", UN, AU))["index"]("actor_records")
    assert [(i.entry.plain_title, [c["number"] for c in i.chapters]) for i in index] == [
        ("African Union", [2]),
        ("united nations", [1, 2]),
    ]


def test_a_shared_source_stands_once_in_the_order_of_the_bibliography(given):
    one = Case(title="One", source_records=(PAPER, BOOK))
    two = attrs.evolve(one, title="Two", source_records=(BOOK,))
    assert [entry.reference for entry in given(one, two)["sources"]] == ["first", "second"]
