"""What publishing tests share: the materials, and the sample case read from its source."""

import hashlib
import json

import pytest

from casebook import paths
from casebook.domain.case import CASE, Case
from casebook.domain.plain import record_of
from casebook.domain.vocabulary import vocabulary_of
from casebook.publishing.order import Materials


@pytest.fixture(scope="session")
def vocabularies():
    files = sorted((paths.resources() / "vocabularies").glob("*.json"))
    return {file.stem: vocabulary_of(json.loads(file.read_text(encoding="utf-8"))) for file in files}


@pytest.fixture(scope="session")
def sample_blobs():
    files = (paths.resources() / "sample" / "files").iterdir()
    return {hashlib.sha256(data).hexdigest(): data for data in (file.read_bytes() for file in files)}


@pytest.fixture(scope="session")
def materials(vocabularies, sample_blobs):
    return Materials(
        vocabularies=vocabularies,
        resources=paths.resources(),
        template_folders=(paths.templates(),),
        blobs=sample_blobs,
    )


@pytest.fixture(scope="session")
def liberia() -> Case:
    """The Liberia sample, with everything a case can hold."""
    data = json.loads((paths.resources() / "sample" / "liberia.json").read_text(encoding="utf-8"))
    case = record_of(Case, data["case"])
    for key, spec in CASE.sections.items():
        rows = (data if spec.shared else data["case"]).get(key, [])
        case = case.with_section(key, tuple(record_of(spec.entry_type, row) for row in rows))
    return case
