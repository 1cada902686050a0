"""What a report prints and in which order, as a person has chosen it."""

import re

import pytest

from casebook.domain.case import CASE, Case
from casebook.publishing.contents import EVERYTHING, Contents, offered
from casebook.publishing.order import Order
from casebook.publishing.report import publish
from casebook.publishing.templates import find_templates
from tests.publishing.planted import filled


@pytest.fixture
def headings(liberia, materials, tmp_path):
    """The headings of the full report with these choices."""

    def of(**choices):
        order = Order(folder=tmp_path, formats=("html",), **choices)
        text = publish(liberia, order, materials).files[0].read_text(encoding="utf-8")
        return re.findall(r"<h2[^>]*>(.*?)</h2>", text, re.DOTALL), text

    return of


def test_everything_is_there_unless_something_is_left_out(headings):
    usual, text = headings()
    assert usual[:2] == ["Overview", "Narrative"] and "Lessons" in usual and usual[-1] == "Sources"
    fewer, shorter = headings(left_out=("lessons", "narrative", "source_records"))
    assert [title for title in usual if title not in {"Lessons", "Narrative", "Sources"}] == fewer
    assert len(shorter) < len(text)


def test_what_is_left_out_is_not_said_to_be_missing(headings):
    _titles, text = headings(left_out=("places",))
    assert not re.search(r"not recorded[^<]*Places", text)


def test_the_chosen_order_is_kept_and_the_rest_follows(headings):
    usual, _text = headings()
    titles, _text = headings(sections=("lessons", "source_records", "overview"))
    assert titles[:3] == ["Lessons", "Sources", "Overview"]
    assert titles[3:] == [title for title in usual if title not in titles[:3]]


def test_what_stands_in_other_entries_can_be_left_out_alone(headings, liberia):
    _titles, whole = headings()
    titles, text = headings(left_out=("indicators",))
    name = liberia.indicators[0].name
    assert "Outcomes" in titles and liberia.outcomes[0].statement in text
    assert name in whole and name not in text


def test_the_overview_left_out_leaves_the_title(headings, liberia):
    titles, text = headings(left_out=("overview",))
    assert "Overview" not in titles and f">{liberia.title}</h1>" in text


def test_every_report_bears_every_section_left_out(materials, liberia, tmp_path):
    keys = [key for key, _title, _parent in offered(CASE)]
    readable = [one for one in find_templates(materials.template_folders) if "html" in one.formats]
    assert len(readable) > 4
    for template in readable:
        for left_out in (*((key,) for key in template.sections or keys[:4]), tuple(keys)):
            order = Order(folder=tmp_path, formats=("html",), template=template.name, left_out=left_out)
            made = publish(liberia, order, materials)
            text = made.files[0].read_text(encoding="utf-8")
            assert liberia.title[:20] in text
            if "lessons" in left_out:
                assert liberia.lessons[0].title not in text


def test_charts_are_drawn_of_what_is_printed():
    case = filled(Case)
    assert EVERYTHING.narrowed(case) == case
    narrowed = Contents(left_out=frozenset({"outcomes", "source_records", "narrative"})).narrowed(case)
    assert (narrowed.outcomes, narrowed.indicators, narrowed.measurements) == ((), (), ())
    assert narrowed.lessons == case.lessons and narrowed.source_records == case.source_records


def test_all_of_a_case_is_offered_what_stands_in_something_after_it():
    keys = [key for key, _title, _parent in offered(CASE)]
    assert set(keys) == {"overview", "narrative", *CASE.sections} and len(keys) == len(set(keys))
    assert all(not parent or keys.index(parent) < keys.index(key) for key, _title, parent in offered(CASE))
