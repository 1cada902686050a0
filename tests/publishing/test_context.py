import datetime

import pytest

from casebook.domain.case import Case
from casebook.domain.records import Sensitivity
from casebook.domain.redaction import redact
from casebook.publishing.bibliography import Bibliography
from casebook.publishing.context import context
from casebook.publishing.figures import Charts
from casebook.publishing.names import wording_of
from casebook.publishing.order import Order
from casebook.publishing.pictures import Picture
from casebook.publishing.reading import Reading
from casebook.publishing.report_facts import report_facts
from tests.publishing.planted import CaseWithRumours, filled


@pytest.fixture
def made(materials, tmp_path):
    def make(case, **order):
        wanted = Order(folder=tmp_path, made_on=datetime.date(2026, 3, 2), **order)
        clean, receipt = redact(case, wanted.audience)
        wording = wording_of(materials, wanted.language)
        facts = report_facts((clean,), wanted, "Full case report", wording)
        reading = Reading(case=clean, receipt=receipt, wording=wording, bibliography=Bibliography())
        pictures = {"d1": Picture("assets/1.png", "image/png")}
        charts = Charts(clean, wording, materials.resources, (tmp_path, pictures))
        return facts, context(reading, facts, pictures, charts)

    return make


def test_a_report_in_french_uses_french_terms_and_names(made):
    facts, given = made(Case(status="draft", countries=("DE",), language="en"), language="fr")
    overview = {view.name: str(view.html) for view in given["overview"].fields}
    assert facts.status == "Brouillon"
    assert (overview["countries"], overview["language"]) == ("Allemagne", "Anglais")


def test_a_template_is_given_every_section_and_the_way_to_pictures(made):
    case = filled(CaseWithRumours)
    _facts, given = made(case, audience=Sensitivity.INTERNAL)
    assert [s.key for s in given["sections"]] == [s.key for s in case.declaration.top_sections]
    assert [s.key for s in given["shared"]] == ["actor_records", "source_records"]
    assert given["picture"]("d1") == "assets/1.png" and given["picture"]("d2") == ""
    assert (
        given["linked"]("id-of-actor_records").record.id == "id-of-actor_records"
        and given["linked"](None) is None
    )
    assert given["missing"] == ()


def test_sections_without_entries_are_named_once(made):
    _facts, given = made(Case())
    ((words, titles),) = given["missing"]
    assert words == "not recorded" and "Lessons" in titles and len(titles) == len(set(titles))
