"""What publishing tests share: the materials, the fullest of the sample cases, and a report under way."""

from datetime import date

import pytest

from casebook import paths
from casebook.publishing.job import Job
from casebook.publishing.look import Look
from casebook.publishing.order import never
from casebook.publishing.report_facts import ReportFacts
from casebook.publishing.typesetting import typesetter
from tests.publishing import sample

FACTS = ReportFacts(
    title="A case",
    kind="Brief",
    reference="LR-1",
    status="Draft",
    audience="Public",
    made_on="2 March 2026",
    language="en-GB",
    authors=("Ama",),
    day=date(2026, 3, 2),
)


@pytest.fixture(scope="session")
def vocabularies():
    return sample.vocabularies()


@pytest.fixture(scope="session")
def materials():
    return sample.sample_materials()


@pytest.fixture(scope="session")
def liberia():
    return sample.sample_case("liberia")


@pytest.fixture
def job(tmp_path):
    return Job(
        folder=tmp_path,
        resources=paths.resources(),
        facts=FACTS,
        pictures={},
        typesetter=typesetter(paths.resources() / "fonts"),
        look="report",
        house=Look(organisation="The Office"),
        translate=str,
        cancelled=never,
    )
