"""What publishing tests share: the materials, the fullest of the sample cases, and a report under way."""

import zipfile
from datetime import date

import pytest

from casebook import paths
from casebook.publishing import pandoc
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


@pytest.fixture(scope="session")
def usual(tmp_path_factory):
    """The parts of a presentation with four slides, their notes, and a master with eleven layouts."""
    folder = tmp_path_factory.mktemp("usual")
    pandoc.run(("-o", "reference.pptx", "--print-default-data-file=reference.pptx"), folder, never)
    with zipfile.ZipFile(folder / "reference.pptx") as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture
def presentation(usual, tmp_path):
    """Writes the presentation with some parts put in the place of its own."""

    def write(**instead):
        path = tmp_path / "house.pptx"
        with zipfile.ZipFile(path, "w") as made:
            for name, data in {**usual, **instead}.items():
                if data is not None:
                    made.writestr(name, data)
        return path

    return write
